import { getTranslations } from "next-intl/server";
import { DocumentHints } from "#features/registration/components/document-hints.tsx";
import { PhotoForm, PhotoTips } from "#features/registration/components/photo-form.tsx";
import { findDocuments, signedDocumentAddress } from "#features/registration/queries/documents.ts";
import {
  type DocumentKind,
  type KeptDocument,
  pathOfStep,
  type RegistrationStep,
} from "#features/registration/types.ts";
import { programmeNow } from "#platform/db/clock.ts";
import { newCommandKey } from "#platform/web/command-key.ts";
import { requireParticipant } from "#platform/web/session.ts";
import { LinkButton } from "#ui/primitives/button.tsx";
import { Card } from "#ui/primitives/card.tsx";
import { OwnPicture } from "#ui/primitives/own-picture.tsx";

type Props = { readonly kind: DocumentKind; readonly step: RegistrationStep };

/** A photo of one kind: what was kept and what is worth saying about it, how to make a good one, and the form. */
export async function DocumentStep({ kind, step }: Props) {
  const actor = await requireParticipant();
  const page = kind === "selfie" ? "selfie" : "photo";
  const t = await getTranslations(`registration.${page}`);
  const documents = await findDocuments(actor.participantId);
  const kept = documents.find((document) => document.kind === kind);
  return (
    <>
      {kept ? (
        <Kept
          document={kept}
          address={signedDocumentAddress(kept.id, actor, await programmeNow())}
          page={page}
          next={pathOfStep(step === page ? "review" : step)}
        />
      ) : null}
      <PhotoTips page={page} />
      {kept ? <h2>{t("replace")}</h2> : null}
      <PhotoForm page={page} commandKey={newCommandKey()} isReplacing={kept !== undefined} />
    </>
  );
}

type KeptProps = {
  readonly document: KeptDocument;
  readonly address: string;
  readonly page: "photo" | "selfie";
  readonly next: string;
};

async function Kept({ document, address, page, next }: KeptProps) {
  const t = await getTranslations(`registration.${page}`);
  return (
    <Card title={t("current")}>
      <OwnPicture
        src={address}
        alt={t("currentAlt")}
        width={document.width}
        height={document.height}
        className="h-auto w-full max-w-sm"
      />
      <DocumentHints document={document} />
      <div>
        <LinkButton href={next} wide>
          {t("keep")}
        </LinkButton>
      </div>
    </Card>
  );
}
