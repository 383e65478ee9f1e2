import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { nextAct } from "#features/selection/policy/next-act.ts";
import {
  decideMoment,
  decidePromise,
  decideShow,
  partiesTooLate,
  publicPromise,
  secretPromise,
  seedOf,
  valueOfTheRule,
} from "#features/selection/policy/promises.ts";
import { sha256 } from "#features/selection/queries/sha256.ts";
import type { CeremonyFacts, DrawParty } from "#features/selection/types/ceremony.ts";
import { inUtcSeconds } from "#kernel/calendar.ts";

const NOW = new Date("2026-11-24T03:00:00Z");
const KNOWN = new Date("2026-11-25T09:15:00Z");
const AFTER = new Date("2026-11-25T09:15:01Z");
const secret = new Uint8Array(32).fill(7);
const promiseOf = {
  operator: secretPromise(sha256, 3, "operator", secret),
  witness: secretPromise(sha256, 3, "witness", secret),
  public: publicPromise(sha256, 3, KNOWN, "penutupan indeks hari itu"),
};

function facts(promised: readonly DrawParty[], shown: readonly DrawParty[] = []): CeremonyFacts {
  return {
    number: 3,
    status: "frozen",
    promised: promised.map((party) => ({
      party,
      commitment: promiseOf[party],
      committedBy: `account of the ${party}`,
      committedAt: NOW,
      source: party === "public" ? "penutupan indeks hari itu" : null,
      knownAt: party === "public" ? KNOWN : null,
    })),
    shown,
  };
}
const all = ["operator", "witness", "public"] as const;
const hashOf = (...parts: (string | Uint8Array)[]) => {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part);
  return hash.digest("hex");
};
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString("hex");

describe("to the byte, as the decision writes it", () => {
  test("a party's promise is the hash of its words and its secret", () => {
    expect(hex(promiseOf.witness)).toBe(hashOf("prakerja-draw-2 commit\n3\nwitness\n", secret));
  });
  test("the public promise is the hash of the moment in UTC seconds and of the source", () => {
    const words = "prakerja-draw-2 public\n3\n2026-11-25T09:15:00Z\npenutupan indeks hari itu";
    expect(hex(promiseOf.public)).toBe(hashOf(words));
    expect(inUtcSeconds(new Date("2026-11-25T09:15:00.999Z"))).toBe("2026-11-25T09:15:00Z");
  });
  test("the value of the rule follows from the root and the promise", () => {
    const root = new Uint8Array(32).fill(9);
    const given = valueOfTheRule(sha256, 3, "operator", { root, commitment: promiseOf.operator });
    expect(hex(given)).toBe(hashOf("prakerja-draw-2 fallback\n3\noperator\n", root, promiseOf.operator));
  });
  test("the seed takes the root and the three values in their order, each hashed", () => {
    const root = new Uint8Array(32).fill(9);
    const values = { operator: secret, witness: new Uint8Array([1]), public: new Uint8Array([2, 3]) };
    const each = all.map((party) => createHash("sha256").update(values[party]).digest());
    expect(hex(seedOf(sha256, 3, root, values))).toBe(hashOf("prakerja-draw-2 seed\n3\n", root, ...each));
  });
});

const codeOf = (result: { ok: boolean; refusal?: { code: string } }) =>
  result.ok ? "ok" : result.refusal?.code;

