import { getTranslations } from "next-intl/server";
import { isUuid } from "#kernel/identifiers.ts";
import { PageHeader } from "#ui/patterns/page-header.tsx";
import { findCalls } from "../../queries/keys.ts";
import { HOME_OF_PARTNER, type OwnPartner } from "../../types.ts";
import { CallLog } from "../call-log.tsx";

type Props = {
  readonly partner: OwnPartner;
  readonly query: Readonly<Record<string, string | string[] | undefined>>;
};

/** The log of a partner's own calls. */
export async function LogPage({ partner, query: { kode, sebelum } }: Props) {
  const t = await getTranslations("partners.log");
  const code = typeof kode === "string" && /^[A-Za-z0-9]{1,20}$/.test(kode) ? kode : "all";
  const before = typeof sebelum === "string" && isUuid(sebelum) ? sebelum : undefined;
  const { rows, next } = await findCalls(partner, { code, before });
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} />
      <CallLog
        rows={rows}
        next={next}
        code={code}
        href={`${HOME_OF_PARTNER[partner.kind]}/log`}
        isFirstPage={!before}
      />
    </>
  );
}
