import { getTranslations } from "next-intl/server";
import { educations } from "#features/registration/types.ts";
import { ageGroups, type ShownDimension, type Tally, verdicts } from "../types.ts";

const genders = ["female", "male"] as const;
const answers = ["yes", "no"] as const;
const priorities = ["first", "other"] as const;
const outcomes = ["selected", "family_card_full", "quota_full", "not_drawn"] as const;

export type TallyWords = (dimension: ShownDimension, tally: Pick<Tally, "label" | "name">) => string;

/** The words of a tally's label. A code without words, from data of another time, counts as unknown. */
export async function tallyWords(): Promise<TallyWords> {
  const t = await getTranslations("wave-review.labels");
  const education = await getTranslations("registration.situation.educations");
  const words = {
    province: () => t("unknown"),
    gender: byCode(genders, (code) => t(`gender.${code}`)),
    age: byCode(ageGroups, (code) => t(`age.${code}`)),
    education: byCode(educations, (code) => education(code)),
    disability: byCode(answers, (code) => t(`disability.${code}`)),
    priority: byCode(priorities, (code) => t(`priority.${code}`)),
    verdict: byCode(verdicts, (code) => t(`verdict.${code}`)),
    outcome: byCode(outcomes, (code) => t(`outcome.${code}`)),
  } satisfies Record<ShownDimension, (label: string) => string | null>;
  return (dimension, { label, name }) => name ?? words[dimension](label) ?? t("unknown");
}

function byCode<Code extends string>(codes: readonly Code[], words: (code: Code) => string) {
  return (label: string): string | null => {
    const known = codes.find((code) => code === label);
    return known === undefined ? null : words(known);
  };
}

/** Ages and education go in their own order, everything else by number. */
export function inOrder(dimension: ShownDimension, tallies: readonly Tally[]): readonly Tally[] {
  const order: readonly string[] | null =
    dimension === "age" ? ageGroups : dimension === "education" ? educations : null;
  if (!order) return tallies;
  const placeOf = ({ label }: Tally) => (order.includes(label) ? order.indexOf(label) : order.length);
  return tallies.toSorted((one, other) => placeOf(one) - placeOf(other));
}
