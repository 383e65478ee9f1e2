import { HelperNotice } from "#features/assisted-registration/components/helper-notice.tsx";
import { findHelper } from "#features/assisted-registration/queries.ts";
import { ReadingHints } from "#features/registration/components/document-hints.tsx";
import { RegistrationReview } from "#features/registration/components/registration-review.tsx";
import { findDocuments, signedDocumentAddress } from "#features/registration/queries/documents.ts";
import { findAreaPath, findCategories, findRegistrationSummary } from "#features/registration/queries.ts";
import type { RegistrationPage } from "#features/registration/types.ts";
import { currentLocale } from "#i18n/locale.ts";
import { programmeNow } from "#platform/db/clock.ts";
import { requireParticipant } from "#platform/web/session.ts";

/** Everything that the person told, who typed it, and the way to each page that may be changed now. */
export async function KnownData({ changeable }: { readonly changeable: readonly RegistrationPage[] }) {
  const actor = await requireParticipant();
  const summary = await findRegistrationSummary(actor.participantId);
  const categories = await findCategories(await currentLocale());
  const documents = await findDocuments(actor.participantId);
  const now = await programmeNow();
  return (
    <>
      <HelperNotice helper={await findHelper(actor.participantId)} />
      <ReadingHints documents={documents} />
      <RegistrationReview
        summary={summary}
        areas={await findAreaPath(summary.villageCode ?? "")}
        domicileAreas={await findAreaPath(summary.domicile?.villageCode ?? "")}
        category={categories.find(({ code }) => code === summary.wantedCategory)?.name}
        documents={documents.map(({ id, kind }) => ({ kind, href: signedDocumentAddress(id, actor, now) }))}
        changeable={changeable}
      />
    </>
  );
}
