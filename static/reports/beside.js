/* What stands beside a text: words that are spoken of lead to their place in it, and chosen words are taken into a 批注. */
(function () {
  "use strict";

  const LONGEST = 200;
  const body = document.querySelector("#editor textarea[name=body]");
  const title = document.querySelector("#editor [name=title]");
  let chosen = "";

  /* Where the words stand: from their line on, else anywhere; a long sentence is quoted by its beginning. */
  function place(text, line, quote) {
    const words = quote.replace(/……$/, "");
    const from = text.split("\n").slice(0, line - 1).join("\n").length;
    const found = text.indexOf(words, from);
    return found < 0 ? text.indexOf(words) : found;
  }

  function show(mark) {
    const line = Number(mark.getAttribute("data-line"));
    const quote = mark.getAttribute("data-quote");
    const field = !line && title && place(title.value, 0, quote) >= 0 ? title : body;
    const at = place(field.value, line, quote);
    const length = quote.replace(/……$/, "").length;
    if (at >= 0) field.setSelectionRange(at, at + length);
    else field.setSelectionRange(0, 0);
    field.blur();
    field.focus();
    field.scrollIntoView({ block: "center" });
  }

  /* Words that lead somewhere are buttons. */
  function offer() {
    document.querySelectorAll("q[data-quote]").forEach(function (mark) {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "found-words";
      button.title = "在正文里选中";
      button.textContent = mark.textContent;
      button.addEventListener("click", function () { show(mark); });
      mark.replaceWith(button);
    });
  }

  function choose(words) {
    const one = words.replace(/\s+/g, " ").trim();
    if (one) chosen = one.slice(0, LONGEST);
  }

  if (body) {
    body.addEventListener("select", function () {
      choose(body.value.slice(body.selectionStart, body.selectionEnd));
    });
    offer();
    document.addEventListener("htmx:afterSettle", offer);
  }

  document.addEventListener("selectionchange", function () {
    const selection = document.getSelection();
    const inside = selection.anchorNode && selection.anchorNode.parentElement;
    if (inside && inside.closest("article.paper")) choose(selection.toString());
  });

  document.querySelectorAll("[data-takes-selection]").forEach(function (quote) {
    quote.form.addEventListener("focusin", function () {
      if (!quote.value) quote.value = chosen;
      chosen = "";
    });
  });
})();
