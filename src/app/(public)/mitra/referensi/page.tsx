import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PublicFrame } from "#app/frames/public-frame.tsx";
import { OperationCard } from "#features/partner-api/components/operation-card.tsx";
import { listCodes, listOperations } from "#features/partner-api/queries/operations.ts";
import type { OperationLine } from "#features/partner-api/types/reference.ts";
import { PageHeader } from "#ui/patterns/page-header.tsx";
import { LinkButton } from "#ui/primitives/button.tsx";
import { Card } from "#ui/primitives/card.tsx";
import { DataTable } from "#ui/primitives/data-table.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("partner-docs.reference");
  return { title: t("title"), description: t("lead") };
}

const groups = ["attendance", "tasks", "payments", "sign-in"] as const;

/** Every address of the partners' interface, made from the schemas that read the calls. */
export default async function ReferencePage() {
  const t = await getTranslations("partner-docs.reference");
  const operations = listOperations();
  return (
    <PublicFrame width="wide">
      <PageHeader
        title={t("title")}
        lead={t("lead")}
        aside={
          <div className="flex flex-wrap gap-3">
            <LinkButton href="/mitra/mulai" variant="secondary">
              {t("start")}
            </LinkButton>
            <LinkButton href="/api/v1/openapi.json" variant="secondary">
              {t("download")}
            </LinkButton>
          </div>
        }
      />
      <Contents operations={operations} />
      {groups.map((group) => (
        <section key={group} aria-labelledby={`group-${group}`} className="grid gap-4">
          <h2 id={`group-${group}`}>{t(`groups.${group}`)}</h2>
          {operations
            .filter((operation) => operation.group === group)
            .map((operation) => (
              <OperationCard key={operation.id} operation={operation} />
            ))}
        </section>
      ))}
      <section id="kode" className="grid scroll-mt-6 gap-4">
        <DataTable
          caption={t("codes")}
          rows={listCodes()}
          rowKey={({ code }) => code}
          columns={[
            { header: t("code"), cell: ({ code }) => <code>{code}</code>, rowHeader: true },
            { header: t("status"), cell: ({ status }) => status, numeric: true },
            { header: t("sentence"), cell: ({ message }) => message },
          ]}
        />
      </section>
    </PublicFrame>
  );
}

async function Contents({ operations }: { readonly operations: readonly OperationLine[] }) {
  const t = await getTranslations("partner-docs.reference");
  return (
    <Card title={t("contents")} look="sunken">
      <ul className="grid gap-x-6 gap-y-1 sm:grid-cols-2">
        {operations.map(({ id, path }) => (
          <li key={id}>
            <a href={`#${id}`} className="link inline-flex min-h-11 items-center wrap-anywhere">
              {path.replace("/api/v1", "")}
            </a>
          </li>
        ))}
        <li>
          <a href="#kode" className="link inline-flex min-h-11 items-center">
            {t("codes")}
          </a>
        </li>
      </ul>
    </Card>
  );
}
