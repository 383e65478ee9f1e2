import { getTranslations } from "next-intl/server";
import { newCommandKey } from "#platform/web/command-key.ts";
import { ActionForm } from "#ui/patterns/action-form.tsx";
import { SubmitButton } from "#ui/patterns/submit-button.tsx";
import { LinkButton } from "#ui/primitives/button.tsx";
import { Card } from "#ui/primitives/card.tsx";
import { grantAccessAction } from "../actions/sso.ts";
import type { Consent } from "../types/sso.ts";

type Props = {
  readonly consent: Consent;
  /** What the application sent, to be checked once more with the answer. */
  readonly query: Readonly<Record<string, string>>;
};

const carried = ["client_id", "scope", "state", "redirect_uri", "login_uri"] as const;

/** What the application will know, in plain words, and the two answers. */
export async function ConsentForm({ consent: { client, request }, query }: Props) {
  const t = await getTranslations("sso");
  const form = await getTranslations("shell.form");
  return (
    <>
      <Card title={t("consent.wants", { name: client.name })}>
        <ul className="grid gap-3">
          {request.scopes.map((scope) => (
            <li key={scope} className="grid gap-0.5 border-s-4 border-brand ps-3">
              <span className="font-semibold">{t(`scopes.${scope}`)}</span>
              <span className="text-ink-soft">{t(`scopes.${scope}Why`)}</span>
            </li>
          ))}
        </ul>
        <p>{t("consent.never")}</p>
        <p className="text-ink-soft wrap-anywhere">
          {t("consent.goesTo", { host: new URL(request.redirectUri).host })}
        </p>
      </Card>
      <ActionForm action={grantAccessAction} commandKey={newCommandKey()} errorTitle={form("errorTitle")}>
        {carried.map((name) =>
          query[name] === undefined ? null : (
            <input key={name} type="hidden" name={name} value={query[name]} />
          ),
        )}
        <div className="flex flex-wrap gap-3">
          <SubmitButton busyText={t("consent.agreeBusy")}>{t("consent.agree")}</SubmitButton>
          <LinkButton href={declineAddress(request)} variant="secondary" wide>
            {t("consent.decline")}
          </LinkButton>
        </div>
      </ActionForm>
      <p className="text-ink-soft">{t("consent.endLater")}</p>
    </>
  );
}

/** The application learns that the person said no, in the words of RFC 6749 (4.1.2.1). */
function declineAddress({ loginUri, redirectUri, state }: Consent["request"]): string {
  const url = new URL(loginUri ?? redirectUri);
  url.searchParams.set("error", "access_denied");
  url.searchParams.set("state", state);
  return url.href;
}
