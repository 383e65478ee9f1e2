import { getTranslations } from "next-intl/server";
import { Card } from "#ui/primitives/card.tsx";
import { DataTable } from "#ui/primitives/data-table.tsx";
import type { Sample, SampledApplicant } from "../types.ts";
import { FactList, VerdictTag } from "./judged-facts.tsx";
import { tallyWords } from "./tally-words.ts";

type SampleTableProps = { readonly waveId: string; readonly sample: Sample; readonly lasting: string };

/** The people of a sample with what was decided on them and from what; names and NIK masked, if at all. */
export async function SampleTable({ waveId, sample, lasting }: SampleTableProps) {
  const t = await getTranslations("wave-review.sample");
  const labels = await getTranslations("wave-review.labels");
  const words = await tallyWords();
  const { rows } = sample;
  const named = rows.some(({ nik }) => nik !== null);
  return (
    <Card title={t("seedWas", { seed: String(sample.seed) })}>
      <p className="text-ink-soft">{t(sample.isFixed ? "fixed" : "now")}</p>
      <p>
        <a className="link inline-flex min-h-11 items-center" href={lasting}>
          {t("same")}
        </a>
      </p>
      <DataTable
        caption={t("caption")}
        captionHidden
        dense
        rows={rows}
        rowKey={({ participantId }) => participantId}
        empty={<p className="text-ink-soft">{t("empty")}</p>}
        columns={[
          {
            header: t("person"),
            cell: ({ participantId }) => (
              <a className="link break-all" href={`/admin/gelombang/${waveId}/peserta/${participantId}`}>
                {participantId}
              </a>
            ),
            rowHeader: true,
          },
          ...(named
            ? [
                { header: t("name"), cell: ({ name }: SampledApplicant) => name ?? "–" },
                { header: t("nik"), cell: ({ nik }: SampledApplicant) => nik ?? "–" },
              ]
            : []),
          { header: t("age"), cell: ({ age }) => age ?? "–", numeric: true },
          { header: t("gender"), cell: ({ gender }) => labels(`gender.${gender ?? "unknown"}`) },
          { header: t("province"), cell: ({ province }) => province ?? "–" },
          {
            header: t("priority"),
            cell: ({ laidOff }) => labels(`priority.${laidOff ? "first" : "other"}`),
          },
          { header: t("facts"), cell: (row) => <FactList facts={row} /> },
          {
            header: t("verdict"),
            cell: ({ refusal }) => (
              <VerdictTag
                refusal={refusal}
                words={words("verdict", { label: refusal ?? "eligible", name: null })}
              />
            ),
          },
        ]}
      />
    </Card>
  );
}
