import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { programmeNow } from "#platform/db/clock.ts";
import { PageHeader } from "#ui/patterns/page-header.tsx";
import { Notice } from "#ui/primitives/notice.tsx";
import { findKeys } from "../../queries/keys.ts";
import { HOME_OF_PARTNER, type OwnPartner } from "../../types.ts";
import { KeyList, KeyPanel } from "../key-panel.tsx";

/** A partner's clients. */
export async function KeysPage({ partner }: { readonly partner: OwnPartner }) {
  const t = await getTranslations("partners.keys");
  const keys = await findKeys(partner, await programmeNow());
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} />
      <p>
        <a href="/mitra" className="link inline-flex min-h-11 items-center">
          {t("docs")}
        </a>
      </p>
      <KeyList keys={keys} href={`${HOME_OF_PARTNER[partner.kind]}/kunci`} />
    </>
  );
}

const RESULTS = ["dibuat", "diganti", "dicabut", "disimpan", "alamat"] as const;

type ClientProps = {
  readonly partner: OwnPartner;
  readonly client: string;
  /** What was just done, from the address. */
  readonly result: string | string[] | undefined;
};

/** One client of a partner's own; another's is not found. */
export async function ClientPage({ partner, client, result }: ClientProps) {
  const t = await getTranslations("partners.keys");
  const keys = await findKeys(partner, await programmeNow());
  const found = keys.find(({ code }) => code === client);
  if (!found) notFound();
  const done = RESULTS.find((word) => word === result);
  return (
    <>
      <PageHeader
        eyebrow={t("client")}
        title={<span className="font-mono wrap-anywhere">{found.code}</span>}
        lead={t("lead")}
      />
      {done ? (
        <Notice tone="success" live>
          {t(`saved.${done}`)}
        </Notice>
      ) : null}
      <KeyPanel client={found} />
      <p>
        <a href={`${HOME_OF_PARTNER[partner.kind]}/kunci`} className="link inline-flex min-h-11 items-center">
          {t("back")}
        </a>
      </p>
    </>
  );
}
