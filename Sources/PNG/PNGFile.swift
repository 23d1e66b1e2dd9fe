/// A page of a layout as a PNG file.
package enum PNGFile {}
