/* What is typed into a form is kept on the server while it is typed. Fails silently: 暂存 does the same by hand. */
(function () {
  "use strict";

  const QUIET = 1500;

  function keep(form) {
    const typed = new FormData(form);
    form.querySelectorAll("input[type=file]").forEach(function (field) {
      typed.delete(field.name);
    });
    typed.set("draft", "1");
    fetch(form.getAttribute("action") || window.location.href, {
      method: "POST",
      body: typed,
      credentials: "same-origin",
      headers: { "X-Requested-With": "draft" },
    })
      .then(function () {
        stay(form);
      })
      .catch(function () {});
  }

  /* The address names the sheet, so that a reload shows what was typed on this one and not on another. */
  function stay(form) {
    const here = new URL(window.location.href);
    here.searchParams.set("sheet", form.elements.sheet.value);
    window.history.replaceState(null, "", here);
  }

  document.querySelectorAll("input[name=writer]").forEach(function (field) {
    const form = field.form;
    let waiting;
    form.addEventListener("input", function () {
      window.clearTimeout(waiting);
      waiting = window.setTimeout(keep, QUIET, form);
    });
    form.addEventListener("submit", function () {
      window.clearTimeout(waiting);
    });
  });
})();
