import { getTranslations } from "next-intl/server";
import { Notice } from "#ui/primitives/notice.tsx";
import type { KeptDocument } from "../types.ts";

/** What is worth a look before a photo is sent on: never a refusal. */
export async function DocumentHints({ document }: { readonly document: KeptDocument }) {
  const t = await getTranslations("registration.documents");
  const sentences = [
    ...document.hints.map((hint) => t(`hints.${document.kind}.${hint}`)),
    ...differing(document).map((datum) => t(`differs.${datum}`)),
  ];
  if (sentences.length === 0)
    return (
      <Notice tone="success" live>
        {t("fine")}
      </Notice>
    );
  return (
    <Notice tone="warning" live title={t("look")}>
      <ul className="grid list-disc gap-1 ps-5">
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <p className="mt-1.5">{t("yours")}</p>
    </Notice>
  );
}

/** On the review: what a machine read on the KTP otherwise than it was typed; nothing when nothing differs. */
export async function ReadingHints({ documents }: { readonly documents: readonly KeptDocument[] }) {
  const t = await getTranslations("registration.documents");
  const sentences = documents.flatMap(differing).map((datum) => t(`differs.${datum}`));
  if (sentences.length === 0) return null;
  return (
    <Notice tone="warning" title={t("check")}>
      <ul className="grid list-disc gap-1 ps-5">
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </Notice>
  );
}

/** What a machine read on the card otherwise than it was typed. */
function differing({ reading }: KeptDocument) {
  return (["nik", "name", "birthDate"] as const).filter((datum) => reading?.[datum] === "differs");
}
