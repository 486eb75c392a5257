/* The tick in a table's head, 全选 above it on a phone, and that of all pages tick the whole column. */
(function () {
  "use strict";

  document.addEventListener("change", function (event) {
    const all = event.target;
    if (all.type !== "checkbox") return;
    const outside = all.hasAttribute("data-tick-all") || all.hasAttribute("data-tick-pages");
    const around = outside ? all.form : all.closest("thead") && all.closest("table");
    if (!around) return;
    around.querySelectorAll("tbody td.tick input").forEach(function (tick) {
      tick.checked = all.checked;
    });
  });
})();
