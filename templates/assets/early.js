// Written into the head of every page, so that it is shown at once as the reader last set it: text size, contrast, colours.
(function (root) {
  root.setAttribute("data-comfort", "");
  try { root.setAttribute("data-comfort", localStorage.getItem("comfort") || ""); } catch (e) { /* private mode */ }
}(document.documentElement));
