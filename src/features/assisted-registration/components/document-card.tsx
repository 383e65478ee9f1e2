import { getTranslations } from "next-intl/server";
import { Card } from "#ui/primitives/card.tsx";
import { Tag } from "#ui/primitives/tag.tsx";
import { DocumentForm } from "./document-form.tsx";

type Props = {
  readonly kind: "id_card" | "selfie";
  readonly participantId: string;
  readonly commandKey: string;
  readonly isThere: boolean;
  /** Whether this is the photo to be taken now: one form a page. */
  readonly isAsked: boolean;
};

/** One of the two photos: whether it is there, a look at it, and a way to add or replace it. */
export async function DocumentCard({ kind, participantId, commandKey, isThere, isAsked }: Props) {
  const t = await getTranslations("assisted-registration.photos");
  return (
    <Card
      title={t(kind)}
      aside={<Tag tone={isThere ? "success" : "warning"}>{t(isThere ? "has" : "missing")}</Tag>}
    >
      <div className="flex flex-wrap gap-x-6">
        {isThere ? (
          <a
            href={`/dinas/bantu/${participantId}/foto/lihat?jenis=${kind}`}
            className="link inline-flex min-h-11 items-center"
          >
            {t("view")}
          </a>
        ) : null}
        {isThere && !isAsked ? (
          <a
            href={`/dinas/bantu/${participantId}/foto?ganti=${kind}`}
            className="link inline-flex min-h-11 items-center"
          >
            {t("replace", { kind })}
          </a>
        ) : null}
      </div>
      {isAsked ? (
        <DocumentForm
          kind={kind}
          participantId={participantId}
          commandKey={commandKey}
          isReplacing={isThere}
        />
      ) : null}
    </Card>
  );
}
