import { getTranslations } from "next-intl/server";
import { Button } from "#ui/primitives/button.tsx";
import { TextField } from "#ui/primitives/text-field.tsx";

/** Asks for the code on the paper; a plain form that only reads. */
export async function CheckForm({ typed }: { readonly typed?: string }) {
  const t = await getTranslations("certificates.check");
  return (
    <form method="get" action="/periksa-sertifikat" className="grid gap-6">
      <TextField
        name="kode"
        label={t("code")}
        hint={t("codeHint")}
        defaultValue={typed}
        width="half"
        maxLength={40}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        required
      />
      <div>
        <Button type="submit" icon="search" wide>
          {t("send")}
        </Button>
      </div>
    </form>
  );
}
