import { addSeconds } from "#kernel/calendar.ts";
import { type Register, registers } from "../types.ts";

/** Seconds: the first pause, and the longest. */
const PAUSE = { first: 15, longest: 3600 };

/**
 * When a register is asked again if this attempt (from 1) brings no answer. Pauses double up to an hour; `jitter` in
 * [0, 1) spreads people who wait for the same fault over a fifth of the pause.
 */
export function nextAttemptAt(now: Date, attempt: number, jitter: number): Date {
  const pause = Math.min(PAUSE.first * 2 ** (attempt - 1), PAUSE.longest);
  return addSeconds(now, Math.round(pause * (1 + jitter / 5)));
}

/** Days for which an answer is young enough to decide on. A bar may begin any day, a birth date does not change. */
const DAYS_VALID: Readonly<Record<Register, number>> = {
  population: 180,
  education: 30,
  social_aid: 30,
  occupation: 90,
  blacklist: 1,
  priority: 30,
};

/** From when on an answer of this moment has to be asked for again. */
export function expiresAt(register: Register, answeredAt: Date): Date {
  return addSeconds(answeredAt, DAYS_VALID[register] * 86_400);
}

/** A question as it was asked last, or its answer. */
export type Known = {
  readonly register: Register;
  readonly status: "waiting" | "answered";
  /** What was asked, as a keyed hash in hexadecimal. */
  readonly fingerprint: string;
  readonly attempts: number;
  readonly nextAttemptAt: Date | null;
  readonly expiresAt: Date | null;
};

/** A question that is asked now, for the so-manyeth time, and again at a moment if no answer comes. */
export type QuestionToAsk = {
  readonly register: Register;
  readonly fingerprint: string;
  readonly attempt: number;
  readonly nextAttemptAt: Date;
};

/** Which registers are asked in this round; the others have answered, or their pause is not over. */
export function planRound(
  known: readonly Known[],
  fingerprints: Readonly<Record<Register, string>>,
  now: Date,
  jitter: number,
): QuestionToAsk[] {
  return registers.flatMap((register) => {
    const last = known.find((one) => one.register === register);
    const fingerprint = fingerprints[register];
    const isNew = mustAskAnew(last, fingerprint, now);
    const isDue = last?.nextAttemptAt && last.nextAttemptAt <= now;
    if (!isNew && !isDue) return [];
    const attempt = isNew ? 1 : (last?.attempts ?? 0) + 1;
    return { register, fingerprint, attempt, nextAttemptAt: nextAttemptAt(now, attempt, jitter) };
  });
}

/** Never asked, asked something else, or answered too long ago. */
function mustAskAnew(last: Known | undefined, fingerprint: string, now: Date): boolean {
  if (last?.fingerprint !== fingerprint) return true;
  return last.status === "answered" && (last.expiresAt === null || last.expiresAt <= now);
}
