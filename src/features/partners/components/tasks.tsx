import { getTranslations } from "next-intl/server";
import { formatShort } from "#i18n/format.ts";
import { currentLocale } from "#i18n/locale.ts";
import { ActionForm } from "#ui/patterns/action-form.tsx";
import { SubmitButton } from "#ui/patterns/submit-button.tsx";
import { DataTable } from "#ui/primitives/data-table.tsx";
import { EmptyState } from "#ui/primitives/empty-state.tsx";
import { TextAreaField } from "#ui/primitives/text-area-field.tsx";
import { writeFeedbackAction } from "../actions/work.ts";
import type { OwnTask } from "../types/participant.ts";

/** "Praktik mandiri 2", or the showcase. */
export async function taskName({ scope, sequence }: Pick<OwnTask, "scope" | "sequence">) {
  const t = await getTranslations("partners.tasks.scopes");
  return scope === "uk" ? t("uk") : t("tpm", { number: sequence });
}

/** Tasks that wait for feedback, the oldest first. */
export async function TaskTable({ rows }: { readonly rows: readonly OwnTask[] }) {
  const t = await getTranslations("partners.tasks");
  const locale = await currentLocale();
  const names = new Map(
    await Promise.all(rows.map(async (task) => [task.id, await taskName(task)] as const)),
  );
  return (
    <DataTable
      dense
      caption={t("title")}
      captionHidden
      rows={rows}
      rowKey={({ id }) => id}
      empty={<EmptyState scene="test" title={t("none")} text={t("noneText")} />}
      columns={[
        { header: t("task"), rowHeader: true, cell: ({ id }) => names.get(id) },
        { header: t("code"), cell: ({ redeemCode }) => <code className="font-mono">{redeemCode}</code> },
        { header: t("course"), cell: ({ courseTitle }) => courseTitle },
        { header: t("when"), cell: ({ submittedAt }) => formatShort(submittedAt, locale) },
        {
          header: t("act"),
          cell: ({ id }) => (
            <a href={`/lembaga/tugas/${id}`} className="link inline-flex min-h-11 items-center">
              {t("grade")}
              <span className="sr-only"> {names.get(id)}</span>
            </a>
          ),
        },
      ]}
    />
  );
}

export async function FeedbackForm({
  taskId,
  commandKey,
}: {
  readonly taskId: string;
  readonly commandKey: string;
}) {
  const t = await getTranslations("partners.tasks");
  const shell = await getTranslations("shell.form");
  return (
    <ActionForm
      action={writeFeedbackAction}
      commandKey={commandKey}
      errorTitle={shell("errorTitle")}
      fieldNames={{ notes: t("feedback") }}
    >
      <input type="hidden" name="taskId" value={taskId} />
      <TextAreaField
        name="notes"
        label={t("feedback")}
        hint={t("feedbackHint")}
        rows={8}
        maxLength={5_000}
        required
      />
      <div>
        <SubmitButton busyText={t("sending")}>{t("send")}</SubmitButton>
      </div>
    </ActionForm>
  );
}
