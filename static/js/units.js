/* Units found by name or initials with a thumb: what is typed is answered by buttons below the field. */
(function () {
  "use strict";

  const MOST = 6;
  const SPLIT = /[、，,；;\s]+/;
  const list = document.getElementById("unit-names");
  if (!list) return;
  const units = Array.from(list.options).map(function (option) {
    return { short: option.value, initials: option.textContent.trim().toLowerCase() };
  });

  function told(field) {
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }

  function parts(field) {
    return field.value.split(SPLIT).filter(Boolean);
  }

  function set(field, names) {
    const many = field.getAttribute("data-units") === "many";
    field.value = many ? names.join("、") : names.slice(-1).join("");
    told(field);
  }

  /* Those whose initials or name begin so, then those that hold it anywhere. */
  function found(sought) {
    const begins = units.filter((unit) => unit.initials.startsWith(sought) || unit.short.startsWith(sought));
    const holds = units.filter((unit) => unit.short.includes(sought) || unit.initials.includes(sought));
    return Array.from(new Set(begins.concat(holds))).slice(0, MOST);
  }

  /* The unit with these initials, else the only one whose initials end so. */
  function meant(word) {
    const ending = units.filter((unit) => unit.initials.endsWith(word));
    return units.find((unit) => unit.initials === word) || (ending.length === 1 && ending[0]);
  }

  /* Initials become the name once the field is left. */
  function settle(field) {
    const names = parts(field).map(function (word) {
      const unit = /^[a-z]+$/i.test(word) && meant(word.toLowerCase());
      return unit ? unit.short : word;
    });
    if (names.join("、") !== field.value) set(field, names);
  }

  function enliven(field) {
    const box = document.createElement("div");
    box.className = "unit-hits";
    box.id = field.id + "-hits";
    box.setAttribute("role", "group");
    box.setAttribute("aria-label", "找到的单位");
    box.setAttribute("aria-live", "polite");
    field.removeAttribute("list");
    field.setAttribute("aria-controls", box.id);
    field.parentNode.insertBefore(box, field.nextSibling);
    let choosing = false;

    function choose(name) {
      const names = parts(field);
      names.pop();
      choosing = true;
      set(field, names.concat(name));
      choosing = false;
      box.textContent = "";
      field.focus();
    }

    function button(unit) {
      const one = document.createElement("button");
      one.type = "button";
      one.className = "phrase";
      one.textContent = unit.short;
      one.addEventListener("click", () => choose(unit.short));
      return one;
    }

    field.addEventListener("input", function () {
      box.textContent = "";
      const sought = (parts(field).pop() || "").toLowerCase();
      if (choosing || !sought || /[、，,]$/.test(field.value)) return;
      if (units.some((unit) => unit.short === sought)) return;
      found(sought).forEach((unit) => box.appendChild(button(unit)));
    });
    field.addEventListener("keydown", function (event) {
      const first = box.firstChild;
      if (event.key !== "Enter" || event.isComposing || !first) return;
      event.preventDefault();
      first.click();
    });
    field.addEventListener("change", () => settle(field));
    if (document.activeElement === field) told(field); // typed before this script was there
  }

  /* The usual ones: the first tap names the lead, the next ones those beside it; once more takes it out. */
  function usual(group) {
    const lead = document.querySelector('[data-units="one"]');
    const beside = document.querySelector('[data-units="many"]');
    if (!lead || !beside) return;
    group.querySelectorAll("span.phrase").forEach(function (hint) {
      const one = document.createElement("button");
      const name = hint.textContent;
      one.type = "button";
      one.className = "phrase";
      one.textContent = name;
      one.addEventListener("click", function () {
        if (lead.value === name) set(lead, []);
        else if (parts(beside).includes(name)) set(beside, parts(beside).filter((other) => other !== name));
        else if (!lead.value) set(lead, [name]);
        else set(beside, parts(beside).concat(name));
      });
      hint.replaceWith(one);
    });
  }

  document.querySelectorAll("[data-units]").forEach(enliven);
  document.querySelectorAll("[data-recent-units]").forEach(usual);
})();
