import { getTranslations } from "next-intl/server";
import { Button } from "#ui/primitives/button.tsx";
import { SelectField } from "#ui/primitives/select-field.tsx";
import { TextField } from "#ui/primitives/text-field.tsx";
import { type AccountKind, accountKinds } from "../types.ts";

type AccountFormProps = {
  readonly kind: AccountKind | null;
  readonly owner: string;
  readonly day: string;
  readonly time: string;
};

/** Which account, at which moment. A plain form that shows the page again. */
export async function AccountForm({ kind, owner, day, time }: AccountFormProps) {
  const t = await getTranslations("accounting");
  return (
    <form method="get" action="/admin/keuangan/akun" className="grid gap-6">
      <div className="grid items-start gap-6 sm:grid-cols-2">
        <SelectField
          name="jenis"
          label={t("account.kind")}
          defaultValue={kind ?? "state_budget"}
          options={accountKinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
        />
        <TextField
          name="pemilik"
          label={t("account.owner")}
          hint={t("account.ownerHint")}
          defaultValue={owner}
        />
        <div className="grid gap-2">
          <label htmlFor="tanggal" className="font-semibold">
            {t("account.day")}
          </label>
          <input id="tanggal" name="tanggal" type="date" defaultValue={day} className="field-box" />
        </div>
        <TextField
          name="jam"
          label={t("account.time")}
          hint={t("account.timeHint")}
          width="short"
          defaultValue={time}
        />
      </div>
      <div>
        <Button type="submit" icon="search">
          {t("account.show")}
        </Button>
      </div>
    </form>
  );
}
