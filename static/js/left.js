/* Whoever has left leaves no page behind on this machine. What was not sent stays: it is shown to its writer alone. */
if (window.caches && document.querySelector("[data-left]")) window.caches.delete("site-pages").catch(function () {});
