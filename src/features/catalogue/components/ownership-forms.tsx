import { getTranslations } from "next-intl/server";
import { newCommandKey } from "#platform/web/command-key.ts";
import { ActionForm } from "#ui/patterns/action-form.tsx";
import { SubmitButton } from "#ui/patterns/submit-button.tsx";
import { Card } from "#ui/primitives/card.tsx";
import { SelectField } from "#ui/primitives/select-field.tsx";
import { TextAreaField } from "#ui/primitives/text-area-field.tsx";
import { TextField } from "#ui/primitives/text-field.tsx";
import { endOwnershipAction, recordOwnershipAction } from "../actions/review.ts";
import type { RegisteredOwnership } from "../types/authoring.ts";
import type { CatalogueChoices } from "../types.ts";

/** Writes an ownership down. */
export async function RecordOwnershipForm({ choices }: { readonly choices: CatalogueChoices }) {
  const t = await getTranslations("catalogue");
  const shell = await getTranslations("shell.form");
  const named = (items: CatalogueChoices["platforms"]) =>
    items.map(({ slug, name }) => ({ value: slug, label: name }));
  return (
    <Card title={t("ownership.addTitle")}>
      <p>{t("ownership.addText")}</p>
      <ActionForm
        action={recordOwnershipAction}
        commandKey={newCommandKey()}
        errorTitle={shell("errorTitle")}
        label={t("ownership.addTitle")}
      >
        <div className="grid items-start gap-6 sm:grid-cols-2">
          <SelectField
            name="platform"
            label={t("ownership.platform")}
            emptyText={t("form.choose")}
            options={named(choices.platforms)}
            required
          />
          <SelectField
            name="provider"
            label={t("ownership.provider")}
            emptyText={t("form.choose")}
            options={named(choices.providers)}
            required
          />
        </div>
        <TextField
          name="since"
          label={t("ownership.since")}
          hint={t("ownership.dayHint")}
          width="short"
          required
        />
        <TextAreaField
          name="ground"
          label={t("ownership.ground")}
          hint={t("ownership.groundHint")}
          rows={3}
          maxLength={500}
          required
        />
        <div>
          <SubmitButton busyText={shell("sending")}>{t("ownership.add")}</SubmitButton>
        </div>
      </ActionForm>
    </Card>
  );
}

/** Ends an ownership that stands. */
export async function EndOwnershipForm({ standing }: { readonly standing: RegisteredOwnership }) {
  const t = await getTranslations("catalogue.ownership");
  const shell = await getTranslations("shell.form");
  return (
    <Card title={t("end")}>
      <p>{standing.ground}</p>
      <p>{t("endText")}</p>
      <ActionForm
        action={endOwnershipAction}
        commandKey={newCommandKey()}
        errorTitle={shell("errorTitle")}
        label={t("end")}
      >
        <input type="hidden" name="platform" value={standing.platformSlug} />
        <input type="hidden" name="provider" value={standing.providerSlug} />
        <TextField name="until" label={t("endDay")} hint={t("dayHint")} width="short" required />
        <TextAreaField name="endGround" label={t("endGround")} rows={2} maxLength={500} required />
        <div>
          <SubmitButton variant="danger" busyText={shell("sending")}>
            {t("end")}
          </SubmitButton>
        </div>
      </ActionForm>
    </Card>
  );
}
