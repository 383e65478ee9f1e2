import { describe, expect, test } from "vitest";
import {
  decideAppeal,
  decideChoice,
  decideRelease,
  decideTake,
} from "#features/verification-review/policy/decisions.ts";
import {
  type CaseFacts,
  type CaseId,
  type ReviewKind,
  reasonsToRefuse,
} from "#features/verification-review/types.ts";
import type { AccountId, ParticipantId } from "#kernel/identifiers.ts";

const rina = "00000000-0000-7000-8000-000000000001" as AccountId;
const budi = "00000000-0000-7000-8000-000000000002" as AccountId;

/** A doubt that nobody has taken and that nobody of the staff had a hand in. */
const free: CaseFacts = {
  id: "00000000-0000-7000-8000-000000000003" as CaseId,
  participantId: "00000000-0000-7000-8000-000000000004" as ParticipantId,
  kind: "first",
  decision: null,
  assignedTo: null,
  filledInBy: null,
  decidedFirstBy: null,
  isAwaited: true,
};
const rinas = { ...free, assignedTo: rina };
const refusedFor = (code: string) => ({ ok: false, refusal: { code } });

describe("Rina takes a case", () => {
  test.each<[string, Partial<CaseFacts>]>([
    ["that is free", {}],
    ["that she has already", { assignedTo: rina }],
    ["that somebody else filled in", { filledInBy: budi }],
    ["that somebody else decided first", { kind: "appeal", decidedFirstBy: budi }],
  ])("%s", (_, changes) => {
    expect(decideTake({ ...free, ...changes }, rina).ok).toBe(true);
  });

  test.each<[string, Partial<CaseFacts>, string]>([
    ["that was decided", { decision: "verified" }, "review-over"],
    ["whose check was begun anew", { isAwaited: false }, "review-not-awaited"],
    ["that Budi has", { assignedTo: budi }, "review-held"],
    ["that she filled in for the person", { filledInBy: rina }, "review-own-work"],
    ["against her own decision", { kind: "appeal", decidedFirstBy: rina }, "review-own-decision"],
  ])("%s: no", (_, changes, code) => {
    expect(decideTake({ ...free, ...changes }, rina)).toEqual(refusedFor(code));
  });

  test("that does not exist: no", () => {
    expect(decideTake(null, rina)).toEqual(refusedFor("review-unknown"));
  });
});

describe("Rina gives a case back", () => {
  test("that she has", () => {
    expect(decideRelease(rinas, rina).ok).toBe(true);
  });

  test.each<[string, CaseFacts | null, string]>([
    ["that does not exist", null, "review-unknown"],
    ["that was decided", { ...rinas, decision: "refused" }, "review-over"],
    ["that nobody has", free, "review-not-yours"],
    ["that Budi has", { ...free, assignedTo: budi }, "review-not-yours"],
  ])("%s: no", (_, found, code) => {
    expect(decideRelease(found, rina)).toEqual(refusedFor(code));
  });
});

describe("Rina decides", () => {
  const verified = { decision: "verified", reason: null } as const;
  const refused = (reason: string | null) => ({ decision: "refused", reason }) as const;

  test("that the person is verified, and a reason that was left over counts for nothing", () => {
    const choice = { ...verified, reason: "verification-name-differs" };
    expect(decideChoice(rinas, rina, choice)).toEqual({ ok: true, value: { subject: rinas, ...verified } });
  });

  test.each(
    (["first", "appeal"] as const).flatMap((kind) => reasonsToRefuse[kind].map((reason) => [kind, reason])),
  )("against a %s for %s", (kind, reason) => {
    const subject = { ...rinas, kind: kind as ReviewKind };
    expect(decideChoice(subject, rina, refused(reason as string))).toMatchObject({
      ok: true,
      value: { decision: "refused", reason },
    });
  });

  test.each<[string, Partial<CaseFacts>, string | null]>([
    ["without a reason", {}, null],
    ["for a reason that there is not", {}, "because"],
    ["on an appeal, for what the person could mend", { kind: "appeal" }, "verification-name-differs"],
  ])("%s: no", (_, changes, reason) => {
    const decided = decideChoice({ ...rinas, ...changes }, rina, refused(reason));
    expect(decided).toEqual(refusedFor("review-reason-needed"));
  });

  test.each<[string, CaseFacts | null, string]>([
    ["on a case that does not exist", null, "review-unknown"],
    ["on a case that was decided", { ...rinas, decision: "verified" }, "review-over"],
    ["on a case that she has not taken", free, "review-not-yours"],
    ["on what Budi has taken", { ...free, assignedTo: budi }, "review-not-yours"],
    ["on what is begun anew", { ...rinas, isAwaited: false }, "review-not-awaited"],
    ["on what she filled in", { ...rinas, filledInBy: rina }, "review-own-work"],
    ["on her own decision", { ...rinas, decidedFirstBy: rina }, "review-own-decision"],
  ])("%s: no", (_, found, code) => {
    expect(decideChoice(found, rina, verified)).toEqual(refusedFor(code));
  });
});

describe("an appeal", () => {
  const refusal = { at: new Date("2026-11-24T03:00:00Z"), isMendable: false };

  test("is made against a refusal that nobody can mend, once", () => {
    const made = decideAppeal({ refusal, isAppealed: false });
    expect(made).toEqual({ ok: true, value: { at: refusal.at } });
    expect(decideAppeal({ refusal, isAppealed: true })).toEqual(refusedFor("appeal-made"));
  });

  test("is not made against nothing, nor against what can be mended", () => {
    const nothing = { refusal: null, isAppealed: false };
    expect(decideAppeal(nothing)).toEqual(refusedFor("appeal-nothing-refused"));
    const mendable = { refusal: { ...refusal, isMendable: true }, isAppealed: false };
    expect(decideAppeal(mendable)).toEqual(refusedFor("appeal-mend-instead"));
  });
});
