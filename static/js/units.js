/* Units found by any name or by initials, with the keyboard or a thumb: what is typed is answered by buttons below the field. */
(function () {
  "use strict";

  const MOST = 8;
  const SPLIT = /[、，,；;\s]+/;
  const list = document.getElementById("unit-names");
  if (!list) return;
  const units = Array.from(list.options).map(function (option) {
    const words = (option.getAttribute("data-words") || "").split(" ");
    return { short: option.value, initials: option.textContent.trim().toLowerCase(), words: words };
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

  /* The unit with these initials; else the only one that is called so, or whose initials end so. */
  function meant(word) {
    const called = units.filter((unit) => unit.words.includes(word) || unit.initials.endsWith(word));
    return units.find((unit) => unit.initials === word) || (called.length === 1 && called[0]);
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
      const hits = window.rankChoices(units, sought).slice(0, MOST);
      if (hits.length === 1 && hits[0].short === sought) return; // it stands there whole
      hits.forEach((unit) => box.appendChild(button(unit)));
    });
    field.addEventListener("keydown", function (event) {
      const first = box.firstChild;
      if (event.isComposing || !first) return;
      if (event.key === "Escape") box.textContent = "";
      if (event.key !== "Enter" && event.key !== "ArrowDown") return;
      event.preventDefault();
      if (event.key === "Enter") first.click();
      else first.focus();
    });
    /* Whoever goes on elsewhere wants it closed; where it stands among the fields not before the click, which would else miss its aim. */
    function leave(to) {
      if (to !== field && !box.contains(to)) box.textContent = "";
    }
    document.addEventListener("click", (event) => leave(event.target));
    [field, box].forEach(function (one) {
      one.addEventListener("focusout", function (event) {
        if (event.relatedTarget && getComputedStyle(box).position === "absolute") leave(event.relatedTarget);
      });
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
