import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ParticipantFrame } from "#app/frames/participant-frame.tsx";
import { InductionFilm } from "#features/balance/components/induction-film.tsx";
import { PartQuestionForm } from "#features/balance/components/induction-forms.tsx";
import { findInduction } from "#features/balance/queries.ts";
import { inductionPath } from "#features/balance/schema.ts";
import { type InductionPart, leastSeconds } from "#features/balance/types.ts";
import { requireParticipant } from "#platform/web/session.ts";
import { PageHeader } from "#ui/patterns/page-header.tsx";
import { LinkButton } from "#ui/primitives/button.tsx";
import { Icon } from "#ui/primitives/icon.tsx";
import { Notice } from "#ui/primitives/notice.tsx";

type Props = { readonly params: Promise<{ readonly part: string }> };

async function partOf({ params }: Props): Promise<InductionPart> {
  const path = inductionPath.safeParse((await params).part);
  return path.success ? path.data : notFound();
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const t = await getTranslations("balance.induction");
  return { title: t(`parts.${await partOf(props)}.title`) };
}

/** One part: to watch or to read, and its question. A part that was not opened yet is opened from the list. */
export default async function InductionPartPage(props: Props) {
  const part = await partOf(props);
  const { participantId } = await requireParticipant(`/induksi/${part}`);
  const { parts, next } = await findInduction(participantId);
  const opened = parts.find((one) => one.part === part);
  if (!opened) redirect("/induksi");
  const t = await getTranslations("balance.induction");
  return (
    <ParticipantFrame current="/saldo">
      <a href="/induksi" className="link inline-flex min-h-11 w-fit items-center gap-2">
        <Icon name="arrow-left" size={20} />
        {t("back")}
      </a>
      <PageHeader title={t(`parts.${part}.title`)} eyebrow={t("eyebrow", { part })} lead={t("how")} />
      <InductionFilm part={part} />
      {opened.doneAt ? (
        <Notice
          tone="success"
          title={t("partDone")}
          action={
            <LinkButton href={next === null ? "/saldo" : "/induksi"}>
              {t(next === null ? "finishedAction" : "onward")}
            </LinkButton>
          }
        >
          {t("partDoneText")}
        </Notice>
      ) : (
        <PartQuestionForm part={part} seconds={leastSeconds} />
      )}
    </ParticipantFrame>
  );
}
