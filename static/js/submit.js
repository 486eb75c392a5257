/* A second click does nothing; what takes away asks first. The server checks both again. */
(function () {
  "use strict";

  function setSent(form, sent) {
    if (sent) form.setAttribute("data-sent", "");
    else form.removeAttribute("data-sent");
    form.querySelectorAll("button[type=submit]:not([hidden])").forEach(function (button) {
      button.disabled = sent;
    });
  }

  document.addEventListener("submit", function (event) {
    const form = event.target;
    if (form.method !== "post" || event.defaultPrevented) return;
    const question = form.getAttribute("data-confirm");
    if (form.hasAttribute("data-sent") || (question && !window.confirm(question))) {
      event.preventDefault();
      return;
    }
    form.setAttribute("data-sent", "");
    // Disabled only after the browser has read the clicked button into the post.
    window.setTimeout(setSent, 0, form, true);
    window.setTimeout(setSent, 8000, form, false);
  });

  window.addEventListener("pageshow", function (event) {
    if (!event.persisted) return;
    document.querySelectorAll("form[data-sent]").forEach(function (form) {
      setSent(form, false);
    });
  });
})();
