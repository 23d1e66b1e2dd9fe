/// A layout as a PDF file.
package enum PDFFile {}
