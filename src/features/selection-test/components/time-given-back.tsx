import { getTranslations } from "next-intl/server";
import { Notice } from "#ui/primitives/notice.tsx";

/** Tells a person that an outage of the service took time from their test and that they have it back. */
export async function TimeGivenBack({ seconds }: { readonly seconds: number }) {
  if (seconds === 0) return null;
  const t = await getTranslations("selection-test.question");
  return (
    <Notice title={t("givenTitle", { minutes: Math.floor(seconds / 60), seconds: seconds % 60 })}>
      {t("givenText")}
    </Notice>
  );
}
