/**
 * Keeps the page's own files, so that it opens with no network. Nothing else is kept: no report ever comes here.
 * The page itself is asked for anew where there is a network, so that its rules are the latest.
 */

/** The names of the files, and a word that changes with them: the build puts both here. */
const { files, version } = globalThis.__SITE__;
const CACHE = `gouji ${version}`;

self.addEventListener("install", (event) => {
  event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll(files)));
});

self.addEventListener("activate", (event) => {
  event.waitUntil(forgetOlder().then(() => self.clients.claim()));
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.mode === "navigate") event.respondWith(fetch(request).catch(() => kept("./")));
  else event.respondWith(kept(request).then((response) => response ?? fetch(request)));
});

async function kept(request) {
  const cache = await caches.open(CACHE);
  return cache.match(request, { ignoreSearch: true });
}

async function forgetOlder() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith("gouji ") && name !== CACHE).map((name) => caches.delete(name)));
}
