import { formatMoment } from "#i18n/format.ts";
import { currentLocale } from "#i18n/locale.ts";
import type { Proposal } from "#platform/approval/rules.ts";
import { Notice } from "#ui/primitives/notice.tsx";

type Words = (key: "proposed" | "proposedByYou" | "proposedAt", values?: Record<string, string>) => string;

type ProposalNoticeProps = {
  readonly proposal: Proposal;
  readonly isOwn: boolean;
  /** The words of the step. */
  readonly say: Words;
};

/** Who proposed a step and when. */
export async function ProposalNotice({ proposal, isOwn, say }: ProposalNoticeProps) {
  const moment = formatMoment(proposal.proposedAt, await currentLocale());
  return (
    <Notice tone="warning" title={isOwn ? say("proposedByYou") : say("proposed", { name: proposal.name })}>
      {say("proposedAt", { moment })}
    </Notice>
  );
}
