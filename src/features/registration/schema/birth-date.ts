import { z } from "zod";
import { type Day, dayOf } from "#kernel/calendar.ts";

const box = z.string().trim().optional().default("");

/** Three boxes, sent as they stand. */
export const birthDateBoxes = {
  "birthDate-day": box,
  "birthDate-month": box,
  "birthDate-year": box,
};

type Boxes = { readonly [Name in keyof typeof birthDateBoxes]: string };

/** Says at the date's own name that the boxes hold no day, beside the faults of the other fields. */
export const mustHoldADay: [
  (boxes: Boxes) => boolean,
  { message: string; path: string[]; when: (payload: z.core.ParsePayload) => boolean },
] = [
  (boxes) => dayIn(boxes) !== null,
  {
    message: "registration-birth-date-shape",
    path: ["birthDate"],
    when: ({ value }) => typeof value === "object" && value !== null,
  },
];

/** The boxes become one day. */
export function withBirthDate<Fields extends Boxes>(fields: Fields, context: z.core.$RefinementCtx) {
  const { "birthDate-day": _day, "birthDate-month": _month, "birthDate-year": _year, ...rest } = fields;
  const birthDate = dayIn(fields);
  if (birthDate) return { ...rest, birthDate };
  context.addIssue({ code: "custom", message: "registration-birth-date-shape", path: ["birthDate"] });
  return z.NEVER;
}

function dayIn(boxes: Boxes): Day | null {
  const { "birthDate-day": day, "birthDate-month": month, "birthDate-year": year } = boxes;
  const isWritten = /^\d{1,2}$/.test(day) && /^\d{1,2}$/.test(month) && /^\d{4}$/.test(year);
  return isWritten ? dayOf(Number(year), Number(month), Number(day)) : null;
}
