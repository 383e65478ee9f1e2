import { describe, expect, test } from "vitest";
import { z } from "zod";
import { findConnectedApps, findWayBack, readConsent } from "#features/partner-api/queries/sso.ts";
import { endAccess } from "#features/partner-api/use-cases/grant-access.ts";
import { callsAreNoted } from "#features/partner-api/use-cases/note-call.ts";
import { addSeconds } from "#kernel/calendar.ts";
import type { ParticipantId } from "#kernel/identifiers.ts";
import { database } from "#platform/db/client.ts";
import { inOneTransaction } from "#platform/db/work.ts";
import { anAccount } from "../../../support/people.ts";
import { agree, anApplication, asked, CALLBACK, call, signed } from "./application.ts";

const TOKEN = "/api/v1/oauth/token";
const REFRESH = "/api/v1/oauth/token/refresh";
const PROFILE = "/api/v1/resource/user_profile";
const AUTHORIZE = "/api/v1/oauth/authorize";

const tokens = z.object({
  success: z.literal(true),
  message: z.literal("no error"),
  errorCode: z.literal("0"),
  data: z.strictObject({
    access_token: z.string().min(40),
    expires_in: z.string().regex(/^\d{10}$/),
    refresh_token: z.string().min(40),
    scope: z.string(),
    token_type: z.literal("Bearer"),
  }),
});

async function exchange(clientCode: string, code: string) {
  const { status, body } = await call(TOKEN, {
    body: JSON.stringify({ code }),
    headers: { "x-client-id": clientCode },
  });
  expect(status).toBe(200);
  return tokens.parse(body).data;
}

function profileOf(clientCode: string, token: string) {
  return call(PROFILE, { method: "GET", headers: { "x-client-id": clientCode, authorization: token } });
}

function refresh(clientCode: string, token: string, path = REFRESH) {
  return call(path, { body: JSON.stringify({ token }), headers: { "x-client-id": clientCode } });
}

const refused = (code: string) => ({
  status: 400,
  body: { code, message: expect.any(String), success: false },
});

test("every call of a client stands in its log, with how it was answered and nothing of the person", async () => {
  const client = await anApplication();
  await profileOf(client, "token-tebakan");
  await call(AUTHORIZE, {
    method: "GET",
    query: new URLSearchParams(asked(client)).toString(),
    headers: signed(client, "GET", AUTHORIZE),
  });
  await profileOf("tidak-ada", "token-tebakan");
  await callsAreNoted();
  const noted = await database().partnerCall.findMany({
    where: { clientCode: { in: [client, "tidak-ada"] } },
    orderBy: { id: "asc" },
    select: { path: true, status: true, code: true, subject: true },
  });
  expect(noted).toEqual([
    { path: PROFILE, status: 400, code: "ERROAUTH4030", subject: null },
    { path: AUTHORIZE, status: 200, code: "OK", subject: null },
  ]);
});

describe("an application asks where to send the person", () => {
  test("and gets this portal's page with everything that it asked in it", async () => {
    const client = await anApplication();
    const query = new URLSearchParams(asked(client, { scope: "name email prakerjaid notelp" })).toString();
    const answer = await call(AUTHORIZE, { method: "GET", query, headers: signed(client, "GET", AUTHORIZE) });
    const { redirect_url: address } = z
      .object({ data: z.object({ redirect_url: z.url() }), errorCode: z.literal("0") })
      .parse(answer.body).data;
    const url = new URL(address);
    expect(url.origin + url.pathname).toBe("https://portal.example/consent-sso");
    expect((await readConsent(Object.fromEntries(url.searchParams))).ok).toBe(true);
  });

  test.each([
    ["over the path with its query", (path: string, query: string) => `${path}?${query}`],
    ["over the path alone", (path: string) => path],
  ])("signed %s", async (_, over) => {
    const client = await anApplication();
    const query = new URLSearchParams(asked(client)).toString();
    const headers = signed(client, "GET", over(AUTHORIZE, query));
    expect((await call(AUTHORIZE, { method: "GET", query, headers })).status).toBe(200);
  });

  test("and is refused under another key's signature, or an old one", async () => {
    const client = await anApplication();
    const query = new URLSearchParams(asked(client)).toString();
    const old = signed(client, "GET", AUTHORIZE, "", Date.now() - 400_000);
    const foreign = { ...signed(client, "GET", AUTHORIZE), "x-signature": "0".repeat(40) };
    const sent = (headers: Record<string, string>) => call(AUTHORIZE, { method: "GET", query, headers });
    expect((await sent(old)).body).toMatchObject({ code: "ERRGEN40103" });
    expect((await sent(foreign)).body).toMatchObject({ code: "ERRGEN40102" });
    expect((await sent({ "x-client-id": client })).body).toMatchObject({ code: "ERRGEN40102" });
  });

  test.each([
    ["an address that it did not register", { redirect_uri: "https://jahat.example/kembali" }],
    ["a longer path than it registered", { redirect_uri: `${CALLBACK}/lain` }],
    ["a scope that nobody knows", { scope: "name nik" }],
    ["a way out to another host", { login_uri: "https://jahat.example/masuk" }],
  ])("and is refused with %s", async (_, changes) => {
    const client = await anApplication();
    const query = new URLSearchParams(asked(client, changes)).toString();
    const answer = await call(AUTHORIZE, { method: "GET", query, headers: signed(client, "GET", AUTHORIZE) });
    expect(answer).toEqual(refused("ERRGEN40001"));
  });
});

