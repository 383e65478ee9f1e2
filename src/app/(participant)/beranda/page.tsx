import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { findAddressee } from "#features/account/queries.ts";
import { findTrainingBalance } from "#features/balance/queries.ts";
import { formatMoment } from "#i18n/format.ts";
import { currentLocale } from "#i18n/locale.ts";
import type { ParticipantId } from "#kernel/identifiers.ts";
import { formatRupiah } from "#kernel/money.ts";
import { programmeNow } from "#platform/db/clock.ts";
import { requireParticipant } from "#platform/web/session.ts";
import { NextStepCard } from "#ui/patterns/next-step-card.tsx";
import { PageHeader } from "#ui/patterns/page-header.tsx";
import { LinkButton } from "#ui/primitives/button.tsx";
import { Steps } from "#ui/primitives/steps.tsx";
import { ParticipantFrame } from "../../frames/participant-frame.tsx";
import { findJourneyFacts } from "./journey-facts.ts";
import { type JourneyFacts, type NextStep, type NextStepName, nextStep } from "./next-step.ts";

const STEPS = ["register", "wave", "choose", "follow", "review", "incentive", "survey"] as const;

/** How many of the seven steps lie behind someone whose next step this is. */
const STEPS_DONE: Record<NextStepName, number> = {
  registration: 0,
  verification: 0,
  inReview: 0,
  mend: 0,
  appeal: 0,
  appealed: 0,
  closed: 0,
  test: 0,
  join: 1,
  waitWave: 1,
  notSelected: 1,
  induction: 2,
  buy: 2,
  redeem: 3,
  learn: 3,
  review: 4,
  link: 5,
  survey: 6,
  enjoy: 6,
};

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("home.home");
  return { title: t("title") };
}

export default async function HomePage() {
  const { participantId } = await requireParticipant("/beranda");
  const t = await getTranslations("home");
  const [who, facts] = await Promise.all([
    findAddressee(participantId),
    findJourneyFacts(participantId, await programmeNow(), await currentLocale()),
  ]);
  const next = nextStep(facts);
  const done = STEPS_DONE[next.name];
  return (
    <ParticipantFrame current="/beranda">
      <PageHeader title={t("home.greeting", { name: who?.displayName ?? "" })} lead={t("home.lead")} />
      <WhatToDoNow next={next} facts={facts} participantId={participantId} />
      <section aria-labelledby="perjalanan" className="grid gap-5">
        <h2 id="perjalanan">{t("home.journey")}</h2>
        <Steps
          items={STEPS.map((step, index) => ({
            label: t(`steps.${step}`),
            note: t(`stepNotes.${step}`),
            state: index < done ? "done" : index === done ? "current" : "todo",
          }))}
          stateTexts={{ done: t("states.done"), current: t("states.current"), todo: t("states.todo") }}
        />
      </section>
    </ParticipantFrame>
  );
}

type WhatToDoNowProps = {
  readonly next: NextStep;
  readonly facts: JourneyFacts;
  readonly participantId: ParticipantId;
};

async function WhatToDoNow({ next, facts, participantId }: WhatToDoNowProps) {
  const t = await getTranslations("home.home");
  const balance =
    next.name === "buy" || next.name === "induction"
      ? formatRupiah(await findTrainingBalance(participantId))
      : "";
  const values = {
    balance,
    course: facts.purchase?.courseTitle ?? "",
    number: facts.openSurvey?.number ?? 0,
  };
  const hasOtherwise =
    next.name === "induction" || next.name === "buy" || next.name === "redeem" || next.name === "learn";
  return (
    <NextStepCard
      label={t("now")}
      what={t(`next.${next.name}.what`, values)}
      text={t(`next.${next.name}.text`, values)}
      until={
        next.until
          ? t(next.mood === "wait" ? "answeredBy" : "until", {
              when: formatMoment(next.until, await currentLocale()),
            })
          : undefined
      }
      otherwise={hasOtherwise ? t(`next.${next.name}.otherwise`) : undefined}
      mood={next.mood}
      action={<LinkButton href={next.href}>{t(`next.${next.name}.action`)}</LinkButton>}
    />
  );
}
