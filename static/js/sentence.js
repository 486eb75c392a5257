/* 「请××会同××办理，×日内报我」: the units and days that are chosen write the sentence, and keep it as they change. */
(function () {
  "use strict";

  const lead = document.querySelector('[data-units="one"]');
  const beside = document.querySelector('[data-units="many"]');
  const days = document.querySelector("[data-days]");
  if (!lead || !beside || !days) return;
  const group = document.querySelector("[data-patterns-for]");
  const text = group && document.getElementById(group.getAttribute("data-patterns-for"));
  let made = "";

  /* Names as they stand in a sentence; what is still being typed by its initials is none yet. */
  function names(field) {
    return field.value.split(/[、，,；;\s]+/).filter((word) => word && !/[a-z]/i.test(word)).join("、");
  }

  function sentence() {
    const first = names(lead);
    const others = names(beside);
    if (!first && !days.value) return "";
    let asked = first ? "请" + first + "牵头办理" : "请督查局办理";
    if (first && others) asked = "请" + first + "会同" + others + "办理";
    return asked + (days.value ? "，" + days.value + "日内报我。" : "。");
  }

  /* Only what this script wrote is written anew; what the leader typed stays. */
  function write() {
    if (!text) return;
    const now = sentence();
    if (made && text.value.includes(made)) text.value = text.value.replace(made, now);
    else if (!text.value.trim()) text.value = now;
    else return;
    made = now;
    text.dispatchEvent(new Event("input", { bubbles: true }));
  }

  function missing(words) {
    if (!lead.value) return lead;
    if (words.includes("会同") && !beside.value) return beside;
    return words.includes("日内") && !days.value ? days : text;
  }

  function pattern(hint) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "phrase";
    button.textContent = hint.textContent;
    button.addEventListener("click", function () {
      if (!made && lead.value) text.value = (text.value + sentence()).trim();
      made = made || sentence();
      missing(button.textContent).focus();
    });
    hint.replaceWith(button);
  }

  function offered(chips) {
    chips.querySelectorAll("span.phrase").forEach(function (hint) {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "phrase";
      button.textContent = hint.textContent;
      button.addEventListener("click", function () {
        days.value = parseInt(button.textContent, 10);
        days.dispatchEvent(new Event("input", { bubbles: true }));
      });
      hint.replaceWith(button);
    });
  }

  /* 「12月3日（星期四）前」, counted from the day that the server says it is. */
  function tellDue() {
    const told = document.querySelector("output.leading-due");
    const today = days.form.getAttribute("data-today");
    const many = parseInt(days.value, 10);
    if (!told) return;
    told.textContent = "";
    if (!today || !(many >= 1 && many <= 365)) return;
    const due = new Date(today + "T00:00:00");
    due.setDate(due.getDate() + many);
    const week = "日一二三四五六"[due.getDay()];
    told.textContent = "即 " + (due.getMonth() + 1) + "月" + due.getDate() + "日（星期" + week + "）前";
  }

  [lead, beside, days].forEach((field) => field.addEventListener("input", write));
  days.addEventListener("input", tellDue);
  if (group) group.querySelectorAll("span.phrase").forEach(pattern);
  document.querySelectorAll("[data-days-for]").forEach(offered);
  if (text && text.value && text.value === sentence()) made = text.value;
  tellDue();
})();
