/* The tick in a table's head, or 全选 above it on a phone, ticks its whole column. */
(function () {
  "use strict";

  document.addEventListener("change", function (event) {
    const all = event.target;
    if (all.type !== "checkbox") return;
    const around = all.hasAttribute("data-tick-all") ? all.form : all.closest("thead") && all.closest("table");
    if (!around) return;
    around.querySelectorAll("tbody td.tick input").forEach(function (tick) {
      tick.checked = all.checked;
    });
  });
})();
