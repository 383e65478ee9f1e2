import { getTranslations } from "next-intl/server";
import { formatShort } from "#i18n/format.ts";
import { currentLocale } from "#i18n/locale.ts";
import { LinkButton } from "#ui/primitives/button.tsx";
import { Card } from "#ui/primitives/card.tsx";
import { DataTable } from "#ui/primitives/data-table.tsx";
import { EmptyState } from "#ui/primitives/empty-state.tsx";
import { Pagination } from "#ui/primitives/pagination.tsx";
import { Tag } from "#ui/primitives/tag.tsx";
import type { LoggedCall } from "../types/key.ts";

type Props = {
  readonly rows: readonly LoggedCall[];
  readonly next: string | null;
  /** The page's own address. */
  readonly href: string;
  /** "all", "refused", or a code. */
  readonly code: string;
  readonly isFirstPage: boolean;
};

/** Calls of a partner's systems, the newest first, with the reason of each refusal. */
export async function CallLog({ rows, next, href, code, isFirstPage }: Props) {
  const t = await getTranslations("partners.log");
  const choices = [
    { value: "all", label: t("all") },
    { value: "refused", label: t("refused") },
    ...(code === "all" || code === "refused" ? [] : [{ value: code, label: t("ofCode", { code }) }]),
  ];
  return (
    <>
      <nav aria-label={t("filter")} className="flex flex-wrap gap-2">
        {choices.map(({ value, label }) => (
          <LinkButton
            key={value}
            href={`${href}?kode=${value}`}
            size="small"
            variant={value === code ? "primary" : "secondary"}
            aria-current={value === code ? "true" : undefined}
          >
            {label}
          </LinkButton>
        ))}
      </nav>
      <Card>
        <Calls rows={rows} href={href} />
        <Pagination
          label={t("pages")}
          previous={isFirstPage ? undefined : { href: `${href}?kode=${code}`, label: t("first") }}
          next={next ? { href: `${href}?kode=${code}&sebelum=${next}`, label: t("more") } : undefined}
        />
      </Card>
    </>
  );
}

async function Calls({ rows, href }: Pick<Props, "rows" | "href">) {
  const t = await getTranslations("partners.log");
  const locale = await currentLocale();
  return (
    <DataTable
      dense
      caption={t("title")}
      captionHidden
      rows={rows}
      rowKey={({ id }) => id}
      empty={<EmptyState scene="waiting" title={t("none")} text={t("noneText")} />}
      columns={[
        { header: t("when"), rowHeader: true, cell: ({ at }) => formatShort(at, locale) },
        {
          header: t("client"),
          cell: ({ clientCode }) => <code className="font-mono wrap-anywhere">{clientCode}</code>,
        },
        { header: t("path"), cell: ({ path }) => <code className="font-mono wrap-anywhere">{path}</code> },
        {
          header: t("answer"),
          cell: ({ status, code }) => (
            <a
              href={`${href}?kode=${encodeURIComponent(code)}`}
              className="link inline-flex min-h-11 flex-wrap items-center gap-2"
            >
              <Tag tone={status < 400 ? "success" : "danger"}>
                {status} {code}
              </Tag>
            </a>
          ),
        },
        { header: t("reason"), cell: ({ message }) => <span className="wrap-anywhere">{message}</span> },
        {
          header: t("subject"),
          cell: ({ subject }) => <code className="font-mono wrap-anywhere">{subject ?? "–"}</code>,
        },
        {
          header: t("took"),
          numeric: true,
          cell: ({ milliseconds }) => t("milliseconds", { count: milliseconds }),
        },
      ]}
    />
  );
}
