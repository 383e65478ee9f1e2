import { getTranslations } from "next-intl/server";
import { LinkButton } from "#ui/primitives/button.tsx";
import { Card } from "#ui/primitives/card.tsx";
import type { JournalState } from "../types.ts";

/** How long the journal is, and where it is taken and checked. */
export async function JournalCard({ state }: { readonly state: JournalState }) {
  const t = await getTranslations("accounting.journal");
  return (
    <Card title={t("title")}>
      <p className="max-w-text">{t("lead")}</p>
      <p className="font-semibold">
        {t("number", { number: state.number })} · {t("waiting", { count: state.waiting })}
      </p>
      {state.hash ? <p className="break-all font-mono text-sm text-ink-soft">{state.hash}</p> : null}
      <div className="flex flex-wrap gap-3">
        <LinkButton href="/admin/keuangan/jurnal.jsonl" download icon="download" wide>
          {t("export")}
        </LinkButton>
        <LinkButton href="/admin/keuangan/pencocokan" variant="secondary" wide>
          {t("reconcile")}
        </LinkButton>
        <LinkButton href="/admin/keuangan/akun" variant="secondary" wide>
          {t("account")}
        </LinkButton>
        <LinkButton href="/buku-besar" variant="quiet" wide>
          {t("heads")}
        </LinkButton>
      </div>
    </Card>
  );
}
