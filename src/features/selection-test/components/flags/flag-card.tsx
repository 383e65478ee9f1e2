import { getTranslations } from "next-intl/server";
import { formatMoment } from "#i18n/format.ts";
import { currentLocale } from "#i18n/locale.ts";
import type { ParticipantId } from "#kernel/identifiers.ts";
import { Card } from "#ui/primitives/card.tsx";
import { SummaryList } from "#ui/primitives/summary-list.tsx";
import type { TestFlag } from "../../types/flags.ts";
import { evidenceInWords } from "./evidence-words.ts";

type FlagCardProps = {
  readonly flag: TestFlag;
  /** Whose the other attempt is; null when it is gone, undefined when there is none to name. */
  readonly other: ParticipantId | null | undefined;
};

/** One flag: what is seen, where to look, and what was made of it. */
export async function FlagCard({
  flag: { evidence, participantId, raisedAt, judged },
  other,
}: FlagCardProps) {
  const t = await getTranslations("selection-test.flags");
  const locale = await currentLocale();
  return (
    <Card title={t(`kind.${evidence.kind}`)}>
      <p>{await evidenceInWords(evidence)}</p>
      <p className="text-ink-soft">{t("meaning")}</p>
      <SummaryList
        rows={[
          { label: t("raised"), value: formatMoment(raisedAt, locale) },
          { label: t("mine"), value: <PersonLink id={participantId} /> },
          ...(other === undefined
            ? []
            : [{ label: t("other"), value: other ? <PersonLink id={other} /> : t("otherGone") }]),
          ...(judged
            ? [
                { label: t("judged"), value: t(`verdicts.${judged.verdict}`) },
                { label: t("note"), value: judged.note },
                { label: t("judgedAt"), value: formatMoment(judged.at, locale) },
              ]
            : []),
        ]}
      />
    </Card>
  );
}

function PersonLink({ id }: { readonly id: ParticipantId }) {
  return (
    <a href={`/admin/tes/peserta/${id}`} className="link inline-flex min-h-11 items-center">
      <code className="break-all">{id}</code>
    </a>
  );
}
