/* Before somebody goes where there is no signal: this page, those of the other targets and what they are made of are kept on
   the telephone for a day (worker.js shows them). Gone with the login (left.js). */
(function () {
  "use strict";

  const PAGES = "site-pages";
  const worker = document.querySelector("[data-worker]");
  if (!worker || !window.caches || !window.navigator.serviceWorker || !window.navigator.onLine) return;

  const made = Array.from(document.querySelectorAll("script[src], link[rel=stylesheet]"), (one) => one.src || one.href);
  const pages = Array.from(document.querySelectorAll("[data-site-page]"), (one) => one.href);
  const here = window.location.pathname;

  function keep(kept, address) {
    return fetch(address, { credentials: "same-origin" }).then(function (answer) {
      return answer.ok && !answer.redirected ? kept.put(address, answer) : null;
    });
  }

  window.navigator.serviceWorker
    .register(worker.getAttribute("data-worker"))
    .then(() => window.caches.open(PAGES))
    .then((kept) => Promise.all([here].concat(made, pages).map((address) => keep(kept, address))))
    .then(() => worker.setAttribute("data-kept", ""))
    .catch(function () {});
})();
