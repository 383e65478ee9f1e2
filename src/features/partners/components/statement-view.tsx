import { getTranslations } from "next-intl/server";
import { formatDate, formatNumber, formatShort } from "#i18n/format.ts";
import { currentLocale } from "#i18n/locale.ts";
import { LinkButton } from "#ui/primitives/button.tsx";
import { Card } from "#ui/primitives/card.tsx";
import { DataTable } from "#ui/primitives/data-table.tsx";
import { EmptyState } from "#ui/primitives/empty-state.tsx";
import { Money } from "#ui/primitives/money.tsx";
import { Notice } from "#ui/primitives/notice.tsx";
import { Pagination } from "#ui/primitives/pagination.tsx";
import { StatTile } from "#ui/primitives/stat-tile.tsx";
import { Tag } from "#ui/primitives/tag.tsx";
import { type Statement, type StatementLine, statementKinds } from "../types/statement.ts";

type Props = {
  readonly statement: Statement;
  readonly lines: readonly StatementLine[];
  /** The page's own address, without the month. */
  readonly href: string;
  /** The months beside this one; null where there is none. */
  readonly previous: string | null;
  readonly next: string | null;
  /** The address of the next page of movements; null on the last. */
  readonly more: string | null;
  readonly isFirstPage: boolean;
};

/** A partner's account over a month: what came in, what went back, what was paid, and every movement. */
export async function StatementView(props: Props) {
  const { statement, lines, href, previous, next, more, isFirstPage } = props;
  const t = await getTranslations("partners.statement");
  const page = `${href}/${statement.month}`;
  return (
    <>
      <Pagination
        label={t("months")}
        previous={previous ? { href: `${href}?bulan=${previous}`, label: t("previous") } : undefined}
        next={next ? { href: `${href}?bulan=${next}`, label: t("next") } : undefined}
      />
      <Figures statement={statement} />
      <Summary statement={statement} />
      <div className="flex flex-wrap gap-3">
        <LinkButton href={`${page}/pdf`} variant="secondary" icon="download">
          {t("pdf")}
        </LinkButton>
        <LinkButton href={`${page}/csv`} variant="secondary" icon="download">
          {t("csv")}
        </LinkButton>
      </div>
      <Card title={t("lines")}>
        <Lines lines={lines} />
        <Pagination
          label={t("pages")}
          previous={isFirstPage ? undefined : { href: `${href}?bulan=${statement.month}`, label: t("first") }}
          next={more ? { href: more, label: t("more") } : undefined}
        />
      </Card>
    </>
  );
}

async function Figures({ statement }: { readonly statement: Statement }) {
  const t = await getTranslations("partners.statement");
  const { opening, closing, isOver, sums, forfeited } = statement;
  return (
    <section aria-label={t("figures")} className="grid gap-4">
      <dl className="grid gap-4 sm:grid-cols-3">
        <StatTile label={t("opening")} icon="history" value={<Money amount={opening} />} />
        <StatTile
          label={t("closing")}
          icon="wallet"
          value={<Money amount={closing} />}
          note={t("closingNote")}
        />
        <StatTile
          label={t("kinds.settled")}
          icon="check"
          value={<Money amount={-sums.settled.amount} />}
          note={<Tag tone={isOver ? "success" : "info"}>{t(isOver ? "closed" : "open")}</Tag>}
        />
      </dl>
      {forfeited.count > 0 ? (
        <Notice>
          {t.rich("forfeitedText", {
            count: forfeited.count,
            amount: () => <Money amount={forfeited.amount} />,
          })}
        </Notice>
      ) : null}
    </section>
  );
}

async function Summary({ statement }: { readonly statement: Statement }) {
  const t = await getTranslations("partners.statement");
  const locale = await currentLocale();
  const rows = statementKinds.map((kind) => ({ kind, ...statement.sums[kind] }));
  const day = formatDate(statement.from, locale);
  const last = formatDate(new Date(statement.until.getTime() - 1), locale);
  return (
    <Card title={`${t("summary")}, ${day} – ${last}`}>
      <DataTable
        dense
        caption={t("summary")}
        captionHidden
        rows={rows.filter(({ kind, count }) => kind !== "other" || count > 0)}
        rowKey={({ kind }) => kind}
        columns={[
          { header: t("columns.kind"), rowHeader: true, cell: ({ kind }) => t(`kinds.${kind}`) },
          { header: t("count"), numeric: true, cell: ({ count }) => formatNumber(count, locale) },
          { header: t("columns.price"), numeric: true, cell: ({ price }) => <Money amount={price} /> },
          {
            header: t("columns.commission"),
            numeric: true,
            cell: ({ commission }) => <Money amount={commission} />,
          },
          { header: t("columns.amount"), numeric: true, cell: ({ amount }) => <Money amount={amount} /> },
        ]}
      />
    </Card>
  );
}

async function Lines({ lines }: { readonly lines: readonly StatementLine[] }) {
  const t = await getTranslations("partners.statement");
  const locale = await currentLocale();
  const money = (amount: bigint | null) => (amount === null ? "–" : <Money amount={amount} />);
  return (
    <DataTable
      dense
      caption={t("lines")}
      captionHidden
      rows={lines}
      rowKey={({ transferId }) => transferId}
      empty={<EmptyState scene="waiting" level={3} title={t("none")} text={t("noneText")} />}
      columns={[
        {
          header: t("columns.invoice"),
          rowHeader: true,
          cell: ({ invoiceCode }) => <code className="font-mono break-words">{invoiceCode ?? "–"}</code>,
        },
        { header: t("columns.day"), cell: ({ occurredAt }) => formatShort(occurredAt, locale) },
        {
          header: t("columns.kind"),
          cell: ({ kind, isForfeited }) =>
            isForfeited ? `${t(`kinds.${kind}`)} (${t("forfeitedYes")})` : t(`kinds.${kind}`),
        },
        { header: t("columns.course"), cell: ({ courseTitle }) => courseTitle ?? "–" },
        { header: t("columns.price"), numeric: true, cell: ({ price }) => money(price) },
        { header: t("columns.commission"), numeric: true, cell: ({ commission }) => money(commission) },
        { header: t("columns.amount"), numeric: true, cell: ({ amount }) => money(amount) },
      ]}
    />
  );
}
