// Keeps the officer's offline form on the device: the page, its styles and its script, and nothing of anybody's data.
const CACHE = "bantu-1";
const PAGE = "/dinas/bantu/luring";
/** A network slower than this counts as none, in milliseconds. */
const PATIENCE = 6_000;

self.addEventListener("install", (event) => {
  event.waitUntil(fetchPage().then(() => self.skipWaiting()));
});

self.addEventListener("activate", (event) => {
  event.waitUntil(self.clients.claim());
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== self.location.origin) return;
  if (request.mode === "navigate") event.respondWith(pathname === PAGE ? page(event) : otherPage(request));
  else if (isPart(pathname)) event.respondWith(part(request));
});

/** The page of the server, or the one that was kept when there is no network. */
async function page(event) {
  const kept = await (await caches.open(CACHE)).match(PAGE, { ignoreVary: true });
  try {
    const answer = await fetchPage(kept ? PATIENCE : undefined, event);
    return kept && answer.status >= 500 ? kept : answer;
  } catch {
    return kept ?? Response.error();
  }
}

/** Without a network every page of the office's help leads to the form that works. */
async function otherPage(request) {
  try {
    return await fetch(request);
  } catch {
    const kept = await (await caches.open(CACHE)).match(PAGE, { ignoreVary: true });
    return kept ? Response.redirect(PAGE) : Response.error();
  }
}

/** What was kept first: names of styles change with their content; the script is renewed with the page. */
async function part(request) {
  return (await (await caches.open(CACHE)).match(request, { ignoreVary: true })) ?? fetch(request);
}

/** Fetches the page; an officer's page is kept with its parts, a way to the sign-in page is passed on. */
async function fetchPage(patience, event) {
  const signal = patience ? AbortSignal.timeout(patience) : undefined;
  const answer = await fetch(PAGE, { credentials: "same-origin", redirect: "manual", signal });
  if (answer.ok) {
    const keeping = keep(answer.clone()).catch(() => {});
    if (event) event.waitUntil(keeping);
    else await keeping;
  }
  return answer;
}

async function keep(answer) {
  const parts = partsOf(await answer.clone().text());
  const cache = await caches.open(CACHE);
  // All parts first: a page is never kept without its script.
  await cache.addAll(parts.map((address) => new Request(address, { cache: "no-cache" })));
  await cache.put(PAGE, answer);
  for (const request of await cache.keys()) {
    const { pathname, search } = new URL(request.url);
    if (pathname !== PAGE && !parts.includes(pathname + search)) await cache.delete(request);
  }
}

function partsOf(html) {
  const found = [...html.matchAll(/(?:href|src)="(\/(?:_next\/static|elements|icon)[^"]*)"/g)];
  return [...new Set(found.map(([, address]) => address.replaceAll("&amp;", "&")))];
}

function isPart(pathname) {
  return /^\/(_next\/static|elements)\/|^\/icon/.test(pathname);
}
