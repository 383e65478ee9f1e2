import { getTranslations } from "next-intl/server";
import { LinkButton } from "#ui/primitives/button.tsx";
import { Card } from "#ui/primitives/card.tsx";

type LedgerGuideProps = { readonly keys: readonly { readonly keyId: string; readonly pem: string }[] };

/** How anybody checks the ledger, and what they need for it. */
export async function LedgerGuide({ keys }: LedgerGuideProps) {
  const t = await getTranslations("accounting.public");
  return (
    <Card title={t("checkTitle")}>
      <ol className="grid max-w-text list-decimal gap-3 ps-6">
        <li>{t("check1")}</li>
        <li>
          {t("check2")}
          <code className="petal-sm mt-2 block bg-sunken p-3 text-sm break-words">
            npm run ledger -- verify jurnal.jsonl --heads tanda-tangan.json --key kunci-
            {keys[0]?.keyId ?? "s1"}
            .pem
          </code>
        </li>
        <li>{t("check3")}</li>
      </ol>
      <div className="flex flex-wrap gap-3">
        <LinkButton href="/buku-besar/tanda-tangan.json" icon="download" download wide>
          {t("headsFile")}
        </LinkButton>
        {keys.map(({ keyId }) => (
          <LinkButton
            key={keyId}
            href={`/buku-besar/kunci-${keyId}.pem`}
            variant="secondary"
            icon="download"
            download
            wide
          >
            {t("keyFile", { key: keyId })}
          </LinkButton>
        ))}
      </div>
      {keys.length === 0 ? null : (
        <section className="grid gap-2">
          <h3>{t("keysTitle")}</h3>
          <p className="text-ink-soft">{t("algorithm")}</p>
          {keys.map(({ keyId, pem }) => (
            <pre
              key={keyId}
              className="petal-sm overflow-x-auto bg-sunken p-3 text-sm whitespace-pre-wrap break-all"
            >
              {`${keyId}\n${pem}`}
            </pre>
          ))}
        </section>
      )}
    </Card>
  );
}
