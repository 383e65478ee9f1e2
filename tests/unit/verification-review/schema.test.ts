import { describe, expect, test } from "vitest";
import { appealInput, decisionInput, queueQuery } from "#features/verification-review/schema.ts";

const caseId = "00000000-0000-7000-8000-000000000001";
const issuesOf = (result: {
  readonly error?: { readonly issues: readonly { readonly message: string }[] };
}) => result.error?.issues.map(({ message }) => message) ?? [];

describe("the words of an appeal", () => {
  test.each([
    ["are twenty signs", "a".repeat(20), []],
    ["are a thousand signs on many lines, each ended as browsers do", `${"a\r\n".repeat(499)}aa`, []],
    ["are nothing", "   ", ["required", "appeal-too-short"]],
    ["are too few", "a".repeat(19), ["appeal-too-short"]],
    ["are too few to see", `salah${"\u200b".repeat(30)}`, ["appeal-too-short"]],
    ["are too many", "a".repeat(1_001), ["too-long"]],
    ["cannot be read", `${"a".repeat(20)}\ufffd`, ["registration-text-unreadable"]],
  ])("%s", (_, statement, issues) => {
    expect(issuesOf(appealInput.safeParse({ statement }))).toEqual(issues);
  });

  test("are asked for", () => {
    expect(issuesOf(appealInput.safeParse({}))).toEqual(["required"]);
  });
});

describe("a decision", () => {
  test("comes with a reason and a note, or with neither", () => {
    const without = decisionInput.parse({ caseId, decision: "verified", reason: "", note: " " });
    expect(without).toEqual({ caseId, decision: "verified", reason: null, note: null });
    const reason = "verification-name-differs";
    const whole = { caseId, decision: "refused", reason, note: "Foto buram" };
    expect(decisionInput.parse(whole)).toEqual(whole);
  });

  test.each([
    ["without a choice", { decision: undefined }, ["choose-one"]],
    ["for a reason that there is not", { reason: "because" }, ["choose-one"]],
    ["on something else", { caseId: "1" }, ["not-valid"]],
    ["with a note that is too long", { note: "a".repeat(1_001) }, ["too-long"]],
  ])("%s is no input", (_, changes, issues) => {
    const input = { caseId, decision: "refused", reason: "", note: "", ...changes };
    expect(issuesOf(decisionInput.safeParse(input))).toEqual(issues);
  });
});

test("an address with other words than those of the queue filters nothing", () => {
  const known = { jenis: "appeal", alasan: "review-name-similar", milik: "saya", setelah: caseId };
  expect(queueQuery.parse(known)).toEqual(known);
  expect(queueQuery.parse({ jenis: ["appeal"], alasan: "x", milik: "anda", setelah: "1" })).toEqual({});
});
