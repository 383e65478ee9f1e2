import { getTranslations } from "next-intl/server";
import { ActionForm } from "#ui/patterns/action-form.tsx";
import { SubmitButton } from "#ui/patterns/submit-button.tsx";
import { FileField } from "#ui/primitives/file-field.tsx";
import { keepDocumentAction } from "../actions/commands.ts";

type Props = {
  readonly commandKey: string;
  readonly participantId: string;
  readonly kind: "id_card" | "selfie";
  readonly isReplacing: boolean;
};

/** One photo of one person. */
export async function DocumentForm({ commandKey, participantId, kind, isReplacing }: Props) {
  const t = await getTranslations("assisted-registration.photos");
  const form = await getTranslations("shell.form");
  return (
    <ActionForm
      action={keepDocumentAction}
      commandKey={commandKey}
      errorTitle={form("errorTitle")}
      label={t(kind)}
    >
      <input type="hidden" name="participantId" value={participantId} />
      <input type="hidden" name="kind" value={kind} />
      <FileField
        name="photo"
        label={t(kind)}
        hint={t("hint")}
        accept="image/jpeg,image/png,image/webp,image/heic"
        capture={kind === "selfie" ? "user" : "environment"}
        previewText={t("preview")}
        required
      />
      <SubmitButton icon="camera" busyText={t("busy")} variant={isReplacing ? "secondary" : "primary"}>
        {t(isReplacing ? "replace" : "save", { kind })}
      </SubmitButton>
    </ActionForm>
  );
}
