import { getTranslations } from "next-intl/server";
import { Button, LinkButton } from "#ui/primitives/button.tsx";
import { TextField } from "#ui/primitives/text-field.tsx";

/** A plain form that asks the same page again. */
export async function RecipientSearch({ name }: { readonly name: string }) {
  const t = await getTranslations("staff.recipients");
  return (
    <search>
      <form action="/dinas" className="flex flex-wrap items-end gap-3">
        <div className="min-w-0 flex-1 basis-64">
          <TextField name="cari" type="search" label={t("search")} defaultValue={name} maxLength={100} />
        </div>
        <Button type="submit" icon="search">
          {t("find")}
        </Button>
        {name ? (
          <LinkButton href="/dinas" variant="quiet">
            {t("all")}
          </LinkButton>
        ) : null}
      </form>
    </search>
  );
}
