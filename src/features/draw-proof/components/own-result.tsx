import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { exclusionReasons } from "#features/wave-review/types.ts";
import { currentLocale } from "#i18n/locale.ts";
import { refusalSentence } from "#i18n/sentences.ts";
import { Notice } from "#ui/primitives/notice.tsx";
import type { OwnResult } from "../types.ts";

/** What the wave brought this person, in plain words with the reason. */
export async function OwnResultNotice({ result }: { readonly result: OwnResult }) {
  const t = await getTranslations("draw-proof.own.result");
  const locale = await currentLocale();
  switch (result.kind) {
    case "recipient": {
      const decree = result.decreeNumber;
      return result.fromWaitingList ? (
        <Told good title={t("later")}>
          {t("laterText", { decree })}
        </Told>
      ) : (
        <Told good title={t("recipient")}>
          {t("recipientText", { decree })}
        </Told>
      );
    }
    case "drawn":
      return (
        <Told good={result.outcome === "selected"} title={t(result.outcome)}>
          {t(`${result.outcome}Text`)}
        </Told>
      );
    case "not-in-draw":
      return (
        <Told title={t("not-in-draw")}>
          <p>{refusalSentence(locale, { code: result.code })}</p>
          {result.exclusion ? <ExclusionReason code={result.exclusion} /> : null}
        </Told>
      );
    case "without-proof":
      return (
        <Told good={result.selected} title={result.selected ? t("recipient") : t("notSelected")}>
          {result.code ? <p>{refusalSentence(locale, { code: result.code })}</p> : null}
          <p>{t("withoutProof")}</p>
        </Told>
      );
  }
}

/** Why an administrator took somebody out, in the words of the review. */
async function ExclusionReason({ code }: { readonly code: string }) {
  const t = await getTranslations("wave-review.exclusions.reasons");
  const reason = exclusionReasons.find((known) => known === code);
  return reason ? <p>{t(reason)}</p> : null;
}

function Told({
  good,
  title,
  children,
}: {
  readonly good?: boolean;
  readonly title: string;
  readonly children: ReactNode;
}) {
  return (
    <Notice tone={good ? "success" : "warning"} title={title}>
      {children}
    </Notice>
  );
}
