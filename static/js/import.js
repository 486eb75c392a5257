/* The page where an import is checked: where the cursor stood goes along, rows that nobody touched stay here, and keys move
   from row to row. Without it the form sends its whole page, and text is parted after its first 。 or ；. */
(function () {
  "use strict";

  const FIELDS = "input[name], textarea[name], select[name]";
  let title = null;

  function touched(field) {
    if (field.type === "checkbox") return field.checked !== field.defaultChecked;
    if (field.tagName === "SELECT") {
      return Array.from(field.options).some(function (one) { return one.selected !== one.defaultSelected; });
    }
    return field.type !== "hidden" && field.value !== field.defaultValue;
  }

  function rowOf(element) {
    return element.closest(".import-row");
  }

  function noteCursor(event) {
    if (event.target.hasAttribute && event.target.hasAttribute("data-title")) title = event.target;
  }

  document.addEventListener("focusin", noteCursor);

  document.addEventListener("submit", function (event) {
    const form = event.target;
    if (!form.hasAttribute("data-import") || event.defaultPrevented) return;
    form.querySelectorAll(".import-row").forEach(function (row) {
      const cut = row.querySelector("[data-cut]");
      if (title && rowOf(title) === row) cut.value = String(title.selectionStart);
      const fields = Array.from(row.querySelectorAll(FIELDS));
      const ticked = row.querySelector("input[name$='-tick']").checked;
      if (fields.some(touched) || ticked || cut.value) return;
      fields.forEach(function (field) { field.disabled = true; });
    });
  });

  window.addEventListener("pageshow", function () {
    document.querySelectorAll("[data-import] .import-row :disabled").forEach(function (field) {
      field.disabled = false;
    });
  });

  document.addEventListener("keydown", function (event) {
    const row = event.altKey && event.target.closest && rowOf(event.target);
    if (!row || (event.key !== "ArrowDown" && event.key !== "ArrowUp")) return;
    const next = event.key === "ArrowDown" ? row.nextElementSibling : row.previousElementSibling;
    if (!next || !next.classList.contains("import-row")) return;
    event.preventDefault();
    const name = event.target.name ? event.target.name.replace(/^\d+/, "") : "-title";
    const number = next.id.replace("row-", "");
    (next.querySelector("[name='" + number + name + "']") || next.querySelector("[data-title]")).focus();
  });
})();
