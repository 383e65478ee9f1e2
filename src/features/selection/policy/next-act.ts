import { addSeconds } from "#kernel/calendar.ts";
import type { CeremonyAct, CeremonyFacts } from "../types/ceremony.ts";

type Party = "operator" | "witness" | null;

/** Suggested time between the announcement of the public value and its moment. */
const DAY = 24 * 3_600;

/** What this party can do now. Null: somebody who only announces and writes down (an auditor). */
export function nextAct(facts: CeremonyFacts, party: Party, now: Date): CeremonyAct {
  if (facts.shown.length === 3) return facts.status === "frozen" ? wait("draw") : { kind: "done" };
  const promised = (name: string) => facts.promised.some((promise) => promise.party === name);
  if (party && !promised(party)) return { kind: "promise" };
  for (const other of ["operator", "witness"] as const) if (!promised(other)) return wait(other);
  const announced = facts.promised.find((promise) => promise.party === "public");
  if (!announced?.knownAt) return { kind: "announce", suggested: addSeconds(now, DAY) };
  const { knownAt, source } = announced;
  return now < knownAt ? beforeMoment(facts, party, knownAt) : afterMoment(facts, source ?? "");
}

function beforeMoment(facts: CeremonyFacts, party: Party, knownAt: Date): CeremonyAct {
  if (party && !facts.shown.includes(party)) return { kind: "show", until: knownAt };
  return wait(facts.shown.length === 2 ? "moment" : "secrets", knownAt);
}

function afterMoment(facts: CeremonyFacts, source: string): CeremonyAct {
  return facts.shown.includes("public") ? wait("draw") : { kind: "write", source };
}

function wait(
  forWhom: Extract<CeremonyAct, { kind: "wait" }>["forWhom"],
  until: Date | null = null,
): CeremonyAct {
  return { kind: "wait", forWhom, until };
}
