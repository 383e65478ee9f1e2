import type { ReactNode } from "react";
import { classNames } from "#ui/primitives/class-names.ts";

export type Column<Row> = {
  readonly header: string;
  readonly cell: (row: Row) => ReactNode;
  readonly numeric?: boolean;
  /** The cell that names the row. At most one. */
  readonly rowHeader?: boolean;
};

type DataTableProps<Row> = {
  readonly caption: ReactNode;
  readonly captionHidden?: boolean;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  /** Smaller, for staff. */
  readonly dense?: boolean;
  /** Stands in for the table when there are no rows. */
  readonly empty?: ReactNode;
};

/** A table that turns into cards under 640 px. The roles are written out because `display` takes them away. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { caption, captionHidden, columns, rows, rowKey, dense, empty } = props;
  if (rows.length === 0 && empty) return empty;
  const pad = dense ? "px-2 py-1.5" : "px-3 py-3";
  return (
    // biome-ignore-start lint/a11y/noRedundantRoles: see above
    <table role="table" className={classNames("stacking w-full", dense && "text-xs")}>
      <caption className={captionHidden ? "sr-only" : "pb-2 text-start text-lg font-semibold"}>
        {caption}
      </caption>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map((column) => (
            <th
              key={column.header}
              role="columnheader"
              scope="col"
              className={classNames("border-b-2 border-line-strong align-bottom", pad, sideOf(column))}
            >
              {column.header}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <tr key={rowKey(row)} role="row" className="border-b border-line">
            {columns.map((column) => {
              const Cell = column.rowHeader ? "th" : "td";
              return (
                <Cell
                  key={column.header}
                  role={column.rowHeader ? "rowheader" : "cell"}
                  scope={column.rowHeader ? "row" : undefined}
                  data-label={column.header}
                  className={classNames("align-top", pad, sideOf(column))}
                >
                  {column.cell(row)}
                </Cell>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
    // biome-ignore-end lint/a11y/noRedundantRoles: see above
  );
}

function sideOf(column: { readonly numeric?: boolean }) {
  return column.numeric ? "text-start tabular-nums sm:text-end" : "text-start";
}
