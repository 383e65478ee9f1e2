import { existsSync, readFileSync } from "node:fs";
import { expect, type Page, test } from "@playwright/test";
import { castNumbers } from "./steps/cast.ts";
import { allLetters, allShortMessages } from "./steps/mail.ts";
import { signIn } from "./steps/sign-in.ts";

// Runs after the whole journeys (by its name), so that what they left behind is looked at too.
//
// Nobody's NIK, family card or phone number stands in the clear but on the person's own pages: not in a page of somebody
// else, a script, an address, a header, a letter, a short message or a line of the log.

const MOST_PAGES = 60;
/** Links that change something, end the session or leave the pages. */
const NOT_FOLLOWED = /keluar|bahasa|\/pdf$|\/api\/|data-saya\/unduh|\.(csv|xlsx|json)$/;

const WALKERS = [
  { who: "a visitor", email: null, home: "/", own: [] },
  { who: "another participant", email: "ani@contoh.test", home: "/beranda", own: ["Ani"] },
  { who: "a recipient", email: "kartika@contoh.test", home: "/beranda", own: ["Kartika"] },
  { who: "an administrator", email: "admin@contoh.test", home: "/admin", own: [] },
  { who: "an auditor", email: "auditor@contoh.test", home: "/admin", own: [] },
  { who: "an officer of a labour office", email: "dinas@contoh.test", home: "/dinas", own: [] },
  { who: "a provider", email: "lembaga@contoh.test", home: "/lembaga", own: [] },
  { who: "a digital platform", email: "platform@contoh.test", home: "/platform", own: [] },
] as const;

for (const { who, email, home, own } of WALKERS) {
  test(`${who} finds nobody else's numbers on any page`, async ({ page }) => {
    test.setTimeout(480_000);
    if (email) await signIn(page, email);
    const others = castNumbers().filter(({ name }) => !(own as readonly string[]).includes(name));
    const visited = await walk(page, home, (text, where) => {
      for (const { name, numbers } of others) {
        for (const number of numbers)
          expect(text.includes(number), `${name}'s ${number} ${where}`).toBe(false);
      }
    });
    expect(visited).toBeGreaterThan(3);
  });
}

test("a person's own numbers stand on the pages of their own form and on no other", async ({ page }) => {
  test.setTimeout(480_000);
  await signIn(page, "kartika@contoh.test");
  const own = castNumbers().find(({ name }) => name === "Kartika")?.numbers ?? [];
  await page.goto("/pendaftaran");
  expect(withoutGaps(await page.content())).toContain(own[0]);
  await walk(page, "/beranda", (text, where) => {
    if (/\/(pendaftaran|profil)/.test(where)) return;
    for (const number of own) expect(text.includes(number), `${number} ${where}`).toBe(false);
  });
});

test("no letter, short message or line of the log says a number", async () => {
  const log = process.env.PORTAL_LOG;
  const texts = [
    ...(await allLetters()),
    ...(await allShortMessages()),
    log && existsSync(log) ? readFileSync(log, "utf8") : "",
  ]
    .map(withoutGaps)
    .join("\n");
  for (const { name, numbers } of castNumbers()) {
    for (const number of numbers) expect(texts.includes(number), `${name}'s ${number}`).toBe(false);
  }
  // The newcomers of the other stories as well: any NIK of Binjai in the demo's range.
  expect(texts.match(/(?<!\d)127501[0-7]\d[01]\d{3}9\d{3}(?!\d)/g) ?? []).toEqual([]);
});

/** Numbers as people are shown them, in groups of four, are the same numbers. */
function withoutGaps(text: string): string {
  return text.replace(/(?<=\d)[ \u00a0.-](?=\d)/g, "");
}

/** Follows every link from a page on, and hands over each address, body and header that comes by. */
async function walk(page: Page, home: string, look: (text: string, where: string) => void): Promise<number> {
  const waiting = [home];
  const seen = new Set<string>();
  while (waiting.length > 0 && seen.size < MOST_PAGES) {
    const address = waiting.shift() ?? home;
    if (seen.has(address)) continue;
    seen.add(address);
    const answer = await page.request.get(address);
    expect(answer.status(), address).toBeLessThan(500);
    const body = await answer.text();
    look(
      withoutGaps(`${answer.url()}\n${JSON.stringify(answer.headers())}\n${body}`),
      `at ${new URL(answer.url()).pathname}`,
    );
    for (const [, href = ""] of body.matchAll(/href="(\/[^"#]*)/g)) {
      const next = href.replaceAll("&amp;", "&");
      if (!NOT_FOLLOWED.test(next) && !/^\/(_next|elements|ikon|media)/.test(next)) waiting.push(next);
    }
  }
  return seen.size;
}
