import { addSeconds, secondsBetween } from "#kernel/calendar.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";
import type { BalanceRefusal, InductionRefusal } from "../refusals.ts";
import {
  type InductionChoice,
  type InductionPart,
  type InductionState,
  inductionParts,
  leastSeconds,
  type PartState,
  type RecipientCard,
} from "../types.ts";

/** Seconds for which a shown card number stays on the page. */
const SHOWN_SECONDS = 120;

const ANSWERS: Readonly<Record<InductionPart, InductionChoice>> = { 1: "b", 2: "c", 3: "a" };

/** How far somebody is, from the parts that they opened. */
export function readInduction(parts: readonly PartState[]): InductionState {
  const isDone = (part: InductionPart) => parts.some((one) => one.part === part && one.doneAt !== null);
  const next = inductionParts.find((part) => !isDone(part)) ?? null;
  return { parts, isDone: next === null, next };
}

/** The parts are taken in their order; one that was opened or done may be opened again. */
export function decideOpening(
  state: InductionState,
  part: InductionPart,
): Result<InductionPart, InductionRefusal> {
  if (state.next !== null && part > state.next) {
    return refuse({ code: "induction-part-before", part: state.next });
  }
  return ok(part);
}

/** A part is done when its time has passed and its question is answered rightly; done once, it stays done. */
export function decideAnswer(
  state: InductionState,
  part: InductionPart,
  choice: InductionChoice,
  now: Date,
): Result<InductionPart, InductionRefusal> {
  const opened = state.parts.find((one) => one.part === part);
  if (!opened) return refuse({ code: "induction-not-opened" });
  if (opened.doneAt) return ok(part);
  const readyAt = addSeconds(opened.openedAt, leastSeconds);
  if (now < readyAt) {
    return refuse({ code: "induction-too-early", seconds: Math.ceil(secondsBetween(now, readyAt)) });
  }
  return choice === ANSWERS[part] ? ok(part) : refuse({ code: "induction-answer-wrong" });
}

/** The number is shown after the three parts; whoever has seen it before there were any may see it again. */
export function decideShowing(
  card: RecipientCard | null,
  state: InductionState,
): Result<void, BalanceRefusal> {
  if (!card) return refuse({ code: "balance-no-card" });
  return state.isDone || card.shownAt !== null ? ok() : refuse({ code: "balance-induction-open" });
}

/** Until when a number that was shown at that moment stays on the page. */
export function shownUntil(shownAt: Date): Date {
  return addSeconds(shownAt, SHOWN_SECONDS);
}
