import { describe, expect, test } from "vitest";
import { judgeTimestamp, statusOf, stopAtDoor } from "#features/partner-api/policy/door.ts";
import {
  decideCode,
  decidePresence,
  decideReturn,
  decideUse,
  returnAddress,
} from "#features/partner-api/policy/redeeming.ts";
import {
  freshState,
  isSandboxCode,
  sandboxRedeemable,
  withPresence,
} from "#features/partner-api/policy/sandbox.ts";
import type { PartnerClient } from "#features/partner-api/types/client.ts";
import type { Redeemable } from "#features/partner-api/types/redeemable.ts";
import { isPartnerCall } from "#front-door/partner-api.ts";
import { addSeconds } from "#kernel/calendar.ts";

const now = new Date("2026-11-24T03:00:00Z");
const client: PartnerClient = {
  code: "k",
  kind: "provider",
  ownerSlug: "balai",
  redirectUris: ["https://lp.example/cb"],
};

/** A self-paced training bought yesterday; each test spoils one fact. */
function aCode(changes: Partial<Redeemable> = {}): Redeemable {
  const made = sandboxRedeemable("PRAT-BARU", client, freshState, now);
  if (!made) throw new Error("no code");
  return { ...made, ...changes };
}
const saysOf = (decision: { ok: true } | { ok: false; refusal: { code: string } }) =>
  decision.ok ? "OK" : decision.refusal.code;

test.each([
  ["OK", {}],
  ["ERRRDM40003", { providerSlug: "lain" }],
  ["ERRRDM40003", { providerSlug: "lain", status: "cancelled" }],
  ["ERRRDM40004", { status: "forfeited" }],
  ["ERRRDM40004", { status: "cancelled", isCalledOff: true }],
  ["ERRRDM40005", { status: "cancelled" }],
] as const)("asking about a code: %s when %j", (code, changes) => {
  expect(saysOf(decideCode(aCode(changes), "balai"))).toBe(code);
});

test("a code is used from the first moment of its window to the last, and once", () => {
  const from = addSeconds(now, 3_600);
  const by = addSeconds(now, 10_800);
  const code = aCode({ redeemFrom: from, redeemBy: by });
  expect(saysOf(decideUse(code, addSeconds(from, -1)))).toBe("ERRRDM40007");
  expect(saysOf(decideUse(code, from))).toBe("OK");
  expect(saysOf(decideUse(code, by))).toBe("OK");
  expect(saysOf(decideUse(code, addSeconds(by, 1)))).toBe("ERRRDM40007");
  expect(saysOf(decideUse({ ...code, status: "finished" }, from))).toBe("ERRRDM40006");
});

test.each([
  ["OK", 1, {}],
  ["ERRRDM40012", 2, {}],
  ["ERRRDM40012", 999, {}],
  ["OK", 2, { present: [1], status: "redeemed" }],
  ["ERRRDM40012", 4, { present: [1, 2], status: "redeemed" }],
  ["OK", 999, { present: [1], status: "redeemed" }],
  ["ERRRDM40011", 1, { present: [1], status: "redeemed" }],
  ["OK", 2, { present: [1], status: "redeemed", redeemBy: addSeconds(now, -1) }],
  ["ERRRDM40007", 1, { redeemBy: addSeconds(now, -1) }],
  ["ERRRDM40002", 1, { mode: "face_to_face" }],
  ["ERRRDM40002", 3, { mode: "webinar" }],
  ["OK", 999, { mode: "webinar" }],
] as const)("presence: %s at part %i when %j", (code, sequence, changes) => {
  expect(saysOf(decidePresence(aCode(changes), sequence, now))).toBe(code);
});

test.each([
  ["OK", "https://lp.example/cb"],
  ["OK", "https://lp.example/cb?kelas=1&x=%2F"],
  ["ERRRDM40010", "https://lp.example/cb/"],
  ["ERRRDM40010", "https://lp.example/cb#x"],
  ["ERRRDM40010", "https://lp.example/CB"],
  ["ERRRDM40010", "http://lp.example/cb"],
  ["ERRRDM40010", "https://lp.example/cb@jahat.example"],
])("going back: %s to %s", (code, address) => {
  expect(saysOf(decideReturn(address, client.redirectUris))).toBe(code);
});

test.each([
  ["https://lp.example/cb", "https://lp.example/cb?state=s&status=1"],
  ["https://lp.example/cb?a=1%202&b=x+y", "https://lp.example/cb?a=1%202&b=x+y&state=s&status=1"],
  ["https://lp.example/cb?", "https://lp.example/cb?state=s&status=1"],
  ["https://lp.example/cb?a&", "https://lp.example/cb?a&state=s&status=1"],
])("the rest of the query stays: %s", (from, to) => {
  expect(returnAddress(from, { state: "s", status: 1 })).toBe(to);
});

describe("at the door", () => {
  const seconds = Math.floor(now.getTime() / 1000);
  test.each([
    [0, "OK"],
    [300, "OK"],
    [-300, "OK"],
    [301, "ERRGEN40103"],
    [-301, "ERRGEN40103"],
  ])("a timestamp %i seconds off: %s", (off, code) => {
    expect(saysOf(judgeTimestamp(String(seconds + off), now))).toBe(code);
  });

  test.each(["", "abc", "1e9", "-5", `${seconds}000`, ` ${seconds}`, "١٢٣٤٥٦٧٨٩٠"])(
    "%j is no timestamp",
    (text) => {
      expect(saysOf(judgeTimestamp(text, now))).toBe("ERRGEN40103");
    },
  );

  test.each([
    "application/json",
    "application/json; charset=utf-8",
    "APPLICATION/JSON",
    "application/vnd.api+json",
    undefined,
  ])("%s is JSON", (contentType) => {
    expect(stopAtDoor({ method: "POST", contentType, body: Buffer.from("{}") })).toBeNull();
  });

  test.each(["text/plain", "application/jsonp", "multipart/form-data; boundary=application/json"])(
    "%s is not",
    (contentType) => {
      expect(stopAtDoor({ method: "POST", contentType, body: Buffer.from("{}") })).toMatchObject({
        status: 415,
      });
    },
  );

  test("the status of a refusal stands in its code", () => {
    expect(["ERRGEN40102", "ERRGEN42901", "ERRGEN50001", "ERRRDM40013"].map(statusOf)).toEqual([
      401, 429, 500, 400,
    ]);
  });

  test.each([
    ["/api/v1/integration/tpm/submission", true],
    ["//api/v1/integration/tpm/submission", true],
    ["/api/v1/nothing", true],
    ["/api/v1", true],
    ["/api/v1/oauth/token", false],
    ["/api/v1/resource/user_profile", false],
    ["/api/v10/x", false],
    ["/api/auth/session", false],
    ["/mitra/api/v1/integration", false],
  ])("%s is a partner's call: %s", (path, expected) => {
    expect(isPartnerCall(path)).toBe(expected);
  });
});

test("a practice code goes the way of a real one", () => {
  expect(isSandboxCode("PRAT-APASAJA")).toBe(true);
  expect(isSandboxCode("SPRAT-X")).toBe(false);
  const after = sandboxRedeemable(
    "PRAT-APASAJA",
    client,
    withPresence(freshState, 1, now),
    addSeconds(now, 60),
  );
  expect(after).toMatchObject({ status: "redeemed", present: [1], redeemedAt: now, providerSlug: "balai" });
  expect(sandboxRedeemable("PRAT-TIDAKADA", client, freshState, now)).toBeNull();
});
