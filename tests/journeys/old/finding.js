(function () {
  const plain = (words) => words.replace("*必填", "").replace(/\s+/g, " ").trim();
  const seen = (one) => one.getClientRects().length > 0 && getComputedStyle(one).visibility !== "hidden";
  const named = (one) => plain(one.getAttribute("aria-label") || one.textContent);
  const labels = (one) => [one.getAttribute("aria-label") || "", ...[...(one.labels || [])].map((label) => plain(label.textContent))];
  const fields = "input:not([type=hidden]), select, textarea";
  const all = (what) => [...document.querySelectorAll(what)];
  return {
    link: (words) => all("a[href], summary").find((one) => seen(one) && named(one).includes(words)),
    button: (words) => all("button, [role=button]").find((one) => seen(one) && named(one) === words),
    field: (words) => all(fields).find((one) => labels(one).some((label) => label.includes(words))),
    // Where a finger or a mouse meets it; nothing, where something else lies over it.
    spot: (one) => {
      one.scrollIntoView({ block: "center" });
      const box = one.getClientRects()[0], x = box.left + box.width / 2, y = box.top + box.height / 2;
      const hit = document.elementFromPoint(x, y);
      return hit && (one.contains(hit) || hit.contains(one)) ? { x, y } : null;
    },
    write: (one, words) => {
      one.focus();
      if (one.type === "date" || one.type === "time" || one.tagName === "SELECT") {
        one.value = words;
        one.dispatchEvent(new Event("input", { bubbles: true }));
        one.dispatchEvent(new Event("change", { bubbles: true }));
        return false;
      }
      one.select();
      return true;
    },
  };
})()