describe("a person who agreed is known to the application", () => {
  test("by what they allowed and by nothing else", async () => {
    const client = await anApplication();
    const sari = await anAccount(new Date(), { name: "Sari Wulandari" });
    const { access_token: token } = await exchange(
      client,
      (await agree(sari, client, { scope: "name" })).code,
    );
    const { status, body } = await profileOf(client, token);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      errorCode: "0",
      data: { name: "Sari Wulandari", email: "", no_prakerja: "", phone_number: "" },
    });
    expect(JSON.stringify(body)).not.toContain(sari);
  });

  test("comes back to the registered address with code, state and the query that was there, for two minutes", async () => {
    const client = await anApplication();
    const sari = await anAccount(new Date());
    const { code, codeId } = await agree(sari, client);
    const way = await findWayBack(sari, codeId, new Date());
    expect(way?.address).toBe(`${CALLBACK}?asal=uji&state=negara-1&code=${code}`);
    expect(await findWayBack(await anAccount(new Date()), codeId, new Date())).toBeNull();
    expect(await findWayBack(sari, codeId, addSeconds(new Date(), 121))).toBeNull();
  });

  test("under one number for one partner, and another for another", async () => {
    const sari = await anAccount(new Date());
    const ids = new Set<string>();
    const platforms = await database().platform.findMany({ take: 2 });
    for (const { slug } of platforms) {
      const client = await anApplication();
      await database().partnerClient.update({ where: { code: client }, data: { ownerSlug: slug } });
      const { access_token: token } = await exchange(client, (await agree(sari, client)).code);
      const { body } = await profileOf(client, `Bearer ${token}`);
      ids.add(z.object({ data: z.object({ user_id: z.string() }) }).parse(body).data.user_id);
    }
    expect(ids.size).toBe(2);
  });

  test("and neither book nor receipt holds the code or the tokens", async () => {
    const client = await anApplication();
    const { code } = await agree(await anAccount(new Date()), client);
    const { access_token, refresh_token } = await exchange(client, code);
    const books = JSON.stringify([
      await database().ssoCode.findMany(),
      await database().ssoToken.findMany(),
      await database().commandReceipt.findMany(),
      await database().auditEvent.findMany({ select: { details: true } }),
    ]);
    for (const secret of [code, access_token, refresh_token]) expect(books).not.toContain(secret);
  });
});

describe("a code", () => {
  test("is good once: the second showing ends what the first brought", async () => {
    const client = await anApplication();
    const { code } = await agree(await anAccount(new Date()), client);
    const { access_token: token } = await exchange(client, code);
    const again = await call(TOKEN, { body: JSON.stringify({ code }), headers: { "x-client-id": client } });
    expect(again).toEqual(refused("ERROAUTH4031"));
    expect(await profileOf(client, token)).toEqual(refused("ERROAUTH4030"));
  });

  test("of two who show it at once, one gets tokens", async () => {
    const client = await anApplication();
    const { code } = await agree(await anAccount(new Date()), client);
    const show = () => call(TOKEN, { body: JSON.stringify({ code }), headers: { "x-client-id": client } });
    const answers = await Promise.all([show(), show()]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 400]);
  });

  test("is worth nothing to another application, and after its time", async () => {
    const client = await anApplication();
    const { code, codeId } = await agree(await anAccount(new Date()), client);
    const other = await anApplication();
    const stolen = await call(TOKEN, { body: JSON.stringify({ code }), headers: { "x-client-id": other } });
    expect(stolen).toEqual(refused("ERROAUTH4031"));
    await database().ssoCode.update({ where: { id: codeId }, data: { expiresAt: new Date(Date.now() - 1) } });
    const late = await call(TOKEN, { body: JSON.stringify({ code }), headers: { "x-client-id": client } });
    expect(late).toEqual(refused("ERROAUTH4031"));
  });
});

