/* Long option lists get a box that finds by name, short name or initials (data-words). */
(function () {
  "use strict";

  const LONG = 12;

  function findBox(hint) {
    const box = document.createElement("input");
    box.type = "search";
    box.className = "control options-find";
    box.placeholder = hint;
    box.setAttribute("aria-label", "输入名称、简称或拼音首字母查找");
    return box;
  }

  /* A choice with the words that find it, for `rankChoices`. */
  function choice(element, text, owner) {
    const words = [text].concat((owner.getAttribute("data-words") || "").split(" "));
    return { element: element, words: words.filter(Boolean).map((word) => word.toLowerCase()) };
  }

  function found(choices, sought) {
    return window.rankChoices(choices, sought).map((one) => one.element);
  }

  /* Enter takes what was found; it must not send the form. */
  function onSearch(box, search, take) {
    const sought = () => box.value.trim().toLowerCase();
    box.addEventListener("input", () => search(sought()));
    box.addEventListener("keydown", function (event) {
      if (event.key !== "Enter" || event.isComposing) return; // Enter that ends a composition chooses nothing
      event.preventDefault();
      if (sought()) take(sought());
    });
  }

  function onePicker(select) {
    const options = Array.from(select.options).filter((option) => option.value);
    if (options.length <= LONG) return;
    const box = findBox("简称或首字母");
    const frame = document.createElement("div");
    frame.className = "pick-one";
    select.parentNode.insertBefore(frame, select);
    frame.append(box, select);
    const choices = options.map((option) => choice(option, option.text, option));
    const choose = function (sought) {
      const best = sought && found(choices, sought)[0];
      box.setAttribute("aria-invalid", String(Boolean(sought && !best)));
      if (!best) return;
      select.value = best.value;
      select.dispatchEvent(new Event("change", { bubbles: true }));
    };
    onSearch(box, choose, choose);
  }

  function manyPicker(list) {
    const ticks = Array.from(list.querySelectorAll("label > input"));
    if (ticks.length <= LONG) return;
    const nameOf = (tick) => tick.parentNode.textContent.trim();
    const choices = ticks.map((tick) => choice(tick, nameOf(tick), tick));
    const box = findBox("输入名称、简称或拼音首字母查找");
    const chosen = document.createElement("p");
    chosen.className = "options-chosen";
    const tell = function () {
      const names = ticks.filter((tick) => tick.checked).map(nameOf);
      chosen.textContent = names.length ? "已选 " + names.length + " 个：" + names.join("、") : "尚未选择";
    };
    const show = function (sought) {
      const near = new Set(sought ? found(choices, sought) : ticks);
      ticks.forEach((tick) => (tick.parentNode.parentNode.hidden = !tick.checked && !near.has(tick)));
    };
    onSearch(box, show, function (sought) {
      const best = found(choices, sought).find((tick) => !tick.checked);
      if (best) best.click();
      box.select();
    });
    list.classList.add("options-long");
    list.parentNode.insertBefore(box, list);
    list.parentNode.insertBefore(chosen, list.nextSibling);
    list.addEventListener("change", tell);
    tell();
  }

  document.querySelectorAll("[data-filter-list]").forEach(function (list) {
    if (list.tagName === "SELECT") onePicker(list);
    else manyPicker(list);
  });
})();
