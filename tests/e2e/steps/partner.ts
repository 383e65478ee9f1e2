import { createHmac } from "node:crypto";
import { expect, type Page } from "@playwright/test";
import { press } from "./forms.ts";
import { lettersTo, letterTo } from "./mail.ts";
import { DEMO_PASSWORD } from "./sign-in.ts";

/** A partner's system: what it calls itself, and the key that it signs with (docs/partners.md). */
export type Client = { readonly code: string; readonly key: string };

export const PROVIDER: Client = { code: "lembaga-demo", key: "kunci-lembaga-demo" };
export const PLATFORM: Client = { code: "platform-demo", key: "kunci-platform-demo" };

export const PORTAL = process.env.APP_URL ?? "http://localhost:3000";
const API = "/api/v1/integration";

type Told = Readonly<Record<string, unknown>>;
export type Answer = {
  readonly status: number;
  readonly body: { readonly code?: string; readonly message?: string; readonly data?: Told };
};

/** One signed call of a partner's system, sent over HTTP as its own program would. */
export async function call({ code, key }: Client, path: string, payload: object): Promise<Answer> {
  const body = JSON.stringify(payload);
  const timestamp = nowInSeconds();
  const signature = hmac(key, `${code}${timestamp}POST${API}${path}${body}`);
  return answerOf(
    await fetch(PORTAL + API + path, {
      method: "POST",
      headers: { "content-type": "application/json", client_code: code, signature, timestamp },
      body,
    }),
  );
}

/** What a call told that must succeed. */
export async function told(client: Client, path: string, payload: object): Promise<Told> {
  const { status, body } = await call(client, path, payload);
  expect(body, path).toMatchObject({ success: true });
  expect(status, path).toBe(200);
  return body.data ?? {};
}

/** Asks where to send somebody who wants to sign in with this programme: signed in headers, all else in the address. */
export async function askToSignIn({ code, key }: Client, asked: Record<string, string>): Promise<Answer> {
  const path = "/api/v1/oauth/authorize";
  const query = new URLSearchParams({ ...asked, client_id: code });
  const timestamp = nowInSeconds();
  const signature = hmac(key, `${code}${timestamp}GET${path}`);
  const headers = { "x-client-id": code, "x-timestamp": timestamp, "x-signature": signature };
  return answerOf(await fetch(`${PORTAL}${path}?${query}`, { headers }));
}

/** A code or a refresh token for tokens. */
export async function askForTokens({ code }: Client, path: string, payload: object): Promise<Answer> {
  return answerOf(
    await fetch(`${PORTAL}/api/v1/oauth${path}`, {
      method: "POST",
      headers: { "content-type": "application/json", "x-client-id": code },
      body: JSON.stringify(payload),
    }),
  );
}

export async function readProfile({ code }: Client, accessToken: unknown): Promise<Answer> {
  const headers = { "x-client-id": code, authorization: String(accessToken) };
  return answerOf(await fetch(`${PORTAL}/api/v1/resource/user_profile`, { headers }));
}

async function answerOf(response: Response): Promise<Answer> {
  return { status: response.status, body: (await response.json()) as Answer["body"] };
}

function hmac(key: string, message: string): string {
  return createHmac("sha1", key).update(message).digest("hex");
}

function nowInSeconds(): string {
  return String(Math.floor(Date.now() / 1_000));
}

/** A partner's site stands in this browser at its own address, so that people can be sent back to it. */
export async function openSiteOf(page: Page, site: string): Promise<void> {
  await page.context().route(`${site}/**`, (route) =>
    route.fulfill({
      contentType: "text/html; charset=utf-8",
      body: '<!doctype html><html lang="id"><title>Mitra</title><h1>Selamat datang kembali</h1></html>',
    }),
  );
}

/** What the browser brought back to this address of the partner. */
export async function broughtBackTo(page: Page, address: string): Promise<URLSearchParams> {
  await page.waitForURL((url) => url.href.startsWith(`${address}?`), { timeout: 20_000 });
  await expect(page.locator("h1")).toHaveText("Selamat datang kembali");
  return new URL(page.url()).searchParams;
}

/** Signs in on the page that an address led to, and comes back to where the person wanted to go. */
export async function signInOnTheWay(page: Page, email: string, next: RegExp): Promise<void> {
  await expect(page).toHaveURL(/\/masuk\?/);
  await page.locator("[name=identifier]").fill(email);
  await page.locator("[name=password]").fill(DEMO_PASSWORD);
  await press(page.locator("main form:has([name=password]) button[type=submit]"));
  await expect(page).toHaveURL(next);
}

/** The six digits of the letter that this step has sent, not of one that came before. */
export async function digitsSentBy(address: string, step: () => Promise<void>): Promise<string> {
  const before = (await lettersTo(address, /\b\d{6}\b/)).length;
  await step();
  await expect
    .poll(async () => (await lettersTo(address, /\b\d{6}\b/)).length, { timeout: 30_000 })
    .toBeGreaterThan(before);
  return /\b\d{6}\b/.exec((await letterTo(address, /\b\d{6}\b/)).text)?.[0] ?? "";
}

/** The code of the purchase that the page shows, without its gap. */
export async function redeemCodeOn(page: Page): Promise<string> {
  const shown = (await page.locator("main .font-mono").first().textContent()) ?? "";
  const code = shown.replaceAll(/\s/g, "");
  expect(code).toMatch(/^[A-Z0-9]{10}$/);
  return code;
}
