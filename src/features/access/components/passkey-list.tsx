import { getTranslations } from "next-intl/server";
import { formatMoment } from "#i18n/format.ts";
import { currentLocale } from "#i18n/locale.ts";
import { dropPasskeyAction } from "../actions/security.ts";
import type { PasskeyLine } from "../types.ts";
import { PasskeyButton } from "./passkey-button.tsx";
import { PressForm } from "./press-form.tsx";

export async function PasskeyList({ passkeys }: { readonly passkeys: readonly PasskeyLine[] }) {
  const t = await getTranslations("access.security");
  const locale = await currentLocale();
  return (
    <>
      {passkeys.length === 0 ? <p className="text-ink-soft">{t("noKeys")}</p> : null}
      <ul className="grid gap-4 empty:hidden">
        {passkeys.map(({ id, label, createdAt, lastUsedAt }) => (
          <li key={id} className="grid gap-2 border-t border-line pt-4 first:border-t-0 first:pt-0">
            <p className="font-semibold">{label}</p>
            <ul className="grid gap-1 text-sm text-ink-soft">
              <li>{t("keyAdded", { when: formatMoment(createdAt, locale) })}</li>
              <li>
                {lastUsedAt ? t("keyUsed", { when: formatMoment(lastUsedAt, locale) }) : t("keyNeverUsed")}
              </li>
            </ul>
            <PressForm action={dropPasskeyAction} id={id} label={t("dropKey")} busyText={t("dropKeyBusy")} />
          </li>
        ))}
      </ul>
      <PasskeyButton
        act="make"
        label={t("addKey")}
        busyText={t("addKeyBusy")}
        failedText={t("addKeyFailed")}
      />
    </>
  );
}
