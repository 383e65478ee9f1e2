import { addSeconds } from "#kernel/calendar.ts";
import type { PartnerClient } from "../types/client.ts";
import type { Redeemable, TaskStatus } from "../types/redeemable.ts";
import type { SandboxState } from "../types/sandbox.ts";

/** Codes that begin so belong to nobody: partners try their systems with them. */
const SANDBOX_PREFIX = "PRAT-";

export function isSandboxCode(code: string): boolean {
  return code.startsWith(SANDBOX_PREFIX);
}

/**
 * The named test cases. Every other code with the prefix is a self-paced training that was just bought, and each client has
 * codes of its own. `redeem-code/reset` sets a code back to how it begins.
 */
export const sandboxCases: Readonly<Record<string, SandboxCase>> = {
  "PRAT-BARU": { shows: "OK", changes: {} },
  "PRAT-WEBINAR": { shows: "OK", changes: { mode: "webinar" } },
  "PRAT-TATAPMUKA": { shows: "ERRRDM40002", changes: { mode: "face_to_face" } },
  "PRAT-TIDAKADA": { shows: "ERRRDM40001", changes: null },
  "PRAT-TIPE": { shows: "ERRRDM40002", changes: { mode: "face_to_face" } },
  "PRAT-LAIN": { shows: "ERRRDM40003", changes: { providerSlug: "lembaga-lain" } },
  "PRAT-BATAL": { shows: "ERRRDM40004", changes: { isCalledOff: true } },
  "PRAT-TRXBATAL": { shows: "ERRRDM40005", changes: { status: "cancelled" } },
  "PRAT-TERPAKAI": { shows: "ERRRDM40006", changes: { status: "redeemed" } },
  "PRAT-WAKTU": { shows: "ERRRDM40007", changes: {}, isLate: true },
  "PRAT-EMAIL": { shows: "ERRRDM40009", changes: {}, isEmailTaken: true },
  "PRAT-HADIR": { shows: "ERRRDM40011", changes: { status: "redeemed", present: [1] } },
  "PRAT-BELUM": { shows: "attendance_status 0", changes: {}, staysAbsent: true },
  "PRAT-FILE": { shows: "ERRTPM40002", changes: { status: "redeemed", present: [1] }, isFileAway: true },
  "PRAT-GAGAL": { shows: "status 3", changes: { status: "redeemed", present: [1] }, task: 3 },
  "PRAT-PROSES": { shows: "status 1", changes: { status: "redeemed", present: [1] }, task: 1 },
};

type SandboxCase = {
  /** What it is there to show: a code, or a field of the answer. */
  readonly shows: string;
  /** How it differs from a training that was just bought; null: there is no such code. */
  readonly changes: Partial<
    Pick<Redeemable, "mode" | "providerSlug" | "isCalledOff" | "status" | "present">
  > | null;
  readonly isLate?: true;
  readonly isEmailTaken?: true;
  /** Presence is never shown: the page leads back with `status=0`. */
  readonly staysAbsent?: true;
  readonly isFileAway?: true;
  /** What becomes of a task that is handed in; success where nothing is said. */
  readonly task?: Exclude<TaskStatus, 0>;
};

const ordinary: SandboxCase = { shows: "OK", changes: {} };
const DAY_SECONDS = 86_400;

export function caseOf(code: string): SandboxCase {
  return sandboxCases[code] ?? ordinary;
}

export const freshState: SandboxState = { redeemedAt: null, present: [], tasks: {} };

/** A training code as if it had been bought yesterday, with what it went through since. Null where none is known. */
export function sandboxRedeemable(
  code: string,
  client: PartnerClient,
  state: SandboxState,
  now: Date,
): Redeemable | null {
  const { changes, isLate } = caseOf(code);
  if (!changes) return null;
  const mode = changes.mode ?? "self_paced";
  const startsAt = mode === "self_paced" ? null : addSeconds(now, 1_800);
  const word = code.slice(SANDBOX_PREFIX.length);
  const redeemedAt = state.redeemedAt ? new Date(state.redeemedAt) : null;
  return {
    ...{ redeemCode: code, purchaseId: null, participantId: null, courseId: null },
    ...{ courseCode: "KRS-PRAT", invoiceCode: `INV-PRAT-${word}`, scheduleCode: "JDW-PRAT" },
    ...{ providerSlug: client.ownerSlug, platformSlug: "platform-simulasi", isCalledOff: false },
    ...{ mode, startsAt, endsAt: startsAt && addSeconds(startsAt, 7_200) },
    redeemFrom: addSeconds(now, -DAY_SECONDS),
    redeemBy: addSeconds(now, isLate ? -1 : 14 * DAY_SECONDS),
    ...changes,
    redeemedAt: redeemedAt ?? (changes.status === "redeemed" ? addSeconds(now, -DAY_SECONDS) : null),
    status: redeemedAt ? "redeemed" : (changes.status ?? "bought"),
    present: [...(changes.present ?? []), ...state.present],
  };
}

/** The state after the code was used, or presence shown at a part. */
export function withPresence(state: SandboxState, sequence: number | null, now: Date): SandboxState {
  const present = sequence === null ? state.present : [...state.present, sequence];
  return { ...state, present, redeemedAt: state.redeemedAt ?? now.toISOString() };
}
