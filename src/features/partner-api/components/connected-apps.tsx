import { getTranslations } from "next-intl/server";
import { formatMoment } from "#i18n/format.ts";
import { currentLocale } from "#i18n/locale.ts";
import { newCommandKey } from "#platform/web/command-key.ts";
import { ActionForm } from "#ui/patterns/action-form.tsx";
import { SubmitButton } from "#ui/patterns/submit-button.tsx";
import { Card } from "#ui/primitives/card.tsx";
import { endAccessAction } from "../actions/sso.ts";
import type { ConnectedApp } from "../types/sso.ts";

/** Each application with what it knows, since when, when it last looked, and the button that ends it. */
export async function ConnectedApps({ apps }: { readonly apps: readonly ConnectedApp[] }) {
  const t = await getTranslations("sso");
  const form = await getTranslations("shell.form");
  const locale = await currentLocale();
  return (
    <ul className="grid gap-4">
      {apps.map((app) => (
        <li key={app.grantId}>
          <Card title={app.name}>
            <p>{t("apps.knows")}</p>
            <ul className="list-disc ps-6">
              {app.scopes.map((scope) => (
                <li key={scope}>{t(`scopes.${scope}`)}</li>
              ))}
            </ul>
            <p className="text-ink-soft">
              {t("apps.since", { when: formatMoment(app.grantedAt, locale) })}{" "}
              {app.usedAt
                ? t("apps.lastRead", { when: formatMoment(app.usedAt, locale) })
                : t("apps.neverRead")}
            </p>
            <ActionForm
              action={endAccessAction}
              commandKey={newCommandKey()}
              errorTitle={form("errorTitle")}
              label={t("apps.endLabel", { name: app.name })}
            >
              <input type="hidden" name="id" value={app.grantId} />
              <SubmitButton variant="danger" busyText={t("apps.endBusy")}>
                {t("apps.end")}
              </SubmitButton>
            </ActionForm>
          </Card>
        </li>
      ))}
    </ul>
  );
}
