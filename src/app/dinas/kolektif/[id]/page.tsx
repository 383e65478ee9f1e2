import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { StaffFrame } from "#app/frames/staff-frame.tsx";
import { FileFacts, FileResult } from "#features/bulk-registration/components/file-result.tsx";
import { FileStatusTag } from "#features/bulk-registration/components/file-status-tag.tsx";
import { RefusedRows } from "#features/bulk-registration/components/refused-rows.tsx";
import { UndoForm } from "#features/bulk-registration/components/undo-form.tsx";
import { findFile, findRefusedRows, findRegion } from "#features/bulk-registration/queries.ts";
import type { ListedFile } from "#features/bulk-registration/types.ts";
import { newCommandKey } from "#platform/web/command-key.ts";
import { requireStaff } from "#platform/web/session.ts";
import { PageHeader } from "#ui/patterns/page-header.tsx";
import { Card } from "#ui/primitives/card.tsx";
import { Notice } from "#ui/primitives/notice.tsx";

/** Seconds between two looks at a list that is being worked on. */
const REFRESH_SECONDS = 4;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("bulk-registration");
  return { title: t("title"), description: t("lead") };
}

type Props = {
  readonly params: Promise<{ readonly id: string }>;
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** One list: progress, result, what is to be mended, and the way back. */
export default async function BulkFilePage({ params, searchParams }: Props) {
  const actor = await requireStaff("person:assist");
  const t = await getTranslations("bulk-registration");
  const { id } = await params;
  const { sudah, setelah } = await searchParams;
  const region = await findRegion(actor);
  const file = region && (await findFile(region, id));
  if (!file) notFound();
  const isWorkedOn = ["received", "checking", "undoing"].includes(file.status);
  return (
    <StaffFrame current="/dinas/kolektif">
      {isWorkedOn ? <meta httpEquiv="refresh" content={String(REFRESH_SECONDS)} /> : null}
      <div className="grid gap-6">
        <PageHeader
          title={<span className="wrap-anywhere">{file.name}</span>}
          eyebrow={
            <a href="/dinas/kolektif" className="link">
              {t("file.back")}
            </a>
          }
          aside={<FileStatusTag status={file.status} />}
        />
        {sudah ? <Notice live>{t("file.already")}</Notice> : null}
        <FileResult file={file} />
        <Refused file={file} after={/^\d{1,7}$/.test(String(setelah)) ? Number(setelah) : 0} />
        <Card title={t("file.facts")}>
          <FileFacts file={file} />
        </Card>
        {file.status === "checked" && file.rowsTaken > 0 ? (
          <Card title={t("undo.title")}>
            <UndoForm bulkFileId={file.id} commandKey={newCommandKey()} />
          </Card>
        ) : null}
      </div>
    </StaffFrame>
  );
}

async function Refused({ file, after }: { readonly file: ListedFile; readonly after: number }) {
  const t = await getTranslations("bulk-registration");
  if (file.status === "checked" && file.rowsRefused === 0)
    return <Notice tone="success">{t("file.allTaken")}</Notice>;
  if (file.rowsRefused === 0) return null;
  const { rows, next } = await findRefusedRows(file, after);
  return (
    <Card title={t("rows.title")}>
      <RefusedRows file={file} rows={rows} next={next} isFirst={after === 0} />
    </Card>
  );
}
