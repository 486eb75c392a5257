/* Where there is no signal, the pages of the site open as they were when they were last seen, for a day (kept by site.js). */
"use strict";

const PAGES = "site-pages", DAY = 86400000;

function isYoung(copy) {
  return Date.now() - Date.parse(copy.headers.get("Date") || 0) < DAY;
}

async function orKept(request) {
  try {
    return await fetch(request);
  } catch (gone) {
    const kept = await caches.open(PAGES);
    const copy = await kept.match(request, { ignoreSearch: true, ignoreVary: true });
    if (copy && isYoung(copy)) return copy;
    throw gone;
  }
}

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
self.addEventListener("fetch", function (event) {
  const request = event.request;
  if (request.method === "GET" && request.url.startsWith(self.location.origin)) event.respondWith(orKept(request));
});
