import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { decideExclusion } from "#features/wave-review/policy/exclusion.ts";
import { maskName } from "#features/wave-review/policy/masking.ts";
import { excludeInput, sampleQuery } from "#features/wave-review/schema.ts";
import { waveStatuses } from "#features/waves/types.ts";

const joined = { hasJoined: true, isExcluded: false };

describe("taking a person out of a wave", () => {
  it("is allowed from the opening up to the freeze, and never afterwards", () => {
    const answers = Object.fromEntries(
      waveStatuses.map((status) => {
        const decision = decideExclusion({ status, ...joined });
        return [status, decision.ok ? "yes" : decision.refusal.code];
      }),
    );
    const fixed = "review-list-fixed";
    expect(answers).toEqual({
      ...{ draft: "review-not-yet-open", scheduled: "review-not-yet-open", open: "yes", closed: "yes" },
      ...{ frozen: fixed, drawn: fixed, reviewed: fixed, decided: fixed, published: fixed, archived: fixed },
    });
  });

  it.each([
    [{ status: null, ...joined }, "review-wave-unknown"],
    [{ status: "closed" as const, hasJoined: false, isExcluded: false }, "review-not-in-wave"],
    [{ status: "closed" as const, hasJoined: true, isExcluded: true }, "review-excluded-already"],
  ])("%j is refused: %s", (facts, code) => {
    expect(decideExclusion(facts)).toMatchObject({ ok: false, refusal: { code } });
  });
});

const form = {
  ...{ waveId: randomUUID(), participantId: randomUUID(), reason: "false-data", confirmed: "yes" },
  note: "Alamatnya tidak ada di desa itu.",
};
const faultOf = (changes: object) =>
  excludeInput.safeParse({ ...form, ...changes }).error?.issues[0]?.message;

describe("what is said about it", () => {
  it("is a reason of the list, a note and a ticked box", () => {
    expect(excludeInput.safeParse(form).success).toBe(true);
  });

  it.each([
    [{ reason: "dislike" }, "choose-one"],
    [{ confirmed: undefined }, "tick-this"],
    [{ note: "  pendek   " }, "review-note-too-short"],
    [{ note: "x".repeat(501) }, "review-note-too-long"],
    [{ note: "NIK 1275 0157 0500 1001 ganda" }, "review-note-has-number"],
    [{ note: "Telepon 0812-3456-7890 salah" }, "review-note-has-number"],
  ])("%j is not", (changes, code) => {
    expect(faultOf(changes)).toBe(code);
  });
});

describe("the address of a sample", () => {
  it("says seed and filter", () => {
    const query = {
      benih: "42",
      provinsi: "12",
      putusan: "entry-blacklisted",
      tanda: "family-card.0123456789ab",
    };
    expect(sampleQuery.parse(query)).toEqual({
      seed: 42,
      filter: {
        province: "12",
        verdict: "entry-blacklisted",
        anomaly: { kind: "family-card", mark: "0123456789ab" },
      },
    });
  });

  it.each([
    [{}],
    [{ benih: "", provinsi: "", putusan: "", tanda: "" }],
    [{ benih: "1e99", provinsi: "Aceh", putusan: "'; --", tanda: "moon.0123456789ab" }],
    [{ benih: ["1", "2"], tanda: "family-card.0123456789ab.x" }],
  ])("%j says nothing, and nobody is turned away", (query) => {
    const nothing = { province: null, verdict: null, anomaly: null };
    expect(sampleQuery.parse(query)).toEqual({ seed: null, filter: nothing });
  });
});

describe("a masked name", () => {
  it("keeps the first letters", () => {
    expect(maskName("Sari  Simulasi")).toBe("S••• S•••");
    expect(maskName("")).toBe("");
  });
});
