// Brings the page for reading codes up where there is no network. That page names nobody; the page
// for reading codes has put it into this browser with all that it loads (kreis-reception.js). This
// script keeps nothing, answers for no other page, and takes everything away once the server no
// longer shows the page to whoever uses this browser.

const PAGE = new URL(self.registration.scope).pathname;
const KEPT = `${PAGE}/ohne-netz`;
const STORE = `kreis-door ${KEPT}`;
/** So long a network that is there and answers nothing is waited for. */
const PATIENCE_MS = 5000;

const kept = (address) => caches.match(address, { cacheName: STORE, ignoreVary: true });
const forget = () => Promise.all([caches.delete(STORE), self.registration.unregister()]);

/** Not signed in any more, or not allowed any more. */
const isRefused = (answer) => answer.type === "opaqueredirect" || [401, 403, 404].includes(answer.status);

async function page(request) {
  const instead = await kept(KEPT);
  if (!instead) return fetch(request);
  try {
    const late = new Promise((_, give) => { setTimeout(give, PATIENCE_MS); });
    const answer = await Promise.race([fetch(request), late]);
    if (isRefused(answer)) await forget();
    return answer;
  } catch {
    return instead;
  }
}

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (origin !== self.location.origin || request.method !== "GET") return;
  if (request.mode === "navigate") {
    if (pathname === PAGE) event.respondWith(page(request));
  } else if (pathname.startsWith("/assets/")) {
    // Their addresses change with their content, so that what is kept is never old.
    event.respondWith(kept(request.url).then((file) => file ?? fetch(request)));
  }
});
