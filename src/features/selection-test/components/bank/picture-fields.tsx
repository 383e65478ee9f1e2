import { getTranslations } from "next-intl/server";
import { CheckboxField } from "#ui/primitives/checkbox-field.tsx";
import { FileField } from "#ui/primitives/file-field.tsx";
import { OwnPicture } from "#ui/primitives/own-picture.tsx";
import { TextField } from "#ui/primitives/text-field.tsx";
import { pictureAddress } from "../../types/bank.ts";

type PictureFieldsProps = { readonly image: string | null; readonly imageAlt: string | null };

/** The picture that stands, another one in its place, and what it shows in words. */
export async function PictureFields({ image, imageAlt }: PictureFieldsProps) {
  const t = await getTranslations("selection-test.bank");
  const shell = await getTranslations("shell.form");
  return (
    <>
      {image ? (
        <>
          <input type="hidden" name="image" value={image} />
          <figure className="grid gap-2">
            <figcaption className="font-semibold">{t("form.currentPicture")}</figcaption>
            <OwnPicture
              src={pictureAddress(image)}
              alt={imageAlt ?? ""}
              className="w-full max-w-text border border-line bg-surface"
            />
          </figure>
          <CheckboxField name="removesPicture" label={t("form.removesPicture")} />
        </>
      ) : null}
      <FileField
        name="picture"
        label={t("picture")}
        hint={t("form.pictureHint")}
        optionalText={shell("optional")}
        accept="image/jpeg,image/png,image/webp"
      />
      <TextField
        name="imageAlt"
        label={t("form.imageAlt")}
        hint={t("form.imageAltHint")}
        optionalText={shell("optional")}
        defaultValue={imageAlt ?? ""}
      />
    </>
  );
}