describe("promising", () => {
  test.each([
    ["operator", [], "ok"],
    ["witness", [], "ok"],
    ["public", [], "ceremony-public-comes-last"],
    ["public", ["operator"], "ceremony-public-comes-last"],
    ["public", ["operator", "witness"], "ok"],
    ["operator", ["operator"], "ceremony-promised-already"],
    ["public", ["operator", "witness", "public"], "ceremony-promised-already"],
  ] as const)("%s after %j: %s", (party, promised, expected) => {
    expect(codeOf(decidePromise(facts(promised), party, "somebody"))).toBe(expected);
  });
  test("nobody is operator and witness in one draw", () => {
    expect(codeOf(decidePromise(facts(["operator"]), "witness", "account of the operator"))).toBe(
      "ceremony-witness-is-operator",
    );
    const both = facts(["operator", "witness"]);
    expect(codeOf(decidePromise(both, "public", "account of the witness"))).toBe(
      "ceremony-witness-is-operator",
    );
    expect(codeOf(decidePromise(both, "public", "account of the operator"))).toBe("ok");
  });
  test("only on a list that is fixed and not drawn", () => {
    for (const status of ["closed", "drawn", "published"] as const)
      expect(codeOf(decidePromise({ ...facts([]), status }, "operator", "x"))).toBe(
        "ceremony-list-not-fixed",
      );
  });
  test("the public moment leaves ten minutes to show", () => {
    expect(codeOf(decideMoment(new Date(NOW.getTime() + 600_000), NOW))).toBe("ok");
    expect(codeOf(decideMoment(new Date(NOW.getTime() + 599_000), NOW))).toBe("ceremony-moment-too-soon");
  });
});

describe("showing", () => {
  const show = (given: CeremonyFacts, party: DrawParty, value: Uint8Array, now: Date) =>
    codeOf(decideShow(given, party, value, { digest: sha256, now }));
  test("a secret is shown when all have promised and before the public moment", () => {
    expect(show(facts(["operator", "witness"]), "operator", secret, NOW)).toBe("ceremony-promises-missing");
    expect(show(facts(all), "operator", secret, NOW)).toBe("ok");
    expect(show(facts(all), "operator", secret, KNOWN)).toBe("ceremony-too-late-to-show");
    expect(show(facts(all, ["operator"]), "operator", secret, NOW)).toBe("ceremony-shown-already");
  });
  test("one bit of another secret is not what was promised", () => {
    const other = secret.with(31, 6);
    expect(show(facts(all), "witness", other, NOW)).toBe("ceremony-not-what-was-promised");
  });
  test("the public figure is written down from its moment on", () => {
    const figure = new TextEncoder().encode("7.213,450");
    expect(show(facts(all), "public", figure, NOW)).toBe("ceremony-public-not-yet");
    expect(show(facts(all), "public", figure, KNOWN)).toBe("ok");
  });
});

describe("the value of the rule", () => {
  const late = (given: CeremonyFacts, now: Date) => [...partiesTooLate(given, now)];
  test("stands in for a silent party from the public moment on, for the public a day later", () => {
    expect(late(facts(all), NOW)).toEqual([]);
    expect(late(facts(all, ["operator"]), KNOWN)).toEqual(["witness"]);
    expect(late(facts(all, ["operator", "witness"]), AFTER)).toEqual([]);
    const dayLater = new Date(KNOWN.getTime() + 24 * 3_600_000);
    expect(late(facts(all, ["operator", "witness"]), dayLater)).toEqual(["public"]);
  });
  test("never comes while a promise is missing", () => {
    expect(late(facts(["operator", "witness"]), new Date("2030-01-01T00:00:00Z"))).toEqual([]);
  });
});

describe("what comes next", () => {
  const kind = (given: CeremonyFacts, party: "operator" | "witness" | null, now = NOW) => {
    const act = nextAct(given, party, now);
    return act.kind === "wait" ? `wait for ${act.forWhom}` : act.kind;
  };
  test("each party promises, then somebody announces, then secrets, then the figure, then the draw", () => {
    expect(kind(facts([]), "witness")).toBe("promise");
    expect(kind(facts(["operator"]), "operator")).toBe("wait for witness");
    expect(kind(facts(["operator", "witness"]), null)).toBe("announce");
    expect(kind(facts(all), "operator")).toBe("show");
    expect(kind(facts(all, ["operator"]), "operator")).toBe("wait for secrets");
    expect(kind(facts(all, ["operator", "witness"]), null)).toBe("wait for moment");
    expect(kind(facts(all, ["operator", "witness"]), null, AFTER)).toBe("write");
    expect(kind(facts(all, [...all]), null, AFTER)).toBe("wait for draw");
    expect(kind({ ...facts(all, [...all]), status: "drawn" }, "witness", AFTER)).toBe("done");
  });
});
