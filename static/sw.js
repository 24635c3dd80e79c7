// Only for when there is no connection: a page that says so, and pages that everybody is answered alike which were
// read before. It asks the network first, and never keeps what is somebody's. The build puts the list of files in;
// another list is another worker, which throws away what the one before it kept.

const files = ['FILES']
const shell = 'maillon-VERSION'
const pages = `${shell}-pages`
const most = 40
const offline = `/hors-ligne?lang=${new URL(location.href).searchParams.get('lang') ?? 'fr'}`

addEventListener('install', (event) => {
  // Nobody's page: without the cookie of whoever happens to be signed in.
  const page = new Request(offline, { credentials: 'omit', cache: 'reload' })
  event.waitUntil(caches.open(shell).then((cache) => cache.addAll([page, ...files])))
  skipWaiting()
})

addEventListener('activate', (event) => event.waitUntil(begin()))

async function begin() {
  for (const name of await caches.keys()) if (name !== shell && name !== pages) await caches.delete(name)
  await registration.navigationPreload?.enable()
  await clients.claim()
}

addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (origin !== location.origin) return
  // Whoever leaves, or comes, begins with nothing.
  if (request.method === 'POST' && /^\/(de)?connexion$/.test(pathname)) event.waitUntil(caches.delete(pages))
  if (request.method !== 'GET') return
  if (request.mode === 'navigate') event.respondWith(read(event))
  else if (files.includes(pathname))
    event.respondWith(caches.match(request).then((kept) => kept ?? fetch(request)))
})

async function read(event) {
  try {
    const answer = (await event.preloadResponse) ?? (await fetch(event.request))
    if (isForAll(answer)) event.waitUntil(keep(event.request, answer.clone()))
    else if (answer.status === 404 || answer.status === 410) event.waitUntil(forget(event.request))
    if (!isOurs(answer)) event.waitUntil(endIfGone())
    return answer
  } catch {
    const cache = await caches.open(pages)
    return (await cache.match(event.request)) ?? (await caches.match(offline)) ?? Response.error()
  }
}

/** The hub gives a tag to what everybody is answered alike, and to nothing else. */
const isForAll = ({ status, headers, redirected }) =>
  status === 200 &&
  !redirected &&
  headers.has('etag') &&
  (headers.get('cache-control') ?? '').startsWith('public')

/** Every page of a hub says so; of a redirect nothing can be read here. */
const isOurs = ({ type, headers }) =>
  type === 'opaqueredirect' || (headers.get('content-security-policy') ?? '').includes("worker-src 'self'")

/** Something else answers at this address. A proxy says that the hub is down, and it comes back; without a worker it is gone. */
async function endIfGone() {
  const { status } = await fetch('/sw.js', { method: 'HEAD', cache: 'no-store' })
  if (status !== 404 && status !== 410) return
  for (const name of await caches.keys()) await caches.delete(name)
  await registration.unregister()
}

/** What was taken back is not shown to anybody again. */
const forget = async (request) => (await caches.open(pages)).delete(request)

async function keep(request, answer) {
  const cache = await caches.open(pages)
  await cache.delete(request)
  await cache.put(request, answer)
  const kept = await cache.keys()
  for (const old of kept.slice(0, Math.max(0, kept.length - most))) await cache.delete(old)
}
