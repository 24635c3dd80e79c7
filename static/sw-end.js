// In place of `sw.js` where an operator wants no worker (OFFLINE_PAGES=off). A browser that has one finds this at its
// next visit: it takes the place of the other, throws away what that kept, and is gone with the page.

addEventListener('install', () => skipWaiting())

addEventListener('activate', (event) => event.waitUntil(end()))

async function end() {
  for (const name of await caches.keys()) if (name.startsWith('maillon-')) await caches.delete(name)
  await registration.unregister()
}
