/** Whether the page is kept in this browser and opens with no network. */

import { signal } from "@preact/signals";

export const keptOffline = signal(false);

/** Has the site kept; a page in one file needs no keeping, and a host without https can't. */
export function keepOffline(): void {
  if (import.meta.env.MODE !== "site" || !navigator.serviceWorker) return;
  window.addEventListener("load", () => {
    navigator.serviceWorker.register(new URL("service-worker.js", document.baseURI)).then(
      () => navigator.serviceWorker.ready.then(() => (keptOffline.value = true)),
      // A browser that is set to keep nothing still shows the page.
      () => {},
    );
  });
}
