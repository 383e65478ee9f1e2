import { getTranslations } from "next-intl/server";
import { ActionForm } from "#ui/patterns/action-form.tsx";
import { SubmitButton } from "#ui/patterns/submit-button.tsx";
import { RadioGroup } from "#ui/primitives/radio-group.tsx";
import { TextAreaField } from "#ui/primitives/text-area-field.tsx";
import { TextField } from "#ui/primitives/text-field.tsx";
import { applyPartnerAction, decideApplicationAction, proveContactAction } from "../actions/application.ts";
import { ABOUT_LENGTH, REASON_LENGTH } from "../schema.ts";

type Props = { readonly commandKey: string };

/** What an organisation says of itself when it asks to become a partner. */
export async function ApplyForm({ commandKey }: Props) {
  const t = await getTranslations("partners.apply");
  const shell = await getTranslations("shell.form");
  const names = ["kind", "name", "city", "about", "contactName", "email", "legalNumber", "website"] as const;
  return (
    <ActionForm
      action={applyPartnerAction}
      commandKey={commandKey}
      errorTitle={shell("errorTitle")}
      fieldNames={Object.fromEntries(names.map((name) => [name, t(name)]))}
    >
      <RadioGroup
        name="kind"
        label={t("kind")}
        layout="cards"
        required
        options={[
          { value: "provider", label: t("provider"), hint: t("providerHint") },
          { value: "platform", label: t("platform"), hint: t("platformHint") },
        ]}
      />
      <TextField name="name" label={t("name")} autoComplete="organization" maxLength={120} required />
      <TextField name="city" label={t("city")} width="half" maxLength={80} required />
      <TextAreaField
        name="about"
        label={t("about")}
        hint={t("aboutHint", ABOUT_LENGTH)}
        maxLength={ABOUT_LENGTH.max}
        required
      />
      <TextField
        name="legalNumber"
        label={t("legalNumber")}
        hint={t("legalNumberHint")}
        width="half"
        maxLength={60}
        required
      />
      <TextField
        name="website"
        type="url"
        label={t("website")}
        hint={t("websiteHint")}
        optionalText={shell("optional")}
        maxLength={200}
      />
      <TextField name="contactName" label={t("contactName")} autoComplete="name" maxLength={100} required />
      <TextField
        name="email"
        type="email"
        label={t("email")}
        hint={t("emailHint")}
        autoComplete="email"
        maxLength={254}
        required
      />
      <div>
        <SubmitButton size="large" busyText={t("sending")}>
          {t("send")}
        </SubmitButton>
      </div>
    </ActionForm>
  );
}

/** The link of the letter: opening it does nothing, pressing does, so that mail scanners confirm nothing. */
export async function ConfirmContactForm({
  commandKey,
  applicationId,
  token,
}: Props & { readonly applicationId: string; readonly token: string }) {
  const t = await getTranslations("partners");
  const shell = await getTranslations("shell.form");
  return (
    <ActionForm action={proveContactAction} commandKey={commandKey} errorTitle={shell("errorTitle")}>
      <input type="hidden" name="applicationId" value={applicationId} />
      <input type="hidden" name="token" value={token} />
      <div>
        <SubmitButton size="large" busyText={t("apply.sending")}>
          {t("confirm.press")}
        </SubmitButton>
      </div>
    </ActionForm>
  );
}

/** The operator's word, with the reason that the contact reads. */
export async function DecideForm({ commandKey, applicationId }: Props & { readonly applicationId: string }) {
  const t = await getTranslations("partners.admission");
  const shell = await getTranslations("shell.form");
  return (
    <ActionForm
      action={decideApplicationAction}
      commandKey={commandKey}
      errorTitle={shell("errorTitle")}
      fieldNames={{ decision: t("decision"), reason: t("reason") }}
    >
      <input type="hidden" name="applicationId" value={applicationId} />
      <RadioGroup
        name="decision"
        label={t("decision")}
        layout="cards"
        required
        options={[
          { value: "approve", label: t("approve"), hint: t("approveHint") },
          { value: "refuse", label: t("refuse"), hint: t("refuseHint") },
        ]}
      />
      <TextAreaField
        name="reason"
        label={t("reason")}
        hint={t("reasonHint", { min: REASON_LENGTH.min })}
        rows={4}
        maxLength={REASON_LENGTH.max}
        required
      />
      <div>
        <SubmitButton busyText={t("sending")}>{t("send")}</SubmitButton>
      </div>
    </ActionForm>
  );
}
