import { getTranslations } from "next-intl/server";
import { formatDay } from "#i18n/format.ts";
import { currentLocale } from "#i18n/locale.ts";
import { Card } from "#ui/primitives/card.tsx";
import { Notice } from "#ui/primitives/notice.tsx";
import { SummaryList } from "#ui/primitives/summary-list.tsx";
import { Tag, type Tone } from "#ui/primitives/tag.tsx";
import { VisuallyHidden } from "#ui/primitives/visually-hidden.tsx";
import type { PayoutAccount } from "../types.ts";

const tones = { checking: "info", verified: "success", refused: "danger" } as const satisfies Record<
  PayoutAccount["status"],
  Tone
>;

/** The linked account, masked, with its state and what to do about it. */
export async function PayoutAccountCard({ account }: { readonly account: PayoutAccount }) {
  const t = await getTranslations("incentives");
  const locale = await currentLocale();
  return (
    <Card
      title={t("account.own")}
      aside={<Tag tone={tones[account.status]}>{t(`account.status.${account.status}`)}</Tag>}
    >
      {account.status === "refused" ? (
        <Notice tone="danger" title={t("account.refusedTitle")}>
          {account.reason ? t(`refusals.${account.reason}`) : null}
        </Notice>
      ) : (
        <p>{t(`account.explain.${account.status}`)}</p>
      )}
      <SummaryList
        rows={[
          { label: t("account.institution"), value: t(`institutions.${account.institution}`) },
          {
            label: t("account.number"),
            value: (
              <>
                <span aria-hidden="true" className="tabular-nums">
                  {t("account.masked", { tail: account.numberTail })}
                </span>
                <VisuallyHidden>{t("account.maskedSpoken", { tail: account.numberTail })}</VisuallyHidden>
              </>
            ),
          },
          { label: t("account.holder"), value: account.holderName ?? t("account.holderUnknown") },
          { label: t("account.since"), value: formatDay(account.linkedAt, locale) },
        ]}
      />
    </Card>
  );
}
