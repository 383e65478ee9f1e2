import { getTranslations } from "next-intl/server";
import { formatMoment } from "#i18n/format.ts";
import { currentLocale } from "#i18n/locale.ts";
import { NextStepCard } from "#ui/patterns/next-step-card.tsx";
import { PageHeader } from "#ui/patterns/page-header.tsx";
import { LinkButton } from "#ui/primitives/button.tsx";
import { Card } from "#ui/primitives/card.tsx";
import { Notice } from "#ui/primitives/notice.tsx";
import { SummaryList } from "#ui/primitives/summary-list.tsx";
import { Tag } from "#ui/primitives/tag.tsx";
import type { TestResult } from "../types.ts";

/** The result in plain words, and the way on. */
export async function ResultView({ result }: { readonly result: TestResult }) {
  const t = await getTranslations("selection-test.result");
  const moment = formatMoment(result.submittedAt, await currentLocale());
  const sent =
    result.submittedBy === "deadline" ? t("sentByDeadline", { moment }) : t("sentByParticipant", { moment });
  return (
    <div className="grid gap-6">
      <PageHeader
        eyebrow={t("title")}
        title={result.passed ? t("passedTitle") : t("failedTitle")}
        lead={sent}
      />
      {result.passed ? (
        <NextStepCard
          label={t("nextLabel")}
          what={t("nextWhat")}
          text={`${t("nextText")} ${t("passedText")}`}
          action={<LinkButton href="/gelombang">{t("nextAction")}</LinkButton>}
        />
      ) : (
        <FailedNotice result={result} />
      )}
      <Scores result={result} />
    </div>
  );
}

async function FailedNotice({ result: { score, gatePercent } }: { readonly result: TestResult }) {
  const t = await getTranslations("selection-test.result");
  return (
    <Notice
      tone="warning"
      title={
        score.complete
          ? t("failedLow", { percent: score.knowledge, gate: gatePercent })
          : t("failedIncomplete")
      }
      action={<LinkButton href="/beranda">{t("home")}</LinkButton>}
    >
      {t("failedNext")}
    </Notice>
  );
}

async function Scores({ result: { score } }: { readonly result: TestResult }) {
  const t = await getTranslations("selection-test");
  const kinds = (["numeracy", "ordering", "reading"] as const).map((kind) => ({
    label: t(`question.kind.${kind}`),
    value: <Percent value={score[kind]} />,
  }));
  return (
    <Card title={t("result.scores")}>
      <SummaryList
        rows={[
          ...kinds,
          { label: t("result.knowledge"), value: <Percent value={score.knowledge} /> },
          { label: t("question.kind.motivation"), value: t(`result.${motivationWord(score.motivation)}`) },
        ]}
      />
    </Card>
  );
}

async function Percent({ value }: { readonly value: number }) {
  const t = await getTranslations("selection-test.result");
  const [tone, word] =
    value >= 75
      ? (["success", "strong"] as const)
      : value >= 50
        ? (["info", "fair"] as const)
        : (["warning", "weak"] as const);
  return (
    <span className="inline-flex flex-wrap items-center gap-3 tabular-nums">
      {value}% <Tag tone={tone}>{t(word)}</Tag>
    </span>
  );
}

/** Statements and their opposites that agree by two thirds or more are called consistent. */
function motivationWord(consistency: number | null): "consistent" | "inconsistent" | "noConsistency" {
  if (consistency === null) return "noConsistency";
  return consistency >= 67 ? "consistent" : "inconsistent";
}