describe("a refresh token", () => {
  test.each([[REFRESH], [TOKEN]])("brings new tokens at %s, and is spent by it", async (path) => {
    const client = await anApplication();
    const first = await exchange(client, (await agree(await anAccount(new Date()), client)).code);
    const renewed = tokens.parse((await refresh(client, first.refresh_token, path)).body).data;
    expect((await profileOf(client, renewed.access_token)).status).toBe(200);
    expect(await refresh(client, first.refresh_token)).toEqual(refused("ERROAUTH4030"));
    expect(await profileOf(client, renewed.access_token)).toEqual(refused("ERROAUTH4030"));
    expect(await refresh(client, renewed.refresh_token)).toEqual(refused("ERROAUTH4030"));
  });

  test("is no access token, and an access token does not renew", async () => {
    const client = await anApplication();
    const { access_token, refresh_token } = await exchange(
      client,
      (await agree(await anAccount(new Date()), client)).code,
    );
    expect(await profileOf(client, refresh_token)).toEqual(refused("ERROAUTH4030"));
    expect(await refresh(client, access_token)).toEqual(refused("ERROAUTH4030"));
  });
});

describe("the person ends it", () => {
  const end = (participantId: ParticipantId, id: string) =>
    inOneTransaction({ role: "participant", participantId }, (work) => endAccess(work, { id }));

  test("and the tokens stop at once; nobody else can end it", async () => {
    const client = await anApplication();
    const sari = await anAccount(new Date());
    const { access_token: token } = await exchange(client, (await agree(sari, client)).code);
    const [app] = await findConnectedApps(sari);
    await end(await anAccount(new Date()), app?.grantId ?? "");
    expect((await profileOf(client, token)).status).toBe(200);
    await end(sari, app?.grantId ?? "");
    expect(await profileOf(client, token)).toEqual(refused("ERROAUTH4030"));
    expect(await findConnectedApps(sari)).toEqual([]);
  });

  test("a later consent takes the place of the earlier one", async () => {
    const client = await anApplication();
    const sari = await anAccount(new Date());
    const { access_token: token } = await exchange(client, (await agree(sari, client)).code);
    await agree(sari, client, { scope: "name" });
    expect(await findConnectedApps(sari)).toMatchObject([{ scopes: ["name"] }]);
    expect(await profileOf(client, token)).toEqual(refused("ERROAUTH4030"));
  });

  test("and a locked account is known to nobody", async () => {
    const client = await anApplication();
    const sari = await anAccount(new Date());
    const { access_token: token } = await exchange(client, (await agree(sari, client)).code);
    await database().account.update({ where: { id: sari }, data: { lockedAt: new Date() } });
    expect(await profileOf(client, token)).toEqual(refused("ERROAUTH4030"));
  });

  test("the database lets no consent grow and no spent code come back", async () => {
    const client = await anApplication();
    const { code, codeId } = await agree(await anAccount(new Date()), client);
    await exchange(client, code);
    await expect(
      database().ssoCode.update({ where: { id: codeId }, data: { usedAt: null } }),
    ).rejects.toThrow(/good once/);
    await expect(
      database().ssoGrant.updateMany({
        where: { clientCode: client },
        data: { scopes: ["name", "prakerjaid"] },
      }),
    ).rejects.toThrow(/neither grows/);
  });
});

test.each([
  ["no client at all", {}, "ERROAUTH4024"],
  ["an unknown client", { "x-client-id": "tidak-ada" }, "ERROAUTH4029"],
] as const)("a call with %s is refused", async (_, headers, code) => {
  expect(await call(PROFILE, { method: "GET", headers })).toEqual(refused(code));
});

test("a signature where none is needed must be right all the same", async () => {
  const client = await anApplication();
  const { code } = await agree(await anAccount(new Date()), client);
  const body = JSON.stringify({ code });
  const wrong = { ...signed(client, "POST", TOKEN, body), "x-signature": "f".repeat(40) };
  expect((await call(TOKEN, { body, headers: wrong })).status).toBe(401);
  expect((await call(TOKEN, { body, headers: signed(client, "POST", TOKEN, body) })).status).toBe(200);
});
