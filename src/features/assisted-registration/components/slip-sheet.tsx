import { getTranslations } from "next-intl/server";
import { formatMoment } from "#i18n/format.ts";
import { currentLocale } from "#i18n/locale.ts";
import { PrintPage } from "#ui/patterns/print-page.tsx";
import type { Slip } from "../types.ts";

type Props = {
  readonly slip: Slip;
  readonly region: string;
  /** Where the person goes with the code. */
  readonly address: string;
};

const steps = ["a", "b", "c", "d"] as const;

/** The sheet that the person takes home. */
export async function SlipSheet({ slip, region, address }: Props) {
  const t = await getTranslations("assisted-registration.slip");
  const shell = await getTranslations("shell");
  const until = formatMoment(slip.expiresAt, await currentLocale());
  return (
    <PrintPage
      issuer={shell("product")}
      simulation={shell("simulation")}
      title={t("title", { name: slip.name })}
      footer={t("footer", { region })}
    >
      <div className="grid gap-1">
        <p className="font-semibold">{t("codeLabel")}</p>
        <p className="font-mono text-4xl font-bold tracking-widest">{slip.digits}</p>
        <p>{t("until", { moment: until })}</p>
      </div>
      <ol className="grid list-decimal gap-2 ps-5">
        {steps.map((step) => (
          <li key={step}>{t(`steps.${step}`, { address })}</li>
        ))}
      </ol>
      <p className="font-semibold">{t("warning")}</p>
    </PrintPage>
  );
}
