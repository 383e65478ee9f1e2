import { getTranslations } from "next-intl/server";
import { formatDay } from "#i18n/format.ts";
import { currentLocale } from "#i18n/locale.ts";
import { Notice } from "#ui/primitives/notice.tsx";
import type { Helper } from "../types.ts";

/** "Diisi oleh ...": stands with the registration for ever; nothing where the person filled it in themselves. */
export async function HelperNotice({ helper }: { readonly helper: Helper | null }) {
  if (!helper) return null;
  const t = await getTranslations("assisted-registration");
  const day = formatDay(helper.at, await currentLocale());
  return <Notice>{t("helper", { office: helper.office, day })}</Notice>;
}
