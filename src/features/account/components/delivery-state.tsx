import { getTranslations } from "next-intl/server";
import { formatMoment } from "#i18n/format.ts";
import { currentLocale } from "#i18n/locale.ts";
import { Notice } from "#ui/primitives/notice.tsx";
import { Tag, type Tone } from "#ui/primitives/tag.tsx";
import type { CodeState } from "../types.ts";

const tones = {
  queued: "neutral",
  sent: "info",
  delivered: "success",
  failed: "danger",
} as const satisfies Record<CodeState["delivery"], Tone>;
const failures = [
  "number-not-active",
  "not-possible",
  "address-unknown",
  "mailbox-full",
  "too-late",
] as const;

/** Where the code is, and what to do when it does not arrive. */
export async function DeliveryState({
  code,
  channel,
}: {
  readonly code: CodeState;
  readonly channel: "sms" | "email";
}) {
  const t = await getTranslations("codes.delivery");
  const when = formatMoment(code.sentAt, await currentLocale());
  const failure = failures.find((known) => known === code.deliveryReason);
  return (
    <div className="grid gap-3" role="status">
      <p className="flex flex-wrap items-center gap-2">
        <Tag tone={tones[code.delivery]}>{t(`${channel}.${code.delivery}`)}</Tag>
        <span className="text-ink-soft">{t("since", { when })}</span>
      </p>
      {failure ? (
        <Notice
          tone={code.delivery === "failed" ? "danger" : "warning"}
          title={t(`failures.${failure}.title`)}
        >
          {t(`failures.${failure}.text`)}
        </Notice>
      ) : null}
    </div>
  );
}
