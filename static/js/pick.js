/* Long option lists get a box that finds by name, short name or initials (data-words); a table's head tick ticks its column. */
(function () {
  "use strict";

  const LONG = 12;

  function rowsOf(list) {
    if (list.tagName === "SELECT") return Array.from(list.options).filter((option) => option.value);
    return Array.from(list.querySelectorAll("label")).filter((label) => label.querySelector("input"));
  }

  function wordsOf(row) {
    const owner = row.tagName === "OPTION" ? row : row.querySelector("input");
    return (row.textContent + " " + (owner.getAttribute("data-words") || "")).toLowerCase();
  }

  function isChosen(row) {
    return row.tagName === "OPTION" ? row.selected : row.querySelector("input").checked;
  }

  function setShown(row, shown) {
    const box = row.tagName === "OPTION" ? row : row.parentElement;
    box.hidden = !shown;
  }

  function findBox(list, rows) {
    const box = document.createElement("input");
    box.type = "search";
    box.className = "control options-find";
    box.placeholder = "输入名称、简称或拼音首字母查找";
    box.setAttribute("aria-label", box.placeholder);
    box.addEventListener("input", function () {
      const sought = box.value.trim().toLowerCase();
      rows.forEach((row) => setShown(row, !sought || isChosen(row) || wordsOf(row).includes(sought)));
    });
    box.addEventListener("keydown", function (event) {
      if (event.key !== "Enter") return;
      event.preventDefault(); // Enter chooses the first one found; it must not send the form.
      const found = rows.find((row) => !isChosen(row) && wordsOf(row).includes(box.value.trim().toLowerCase()));
      if (!found || !box.value.trim()) return;
      if (found.tagName === "OPTION") list.value = found.value;
      else found.querySelector("input").click();
      list.dispatchEvent(new Event("change", { bubbles: true }));
    });
    return box;
  }

  function enliven(list) {
    const rows = rowsOf(list);
    if (rows.length <= LONG) return;
    list.classList.add("options-long");
    list.parentNode.insertBefore(findBox(list, rows), list);
    if (list.tagName === "SELECT") return;
    const chosen = document.createElement("p");
    chosen.className = "options-chosen";
    chosen.setAttribute("role", "status");
    const tell = function () {
      const names = rows.filter(isChosen).map((row) => row.textContent.trim());
      chosen.textContent = names.length ? "已选 " + names.length + " 个：" + names.join("、") : "尚未选择";
    };
    list.addEventListener("change", tell);
    list.parentNode.insertBefore(chosen, list.nextSibling);
    tell();
  }

  document.querySelectorAll("[data-filter-list]").forEach(enliven);

  document.addEventListener("change", function (event) {
    const head = event.target.closest("thead");
    if (!head || event.target.type !== "checkbox") return;
    head.parentNode.querySelectorAll("tbody input[type=checkbox]").forEach(function (tick) {
      tick.checked = event.target.checked;
    });
  });
})();
