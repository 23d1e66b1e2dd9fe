// Before anything is shown: text size, contrast and colours as the reader last chose them.
(function (root) {
  root.setAttribute("data-comfort", "");
  try { root.setAttribute("data-comfort", localStorage.getItem("comfort") || ""); } catch (e) {}
}(document.documentElement));
