/* The tick in a table's head ticks its whole column. */
(function () {
  "use strict";

  document.addEventListener("change", function (event) {
    const head = event.target.closest("thead");
    if (!head || event.target.type !== "checkbox") return;
    head.parentNode.querySelectorAll("tbody td.tick input").forEach(function (tick) {
      tick.checked = event.target.checked;
    });
  });
})();
