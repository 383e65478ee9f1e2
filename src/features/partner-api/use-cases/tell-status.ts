import type { z } from "zod";
import type { CourseMode } from "#features/catalogue/types.ts";
import { inUtcSeconds } from "#kernel/calendar.ts";
import { type Call, done, type Reply } from "../endpoint.ts";
import { decideSequence, isUsed } from "../policy/redeeming.ts";
import type { statusOutput } from "../schema/redeem-code.ts";
import type { Redeemable } from "../types/redeemable.ts";
import { readCode } from "./hold-code.ts";

export type RedeemStatus = z.output<typeof statusOutput>;

const TYPES: Readonly<Record<CourseMode, { readonly type: number; readonly label: string }>> = {
  self_paced: { type: 1, label: "self-paced" },
  webinar: { type: 2, label: "webinar" },
  face_to_face: { type: 3, label: "face-to-face" },
};

/** Where a code stands, and whether presence was shown at one part of its training. */
export async function tellStatus(
  call: Call,
  input: { readonly redeemCode: string; readonly sequence: unknown },
): Promise<Reply<RedeemStatus>> {
  const held = await readCode(call, input.redeemCode);
  if (!held.ok) return held;
  const sequence = decideSequence(input.sequence);
  return sequence.ok ? done(statusOf(held.value.found, sequence.value)) : sequence;
}

export function statusOf(found: Redeemable, sequence: number): RedeemStatus {
  const { startsAt, endsAt, redeemedAt } = found;
  const course = courseOf(found.mode);
  return {
    redeem_code: found.redeemCode,
    course_code: found.courseCode,
    invoice_code: found.invoiceCode,
    schedule_code: found.scheduleCode,
    status: isUsed(found) ? 1 : 0,
    attendance_status: found.present.includes(sequence) ? 1 : 0,
    redeem_at: redeemedAt && inUtcSeconds(redeemedAt),
    dp_platform: found.platformSlug,
    schedule_start_end: startsAt && endsAt ? `${inUtcSeconds(startsAt)}/${inUtcSeconds(endsAt)}` : "",
    course_type: course.type,
    course_type_label: TYPES[found.mode].label,
    course_learning_method: course.learning_method,
    is_online_attendance: found.mode !== "face_to_face",
    sequence,
  };
}

/** The type and way of a training, as partners number it. */
export function courseOf(mode: CourseMode): { type: number; learning_method: "online" | "offline" } {
  return { type: TYPES[mode].type, learning_method: mode === "face_to_face" ? "offline" : "online" };
}
