import { getTranslations } from "next-intl/server";
import { Notice } from "#ui/primitives/notice.tsx";
import type { KeptDocument } from "../types.ts";

/** What is worth a look before a photo is sent on: never a refusal. */
export async function DocumentHints({ document }: { readonly document: KeptDocument }) {
  const t = await getTranslations("registration.documents");
  const differing = Object.entries(document.reading ?? {}).flatMap(([datum, agreement]) =>
    agreement === "differs" ? [datum as "nik" | "name" | "birthDate"] : [],
  );
  if (document.hints.length === 0 && differing.length === 0)
    return (
      <Notice tone="success" live>
        {t("fine")}
      </Notice>
    );
  return (
    <Notice tone="warning" live>
      <p className="font-semibold">{t("look")}</p>
      <ul className="grid list-disc gap-1 ps-5">
        {document.hints.map((hint) => (
          <li key={hint}>{t(`hints.${hint}`)}</li>
        ))}
        {differing.map((datum) => (
          <li key={datum}>{t(`differs.${datum}`)}</li>
        ))}
      </ul>
      <p>{t("yours")}</p>
    </Notice>
  );
}
