import { getTranslations } from "next-intl/server";
import { formatMoment, formatNumber } from "#i18n/format.ts";
import { currentLocale } from "#i18n/locale.ts";
import { errorSentence } from "#i18n/sentences.ts";
import { Notice } from "#ui/primitives/notice.tsx";
import { Progress } from "#ui/primitives/progress.tsx";
import { StatTile } from "#ui/primitives/stat-tile.tsx";
import { SummaryList } from "#ui/primitives/summary-list.tsx";
import type { ListedFile } from "../types.ts";

/** How far the check is, or what came out of it. */
export async function FileResult({ file }: { readonly file: ListedFile }) {
  const t = await getTranslations("bulk-registration.file");
  const locale = await currentLocale();
  const isUndone = file.status === "undone" || file.status === "undoing";
  const tiles = [
    { label: t("total"), value: file.rowsTotal },
    { label: t("taken"), value: file.rowsTaken },
    { label: t("refused"), value: file.rowsRefused },
    ...(isUndone ? [{ label: t("undone"), value: file.rowsUndone }] : []),
    ...(isUndone ? [{ label: t("kept"), value: file.rowsKept }] : []),
  ];
  if (file.status === "failed")
    return (
      <Notice tone="danger" title={t("failedTitle")}>
        {errorSentence(locale, file.failure ?? "")}
      </Notice>
    );
  return (
    <>
      <FileProgress file={file} />
      <dl className="grid grid-cols-2 gap-4 lg:grid-cols-5">
        {tiles.map(({ label, value }) => (
          <StatTile key={label} label={label} value={value === null ? "–" : formatNumber(value, locale)} />
        ))}
      </dl>
      {file.rowsKept > 0 ? <Notice tone="warning">{t("keptText", { count: file.rowsKept })}</Notice> : null}
      {file.unknownColumns.length > 0 ? (
        <Notice>{t("unknown", { columns: file.unknownColumns.join(", ") })}</Notice>
      ) : null}
    </>
  );
}

async function FileProgress({ file }: { readonly file: ListedFile }) {
  const t = await getTranslations("bulk-registration.file");
  const locale = await currentLocale();
  if (file.status === "undoing") return <Notice live>{t("undoing")}</Notice>;
  if (file.status !== "received" && file.status !== "checking") return null;
  const checked = file.rowsTaken + file.rowsRefused;
  const text =
    file.rowsTotal === null
      ? t("progressUnknown")
      : t("progressText", {
          checked: formatNumber(checked, locale),
          total: formatNumber(file.rowsTotal, locale),
        });
  return (
    <div className="grid gap-3">
      <Progress id="progress" label={t("progress")} value={checked} max={file.rowsTotal ?? 1} text={text} />
      <p className="text-ink-soft">{t("refreshes")}</p>
    </div>
  );
}

/** Who uploaded it, and when what happened. */
export async function FileFacts({ file }: { readonly file: ListedFile }) {
  const t = await getTranslations("bulk-registration");
  const locale = await currentLocale();
  const moments = [
    { label: t("file.received"), moment: file.receivedAt },
    { label: t("file.finished"), moment: file.finishedAt },
    { label: t("file.undoneAt"), moment: file.undoneAt },
  ];
  return (
    <SummaryList
      rows={[
        { label: t("history.name"), value: <span className="wrap-anywhere">{file.name}</span> },
        { label: t("history.officer"), value: file.officer },
        ...moments.flatMap(({ label, moment }) =>
          moment ? [{ label, value: formatMoment(moment, locale) }] : [],
        ),
      ]}
    />
  );
}
