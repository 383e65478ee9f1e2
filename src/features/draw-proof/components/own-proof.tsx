import { getTranslations } from "next-intl/server";
import { formatNumber } from "#i18n/format.ts";
import { currentLocale } from "#i18n/locale.ts";
import { LinkButton } from "#ui/primitives/button.tsx";
import { Card } from "#ui/primitives/card.tsx";
import { Disclosure } from "#ui/primitives/disclosure.tsx";
import { SummaryList } from "#ui/primitives/summary-list.tsx";
import type { OwnProof } from "../types.ts";
import { Fingerprint } from "./fingerprint.tsx";

/** A person's own line in the list, and the way from it to the published root. */
export async function OwnProofCard({ proof }: { readonly proof: OwnProof }) {
  const t = await getTranslations("draw-proof.own.proof");
  const { entry, province, priority, weight, family, taken } = proof;
  const line = [entry, province, priority, weight, family, taken].join(",");
  return (
    <Card title={t("title")}>
      <p>{t("text")}</p>
      <SummaryList
        rows={[
          { label: t("position"), value: formatNumber(proof.position + 1, await currentLocale()) },
          { label: t("line"), value: <Fingerprint value={line} /> },
          { label: t("salt"), value: <Fingerprint value={proof.salt} /> },
          { label: t("leaf"), value: <Fingerprint value={proof.leaf} /> },
          { label: t("root"), value: <Fingerprint value={proof.root} /> },
        ]}
      />
      {proof.path.length === 0 ? (
        <p>{t("pathOf", { count: 0 })}</p>
      ) : (
        <Disclosure summary={t("pathOf", { count: proof.path.length })}>
          <ol className="grid list-decimal gap-2 ps-8">
            {proof.path.map(({ side, hash }) => (
              <li key={hash}>
                {t(side)}: <Fingerprint value={hash} />
              </li>
            ))}
          </ol>
        </Disclosure>
      )}
      <div className="flex flex-wrap gap-3">
        <LinkButton href={`/gelombang/${proof.wave}/bukti.json`} icon="download" wide>
          {t("download")}
        </LinkButton>
        <LinkButton href="/undian/cara-memeriksa" variant="secondary" wide>
          {t("check")}
        </LinkButton>
      </div>
      <p className="text-ink-soft">{t("keep")}</p>
    </Card>
  );
}
