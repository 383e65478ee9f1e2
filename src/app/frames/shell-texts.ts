import { getTranslations } from "next-intl/server";
import type { LanguageLink, ShellTexts } from "#ui/patterns/shell-parts.tsx";

/** The sentences that every shell shows, in the reader's language. */
export async function shellTexts(): Promise<{ readonly texts: ShellTexts; readonly language: LanguageLink }> {
  const t = await getTranslations("shell");
  return {
    texts: {
      simulation: t("simulation"),
      skip: t("skipToContent"),
      brand: t("product"),
      nav: t("menu"),
      menu: t("menu"),
      footer: t("footer.about"),
    },
    language: {
      href: `/bahasa?ke=${t("language.otherCode")}`,
      label: t("language.other"),
      lang: t("language.otherCode"),
    },
  };
}
