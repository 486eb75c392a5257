/* Phrases become buttons that write themselves into the text they stand beside. */
(function () {
  "use strict";

  function write(text, phrase) {
    const joined = text.value && !/[。；，！？\s]$/.test(text.value) ? "，" : "";
    text.value += joined + phrase;
    text.dispatchEvent(new Event("input", { bubbles: true }));
    text.focus();
  }

  function enliven(group) {
    const text = document.getElementById(group.getAttribute("data-phrases-for"));
    if (!text) return;
    group.querySelectorAll("span.phrase").forEach(function (hint) {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "phrase";
      button.textContent = hint.textContent;
      button.addEventListener("click", function () {
        write(text, button.textContent);
      });
      hint.replaceWith(button);
    });
  }

  document.querySelectorAll("[data-phrases-for]").forEach(enliven);
})();
