import { ok, type Result, refuse } from "#kernel/result.ts";
import type { WaveRefusal } from "./refusals.ts";
import type { JoinFacts, NewWave, Wave, WaveStatus } from "./types.ts";

/** A wave's life: one step at a time, never back (the database holds the same table). */
export const nextStatus: Readonly<Record<WaveStatus, WaveStatus | null>> = {
  scheduled: "open",
  open: "closed",
  closed: "drawn",
  drawn: "published",
  published: null,
};

/** Whether a wave may go to this status now. */
export function decideMove(wave: Wave, to: WaveStatus): Result<WaveStatus, WaveRefusal> {
  return nextStatus[wave.status] === to ? ok(to) : refuse({ code: "wave-wrong-order", status: wave.status });
}

/** Whether an operator may open a wave: it is scheduled, its end lies ahead, and no other is open. */
export function decideOpening(
  wave: Wave,
  openNumber: number | null,
  now: Date,
): Result<WaveStatus, WaveRefusal> {
  const move = decideMove(wave, "open");
  if (!move.ok) return move;
  if (wave.closesAt <= now) return refuse({ code: "wave-closes-in-past" });
  return openNumber === null ? move : refuse({ code: "wave-another-is-open", number: openNumber });
}

/** Whether a wave takes people at this moment. */
export function takesPeople(wave: Pick<Wave, "status" | "closesAt">, now: Date): boolean {
  return wave.status === "open" && now < wave.closesAt;
}

/** Whether a person may join (programme rules, section 5). The reasons that the person can mend come first. */
export function decideJoin(facts: JoinFacts, now: Date): Result<void, WaveRefusal> {
  if (!facts.verified) return refuse({ code: "wave-not-verified" });
  if (!facts.testPassed) return refuse({ code: "wave-test-not-passed" });
  if (facts.recipient) return refuse({ code: "wave-already-recipient" });
  if (facts.blacklisted) return refuse({ code: "wave-blacklisted" });
  if (facts.joined) return refuse({ code: "wave-already-joined" });
  if (facts.resultPending) return refuse({ code: "wave-result-pending" });
  return facts.wave && takesPeople(facts.wave, now) ? ok() : refuse({ code: "wave-not-open" });
}

/** Whether a wave may be planned like this. */
export function decideNewWave(
  wave: NewWave,
  facts: { readonly numberIsTaken: boolean; readonly schemeExists: boolean },
  now: Date,
): Result<void, WaveRefusal> {
  if (facts.numberIsTaken) return refuse({ code: "wave-number-taken", number: wave.number });
  if (!facts.schemeExists) return refuse({ code: "wave-scheme-unknown" });
  if (wave.closesAt <= wave.opensAt) return refuse({ code: "wave-closes-before-opens" });
  return wave.closesAt <= now ? refuse({ code: "wave-closes-in-past" }) : ok();
}
