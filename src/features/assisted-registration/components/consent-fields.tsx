import { getTranslations } from "next-intl/server";
import { CheckboxField } from "#ui/primitives/checkbox-field.tsx";
import { RadioGroup } from "#ui/primitives/radio-group.tsx";
import { TextField } from "#ui/primitives/text-field.tsx";
import { CONSENT_VERSION, consentMethods } from "../types.ts";

const paragraphs = ["a", "b", "c", "d", "e"] as const;

/** The whole text that the person agrees to, how they agreed, and who heard it. */
export async function ConsentFields() {
  const t = await getTranslations("assisted-registration.consent");
  return (
    <>
      <p>{t("intro")}</p>
      <div className="petal grid gap-3 bg-sunken p-5">
        <ol className="grid list-decimal gap-2 ps-5">
          {paragraphs.map((paragraph) => (
            <li key={paragraph}>{t(`text.${CONSENT_VERSION}.${paragraph}`)}</li>
          ))}
        </ol>
        <p className="text-sm text-ink-soft">{t("version", { version: CONSENT_VERSION })}</p>
      </div>
      <input type="hidden" name="consentVersion" value={CONSENT_VERSION} />
      <RadioGroup
        name="consentMethod"
        label={t("method")}
        hint={t("paperHint")}
        options={consentMethods.map((value) => ({ value, label: t(`methods.${value}`) }))}
        required
      />
      <TextField
        name="witnessName"
        label={t("witness")}
        hint={t("witnessHint")}
        autoComplete="off"
        maxLength={120}
      />
      <CheckboxField name="consentGiven" label={t("given")} required />
    </>
  );
}
