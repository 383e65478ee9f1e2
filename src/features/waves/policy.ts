import { addSeconds } from "#kernel/calendar.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";
import type { WaveRefusal } from "./refusals.ts";
import type { AnnouncedWave, JoinFacts, PlanFacts, Wave, WavePlan, WaveStatus, WaveTime } from "./types.ts";

type Decision = Result<void, WaveRefusal>;

/** A wave's whole life (the database holds the same table). Only what was never open may be taken back. */
export const nextStatuses: Readonly<Record<WaveStatus, readonly WaveStatus[]>> = {
  draft: ["scheduled"],
  scheduled: ["draft", "open"],
  open: ["closed"],
  closed: ["frozen"],
  frozen: ["drawn"],
  drawn: ["reviewed"],
  reviewed: ["decided"],
  decided: ["published"],
  published: ["archived"],
  archived: [],
};

/**
 * Seconds after its end in which a wave is not closed by the clock: a command that began in time may still be under way
 * (four tries of at most twenty seconds each), and must find the wave open. Nobody who comes later gets in.
 */
export const SECONDS_UNDER_WAY = 90;

/** Whether a wave may go to this status now. */
export function decideMove(wave: Pick<Wave, "status">, to: WaveStatus): Decision {
  return nextStatuses[wave.status].includes(to)
    ? ok()
    : refuse({ code: "wave-wrong-order", status: wave.status });
}

/** Whether a plan may be kept as a draft, or in the place of one. The sums are checked here and by the database. */
export function decidePlan(plan: WavePlan, facts: PlanFacts, now: Date): Decision {
  if (facts.numberIsTaken) return refuse({ code: "wave-number-taken", number: plan.number });
  if (!facts.schemeExists) return refuse({ code: "wave-scheme-unknown" });
  if (plan.closesAt <= plan.opensAt) return refuse({ code: "wave-closes-before-opens" });
  if (plan.closesAt <= now) return refuse({ code: "wave-closes-in-past" });
  return decideParts(plan, facts);
}

function decideParts(plan: WavePlan, facts: PlanFacts): Decision {
  const { quota } = plan;
  if (facts.unknownProvince !== null) {
    return refuse({ code: "wave-province-unknown", province: facts.unknownProvince });
  }
  const sum = [...plan.provinces.values()].reduce((total, places) => total + places, 0);
  if (sum > quota) return refuse({ code: "wave-provinces-above-quota", sum, quota });
  if ([...plan.groups.values()].some((places) => places > quota)) {
    return refuse({ code: "wave-groups-above-quota", quota });
  }
  return decidePlaces(plan, facts.freePlaces);
}

/** A recovery wave gives away no more than became free. */
export function decidePlaces(wave: Pick<Wave, "kind" | "quota">, freePlaces: number): Decision {
  return wave.kind === "recovery" && wave.quota > freePlaces
    ? refuse({ code: "wave-too-few-free-places", free: freePlaces })
    : ok();
}

/** Whether a draft or a scheduled wave may be written anew; nothing of it changes after the opening. */
export function decideEditing(wave: Pick<Wave, "status">): Decision {
  return wave.status === "draft" || wave.status === "scheduled"
    ? ok()
    : refuse({ code: "wave-wrong-order", status: wave.status });
}

/** Whether people may be told these times: they lie ahead, and no other wave is open in them. */
export function decideTimes(
  wave: Pick<Wave, "opensAt" | "closesAt">,
  others: readonly AnnouncedWave[],
  now: Date,
): Decision {
  if (wave.closesAt <= now) return refuse({ code: "wave-closes-in-past" });
  if (wave.opensAt < now) return refuse({ code: "wave-opens-in-past" });
  const other = others.find(({ opensAt, closesAt }) => opensAt < wave.closesAt && wave.opensAt < closesAt);
  return other ? refuse({ code: "wave-overlaps", number: other.number }) : ok();
}

/** Whether an operator may open a wave before its time: it is scheduled, its end lies ahead, and no other is open. */
export function decideOpening(wave: WaveTime, openNumber: number | null, now: Date): Decision {
  const move = decideMove(wave, "open");
  if (!move.ok) return move;
  if (wave.closesAt <= now) return refuse({ code: "wave-closes-in-past" });
  return openNumber === null ? ok() : refuse({ code: "wave-another-is-open", number: openNumber });
}

/** Whether a scheduled wave's time has come, so that whoever comes first opens it. */
export function isDueToOpen(wave: WaveTime, now: Date): boolean {
  return wave.status === "scheduled" && wave.opensAt <= now;
}

/** Whether the clock opens a wave; one whose whole time was jumped over still goes through each of its states. */
export function decideOpeningByTime(wave: WaveTime, openNumber: number | null, now: Date): Decision {
  if (!isDueToOpen(wave, now)) return refuse({ code: "wave-wrong-order", status: wave.status });
  return openNumber === null ? ok() : refuse({ code: "wave-another-is-open", number: openNumber });
}

/** Whether two operators may close a wave before its time; afterwards it closes by itself. */
export function decideClosing(wave: WaveTime, now: Date): Decision {
  const move = decideMove(wave, "closed");
  if (!move.ok) return move;
  return now < wave.closesAt ? ok() : refuse({ code: "wave-closes-by-itself" });
}

/** Until which end the clock closes waves at this moment. */
export function endsToClose(now: Date): Date {
  return addSeconds(now, -SECONDS_UNDER_WAY);
}

/** Whether a wave takes people at this moment: from its opening on, up to its closing, to the second. */
export function takesPeople(wave: WaveTime, now: Date): boolean {
  return wave.status === "open" && wave.opensAt <= now && now < wave.closesAt;
}

/** Whether a person may join (programme rules, section 5). The reasons that the person can mend come first. */
export function decideJoin(facts: JoinFacts, now: Date): Decision {
  if (!facts.verified) return refuse({ code: "wave-not-verified" });
  if (!facts.testPassed) return refuse({ code: "wave-test-not-passed" });
  if (facts.recipient) return refuse({ code: "wave-already-recipient" });
  if (facts.blacklisted) return refuse({ code: "wave-blacklisted" });
  if (facts.joined) return refuse({ code: "wave-already-joined" });
  if (facts.resultPending) return refuse({ code: "wave-result-pending" });
  return facts.wave && takesPeople(facts.wave, now) ? ok() : refuse({ code: "wave-not-open" });
}
