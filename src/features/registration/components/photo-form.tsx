import { getTranslations } from "next-intl/server";
import { ActionForm } from "#ui/patterns/action-form.tsx";
import { SubmitButton } from "#ui/patterns/submit-button.tsx";
import { FileField } from "#ui/primitives/file-field.tsx";
import { Icon } from "#ui/primitives/icon.tsx";
import { keepPhotoAction, keepSelfieAction } from "../actions/documents.ts";

type Page = "photo" | "selfie";
const actions = { photo: keepPhotoAction, selfie: keepSelfieAction } as const;
/** A card is taken with the camera at the back, a face with the one in front. */
const cameras = { photo: "environment", selfie: "user" } as const;

const ACCEPT = "image/jpeg,image/png,image/webp,image/heic,image/heif,.heic,.heif";

type PhotoFormProps = {
  readonly page: Page;
  readonly commandKey: string;
  /** There is a photo already: to use it is the main way on. */
  readonly isReplacing: boolean;
};

/**
 * Two ways to the same photo, as some phones offer either the camera or the files, but not both. A computer with a mouse
 * has no camera to hold over a card, and is not asked for one.
 */
export async function PhotoForm({ page, commandKey, isReplacing }: PhotoFormProps) {
  const t = await getTranslations(`registration.${page}`);
  const form = await getTranslations("shell.form");
  return (
    <ActionForm action={actions[page]} commandKey={commandKey} errorTitle={form("errorTitle")}>
      <div data-one-photo className="grid gap-6">
        <div className="pointer-fine:hidden">
          <FileField
            name="camera"
            label={t("camera")}
            accept={ACCEPT}
            capture={cameras[page]}
            previewText={t("preview")}
          />
        </div>
        <FileField
          name="photo"
          label={t("label")}
          hint={t("hint")}
          accept={ACCEPT}
          previewText={t("preview")}
        />
      </div>
      <SubmitButton icon="upload" variant={isReplacing ? "secondary" : "primary"} busyText={t("busy")}>
        {t("save")}
      </SubmitButton>
    </ActionForm>
  );
}

/** What makes a photo that is taken at the first try. */
export async function PhotoTips({ page }: { readonly page: Page }) {
  const t = await getTranslations(`registration.${page}.tips`);
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
