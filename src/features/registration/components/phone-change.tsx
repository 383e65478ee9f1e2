import { getTranslations } from "next-intl/server";
import { ActionForm } from "#ui/patterns/action-form.tsx";
import { SubmitButton } from "#ui/patterns/submit-button.tsx";
import { PhoneField } from "#ui/primitives/contact-fields.tsx";
import { Disclosure } from "#ui/primitives/disclosure.tsx";
import { changePhoneAction } from "../actions/phone.ts";

type Props = { readonly phone: string | null; readonly commandKey: string };

/** Another number: out of the way while there is one, the whole question while there is none. */
export async function ChangePhoneForm({ phone, commandKey }: Props) {
  const t = await getTranslations("registration");
  const form = await getTranslations("shell.form");
  const fields = (
    <ActionForm action={changePhoneAction} commandKey={commandKey} errorTitle={form("errorTitle")}>
      <PhoneField label={t("personal.phone")} hint={t("personal.phoneHint")} required />
      <SubmitButton variant={phone ? "secondary" : "primary"} busyText={t("busy")}>
        {t("phone.change")}
      </SubmitButton>
    </ActionForm>
  );
  return phone ? <Disclosure summary={t("phone.otherNumber")}>{fields}</Disclosure> : fields;
}
