import { getTranslations } from "next-intl/server";
import type { FlagEvidence } from "../../types/flags.ts";

/** What a flag points at, in a sentence. */
export async function evidenceInWords(evidence: FlagEvidence): Promise<string> {
  const t = await getTranslations("selection-test.flags");
  if (evidence.kind === "same_answers") {
    const { equalWrong, others } = evidence;
    return t("sameAnswers", { equalWrong, others });
  }
  const { answered, medianSeconds, quickRight, knowledge } = evidence;
  return t("tooFast", { answered, median: medianSeconds, quickRight, knowledge });
}
