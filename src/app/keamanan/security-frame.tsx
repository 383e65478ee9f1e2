import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ParticipantFrame } from "#app/frames/participant-frame.tsx";
import { PublicFrame } from "#app/frames/public-frame.tsx";
import { StaffFrame } from "#app/frames/staff-frame.tsx";
import { isStaff } from "#authorization/actor.ts";
import { currentActor } from "#platform/web/session.ts";
import { PageHeader } from "#ui/patterns/page-header.tsx";

type Props = {
  readonly title: string;
  readonly lead?: string;
  /** Pages under the first one lead back to it. */
  readonly isUnder?: boolean;
  readonly children: ReactNode;
};

/** Everybody's own frame around the same pages: a person's, a member of staff's, or none while the second step lacks. */
export async function SecurityFrame({ title, lead, isUnder, children }: Props) {
  const actor = await currentActor();
  const t = await getTranslations("access.security");
  const page = (
    <div className="mx-auto grid w-full max-w-2xl gap-6">
      {isUnder && actor.role !== "visitor" ? (
        <a href="/keamanan" className="link inline-flex min-h-11 w-fit items-center">
          {t("back")}
        </a>
      ) : null}
      <PageHeader title={title} lead={lead} />
      {children}
    </div>
  );
  if (actor.role === "participant") return <ParticipantFrame current="/keamanan">{page}</ParticipantFrame>;
  return isStaff(actor) ? (
    <StaffFrame current="/keamanan">{page}</StaffFrame>
  ) : (
    <PublicFrame>{page}</PublicFrame>
  );
}
