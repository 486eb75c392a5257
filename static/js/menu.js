/* Menus close with Escape or a click elsewhere; on a phone the query form and what is secondary start folded, on paper
   everything stands. */
(function () {
  "use strict";

  if (window.matchMedia("(max-width: 760px)").matches) {
    document.querySelectorAll("details.fold-on-phone").forEach(function (fold) {
      fold.open = Boolean(fold.querySelector(".field-wrong, .field-errors"));
    });
  }

  /* Paper cannot be unfolded. */
  var unfolded = [];
  window.addEventListener("beforeprint", function () {
    unfolded = Array.from(document.querySelectorAll("details.fold:not([open])"));
    unfolded.forEach(function (fold) {
      fold.open = true;
    });
  });
  window.addEventListener("afterprint", function () {
    unfolded.forEach(function (fold) {
      fold.open = false;
    });
  });

  function openMenus() {
    return document.querySelectorAll("details.menu[open]");
  }

  document.addEventListener("click", function (event) {
    openMenus().forEach(function (menu) {
      if (!menu.contains(event.target)) menu.open = false;
    });
  });

  document.addEventListener("keydown", function (event) {
    if (event.key !== "Escape") return;
    openMenus().forEach(function (menu) {
      menu.open = false;
      menu.querySelector("summary").focus();
    });
  });
})();
