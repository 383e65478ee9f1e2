import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ParticipantFrame } from "#app/frames/participant-frame.tsx";
import { OpenPartForm } from "#features/balance/components/induction-forms.tsx";
import { findCard, findInduction } from "#features/balance/queries.ts";
import { type InductionState, inductionParts } from "#features/balance/types.ts";
import { requireParticipant } from "#platform/web/session.ts";
import { PageHeader } from "#ui/patterns/page-header.tsx";
import { LinkButton } from "#ui/primitives/button.tsx";
import { EmptyState } from "#ui/primitives/empty-state.tsx";
import { Notice } from "#ui/primitives/notice.tsx";
import { Steps } from "#ui/primitives/steps.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("balance.induction");
  return { title: t("title"), description: t("lead") };
}

/** The three parts before the card, and how far the person is with them. */
export default async function InductionPage() {
  const { participantId } = await requireParticipant("/induksi");
  const [card, induction] = await Promise.all([findCard(participantId), findInduction(participantId)]);
  return (
    <ParticipantFrame current="/saldo">
      {card ? <Parts induction={induction} /> : <NoCard />}
    </ParticipantFrame>
  );
}

async function Parts({ induction }: { readonly induction: InductionState }) {
  const t = await getTranslations("balance.induction");
  const { next, parts, isDone } = induction;
  const stateOf = (part: number) =>
    part === next ? "current" : isDone || (next !== null && part < next) ? "done" : "todo";
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} />
      {next === null ? (
        <Notice
          tone="success"
          title={t("finishedTitle")}
          live
          action={<LinkButton href="/saldo">{t("finishedAction")}</LinkButton>}
        >
          {t("finishedText")}
        </Notice>
      ) : null}
      <Steps
        stateTexts={{ done: t("done"), current: t("current"), todo: t("todo") }}
        items={inductionParts.map((part) => ({
          label: t(`parts.${part}.title`),
          state: stateOf(part),
          href: parts.some((one) => one.part === part) ? `/induksi/${part}` : undefined,
        }))}
      />
      {next === null ? null : <OpenPartForm part={next} isOpen={parts.some((one) => one.part === next)} />}
    </>
  );
}

async function NoCard() {
  const t = await getTranslations("balance.induction");
  return (
    <EmptyState
      scene="video"
      level={1}
      title={t("noneTitle")}
      text={t("noneText")}
      action={<LinkButton href="/saldo">{t("noneAction")}</LinkButton>}
    />
  );
}
