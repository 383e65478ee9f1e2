import { describe, expect, test } from "vitest";
import { decideConsent, decideOnce, decideRead, withQuery } from "#features/partner-api/policy/sso.ts";
import { consentQuery } from "#features/partner-api/schema/sso.ts";
import type { ConsentRequest, ShownMark, SsoClient } from "#features/partner-api/types/sso.ts";
import type { ParticipantId } from "#kernel/identifiers.ts";

const now = new Date("2026-11-24T08:00:00Z");
const client: SsoClient = {
  code: "platform-demo",
  name: "Platform Demo",
  redirectUris: ["https://lp.example/cb", "http://localhost:9010/kembali"],
};
const request: ConsentRequest = {
  clientCode: "platform-demo",
  scopes: ["name"],
  state: "s",
  redirectUri: "https://lp.example/cb",
  loginUri: null,
};
const mark: ShownMark = {
  mark: "m",
  expiresAt: new Date("2026-11-24T08:02:00Z"),
  usedAt: null,
  grant: {
    id: "g",
    participantId: "p" as ParticipantId,
    clientCode: "platform-demo",
    scopes: ["name"],
    hasEnded: false,
    isLocked: false,
  },
};

describe("an application may ask people", () => {
  test.each([
    ["back to a registered address", { redirectUri: "https://lp.example/cb" }],
    ["with a query of its own", { redirectUri: "https://lp.example/cb?kelas=7" }],
    ["out to a page of a registered host", { loginUri: "https://lp.example/masuk" }],
  ])("%s", (_, changes) => {
    expect(decideConsent(client, { ...request, ...changes }).ok).toBe(true);
  });

  test.each([
    ["another host", { redirectUri: "https://jahat.example/cb" }],
    ["another path", { redirectUri: "https://lp.example/cb/../jahat" }],
    ["a host that only begins so", { redirectUri: "https://lp.example.jahat.example/cb" }],
    ["a user in front of the host", { redirectUri: "https://lp.example@jahat.example/cb" }],
    ["another protocol", { redirectUri: "http://lp.example/cb" }],
    ["a way out to another host", { loginUri: "https://jahat.example/masuk" }],
  ])("not with %s", (_, changes) => {
    expect(decideConsent(client, { ...request, ...changes })).toEqual({
      ...{ ok: false, refusal: { code: "sso-address-foreign" } },
    });
  });

  test("not when nobody knows it", () => {
    expect(decideConsent(null, request)).toMatchObject({ refusal: { code: "sso-client-unknown" } });
  });
});

describe("what an application writes into the address", () => {
  const query = { client_id: "a", scope: "name email", state: "s", redirect_uri: "https://lp.example/cb" };

  test.each([
    ["name email", ["name", "email"]],
    ["name+email+prakerjaid+notelp", ["name", "email", "prakerjaid", "notelp"]],
    ["name  name", ["name"]],
  ])("the scopes %j are understood", (scope, scopes) => {
    expect(consentQuery.parse({ ...query, scope }).scopes).toEqual(scopes);
  });

  test.each([
    ["a scope that nobody knows", { scope: "name nik" }],
    ["no scope", { scope: " " }],
    ["no state", { state: "" }],
    ["a script for an address", { redirect_uri: "javascript:alert(1)" }],
    ["a fragment", { redirect_uri: "https://lp.example/cb#x" }],
  ])("%s is not", (_, changes) => {
    expect(consentQuery.safeParse({ ...query, ...changes }).success).toBe(false);
  });
});

describe("a code", () => {
  const once = (changes: Partial<ShownMark>, clientCode = "platform-demo", at = now) =>
    decideOnce({ ...mark, ...changes }, clientCode, at, "sso-code-not-valid");

  test("in time, by its own application, is good", () => {
    expect(once({})).toEqual({ ok: true, value: { grant: mark.grant, wasUsed: false } });
  });

  test("that was used before is seen as seen by somebody else, even after its time", () => {
    const late = new Date("2026-11-24T09:00:00Z");
    expect(once({ usedAt: now }, "platform-demo", late)).toMatchObject({ value: { wasUsed: true } });
  });

  test.each([
    ["at the end of its time", () => once({}, "platform-demo", mark.expiresAt)],
    ["with another application", () => once({}, "lain")],
    ["after the person ended it", () => once({ grant: { ...mark.grant, hasEnded: true } })],
    ["of a locked account", () => once({ grant: { ...mark.grant, isLocked: true } })],
    ["that nobody knows", () => decideOnce(null, "platform-demo", now, "sso-code-not-valid")],
  ])("%s is not", (_, decide) => {
    expect(decide().ok).toBe(false);
  });
});

test("an access token lets its own application read until it ends", () => {
  expect(decideRead(mark, "platform-demo", now).ok).toBe(true);
  expect(decideRead(mark, "lain", now).ok).toBe(false);
  expect(decideRead(mark, "platform-demo", mark.expiresAt).ok).toBe(false);
});

test("what is added to an address leaves its query as it is", () => {
  expect(withQuery("https://lp.example/cb?kelas=7&b=%26", { state: "a b" })).toBe(
    "https://lp.example/cb?kelas=7&b=%26&state=a+b",
  );
});
