import { getTranslations } from "next-intl/server";
import { formatMoment, formatShort } from "#i18n/format.ts";
import { currentLocale } from "#i18n/locale.ts";
import { newCommandKey } from "#platform/web/command-key.ts";
import { Card } from "#ui/primitives/card.tsx";
import { DataTable } from "#ui/primitives/data-table.tsx";
import { Notice } from "#ui/primitives/notice.tsx";
import { SummaryList } from "#ui/primitives/summary-list.tsx";
import { Tag } from "#ui/primitives/tag.tsx";
import type { PartnerKey } from "../types/key.ts";
import { AddressForm, CreateKeyForm, KeepKeyForm, RevokeKeyForm, RotateKeyForm } from "./key-forms.tsx";

/** A partner's clients, those that count first, each with the way to its page; and how to get one more. */
export async function KeyList({
  keys,
  href,
}: {
  readonly keys: readonly PartnerKey[];
  readonly href: string;
}) {
  const t = await getTranslations("partners.keys");
  const locale = await currentLocale();
  return (
    <>
      <Card>
        <DataTable
          dense
          caption={t("title")}
          captionHidden
          rows={keys}
          rowKey={({ code }) => code}
          empty={<p className="text-ink-soft">{t("none")}</p>}
          columns={[
            {
              header: t("client"),
              rowHeader: true,
              cell: ({ code }) => (
                <a href={`${href}/${code}`} className="link inline-flex min-h-11 items-center font-mono">
                  {code}
                </a>
              ),
            },
            { header: t("since"), cell: ({ createdAt }) => formatShort(createdAt, locale) },
            {
              header: t("state"),
              cell: ({ revokedAt }) => (
                <Tag tone={revokedAt ? "neutral" : "success"}>{t(revokedAt ? "revoked" : "active")}</Tag>
              ),
            },
            {
              header: t("webhook"),
              cell: ({ webhookUrl }) => <span className="wrap-anywhere">{webhookUrl ?? t("nothing")}</span>,
            },
          ]}
        />
      </Card>
      <Card title={t("create")}>
        <p>{t("createText")}</p>
        <CreateKeyForm commandKey={newCommandKey()} />
      </Card>
    </>
  );
}

/** One client: its state, a new key while it is shown, and what may be done with it. Nothing is folded away, for a refusal must be seen. */
export async function KeyPanel({ client }: { readonly client: PartnerKey }) {
  const t = await getTranslations("partners.keys");
  const { code, revokedAt } = client;
  return (
    <>
      <ShownKeys client={client} />
      <Card
        title={t("facts")}
        aside={<Tag tone={revokedAt ? "neutral" : "success"}>{t(revokedAt ? "revoked" : "active")}</Tag>}
      >
        <Facts client={client} />
      </Card>
      {revokedAt ? null : (
        <>
          <Card title={t("addresses")}>
            <AddressForm client={client} commandKey={newCommandKey()} />
          </Card>
          <Card title={t("rotate")}>
            <p>{t("rotateText")}</p>
            <RotateKeyForm client={code} commandKey={newCommandKey()} />
          </Card>
          <Card title={t("revoke")}>
            <p>{t("revokeText")}</p>
            <RevokeKeyForm client={code} commandKey={newCommandKey()} />
          </Card>
        </>
      )}
    </>
  );
}

async function ShownKeys({ client: { code, signKey, webhookKey } }: { readonly client: PartnerKey }) {
  const t = await getTranslations("partners.keys");
  if (!signKey && !webhookKey) return null;
  return (
    <Notice
      tone="warning"
      icon="lock"
      title={t("shownTitle")}
      action={<KeepKeyForm client={code} commandKey={newCommandKey()} />}
    >
      <p>{t("shownText")}</p>
      <dl className="my-3 grid gap-3">
        {signKey ? <Secret label={t("signKey")} value={signKey} /> : null}
        {webhookKey ? <Secret label={t("webhookKey")} value={webhookKey} /> : null}
      </dl>
    </Notice>
  );
}

function Secret({ label, value }: { readonly label: string; readonly value: string }) {
  return (
    <div>
      <dt className="font-semibold">{label}</dt>
      <dd className="bg-surface p-2 font-mono wrap-anywhere select-all">{value}</dd>
    </div>
  );
}

async function Facts({ client }: { readonly client: PartnerKey }) {
  const t = await getTranslations("partners.keys");
  const locale = await currentLocale();
  const { createdAt, revokedAt, formerKeyUntil, redirectUris, webhookUrl } = client;
  return (
    <SummaryList
      rows={[
        { label: t("since"), value: formatShort(createdAt, locale) },
        ...(revokedAt ? [{ label: t("revokedAt"), value: formatShort(revokedAt, locale) }] : []),
        ...(formerKeyUntil
          ? [
              {
                label: t("former"),
                value: t("formerUntil", { moment: formatMoment(formerKeyUntil, locale) }),
              },
            ]
          : []),
        {
          label: t("returns"),
          value:
            redirectUris.length > 0 ? (
              <span className="whitespace-pre-line wrap-anywhere">{redirectUris.join("\n")}</span>
            ) : (
              t("nothing")
            ),
        },
        { label: t("webhook"), value: <span className="wrap-anywhere">{webhookUrl ?? t("nothing")}</span> },
      ]}
    />
  );
}
