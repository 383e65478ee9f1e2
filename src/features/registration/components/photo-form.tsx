import { getTranslations } from "next-intl/server";
import { ActionForm } from "#ui/patterns/action-form.tsx";
import { SubmitButton } from "#ui/patterns/submit-button.tsx";
import { FileField } from "#ui/primitives/file-field.tsx";
import { Icon } from "#ui/primitives/icon.tsx";
import { keepPhotoAction } from "../actions.ts";

export async function PhotoForm({ commandKey }: { readonly commandKey: string }) {
  const t = await getTranslations("registration.photo");
  const form = await getTranslations("shell.form");
  return (
    <ActionForm action={keepPhotoAction} commandKey={commandKey} errorTitle={form("errorTitle")}>
      <FileField
        name="photo"
        label={t("label")}
        hint={t("hint")}
        accept="image/jpeg,image/png,image/webp"
        previewText={t("preview")}
        required
      />
      <SubmitButton icon="camera" busyText={t("busy")}>
        {t("save")}
      </SubmitButton>
    </ActionForm>
  );
}

/** What makes a photo that is taken at the first try. */
export async function PhotoTips() {
  const t = await getTranslations("registration.photo.tips");
  return (
    <ul className="grid gap-2">
      {(["whole", "bright", "sharp"] as const).map((tip) => (
        <li key={tip} className="flex gap-3">
          <Icon name="check" className="mt-0.5 flex-none text-success" />
          {t(tip)}
        </li>
      ))}
    </ul>
  );
}
