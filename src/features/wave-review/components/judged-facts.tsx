import { getTranslations } from "next-intl/server";
import type { JudgedFacts } from "../types.ts";

/** What speaks against a person. */
export async function FactList({ facts }: { readonly facts: JudgedFacts }) {
  const t = await getTranslations("wave-review.facts");
  const against = (
    ["recipient", "blacklisted", "excludedOccupation", "inEducation", "otherAid", "excluded"] as const
  ).filter((fact) => facts[fact]);
  const words = [
    ...(facts.verified ? [] : [t("unverified")]),
    ...against.map((fact) => t(fact)),
    ...(facts.familyRecipients > 0 ? [t("family", { count: facts.familyRecipients })] : []),
  ];
  return words.length === 0 ? t("none") : words.join(", ");
}

type VerdictTagProps = { readonly refusal: string | null; readonly words: string };

/** A verdict in words that may be long, so no tag around them. */
export function VerdictTag({ refusal, words }: VerdictTagProps) {
  return <strong className={refusal === null ? "text-success" : "text-warning"}>{words}</strong>;
}
