import { getTranslations } from "next-intl/server";
import { ActionForm } from "#ui/patterns/action-form.tsx";
import { SubmitButton } from "#ui/patterns/submit-button.tsx";
import { CheckboxField } from "#ui/primitives/checkbox-field.tsx";
import { TextAreaField } from "#ui/primitives/text-area-field.tsx";
import { TextField } from "#ui/primitives/text-field.tsx";
import {
  createKeyAction,
  editAddressesAction,
  keepKeyAction,
  revokeKeyAction,
  rotateKeyAction,
} from "../actions/keys.ts";
import type { PartnerKey } from "../types/key.ts";

type Props = { readonly commandKey: string };
type OfClient = Props & { readonly client: string };

export async function CreateKeyForm({ commandKey }: Props) {
  const t = await getTranslations("partners.keys");
  const shell = await getTranslations("shell.form");
  return (
    <ActionForm action={createKeyAction} commandKey={commandKey} errorTitle={shell("errorTitle")}>
      <div>
        <SubmitButton busyText={t("busy")}>{t("create")}</SubmitButton>
      </div>
    </ActionForm>
  );
}

export async function KeepKeyForm({ client, commandKey }: OfClient) {
  const t = await getTranslations("partners.keys");
  const shell = await getTranslations("shell.form");
  return (
    <ActionForm action={keepKeyAction} commandKey={commandKey} errorTitle={shell("errorTitle")}>
      <input type="hidden" name="client" value={client} />
      <div>
        <SubmitButton busyText={t("busy")}>{t("keep")}</SubmitButton>
      </div>
    </ActionForm>
  );
}

export async function RotateKeyForm({ client, commandKey }: OfClient) {
  const t = await getTranslations("partners.keys");
  const shell = await getTranslations("shell.form");
  return (
    <ActionForm action={rotateKeyAction} commandKey={commandKey} errorTitle={shell("errorTitle")}>
      <input type="hidden" name="client" value={client} />
      <div>
        <SubmitButton variant="secondary" busyText={t("busy")}>
          {t("rotate")}
        </SubmitButton>
      </div>
    </ActionForm>
  );
}

/** Ticked before it is pressed, for there is no way back. */
export async function RevokeKeyForm({ client, commandKey }: OfClient) {
  const t = await getTranslations("partners.keys");
  const shell = await getTranslations("shell.form");
  return (
    <ActionForm
      action={revokeKeyAction}
      commandKey={commandKey}
      errorTitle={shell("errorTitle")}
      fieldNames={{ sure: t("revoke") }}
    >
      <input type="hidden" name="client" value={client} />
      <CheckboxField name="sure" label={t("sure")} value="1" required />
      <div>
        <SubmitButton variant="danger" busyText={t("busy")}>
          {t("revoke")}
        </SubmitButton>
      </div>
    </ActionForm>
  );
}

export async function AddressForm({ client, commandKey }: Props & { readonly client: PartnerKey }) {
  const t = await getTranslations("partners.keys");
  const shell = await getTranslations("shell.form");
  return (
    <ActionForm
      action={editAddressesAction}
      commandKey={commandKey}
      errorTitle={shell("errorTitle")}
      fieldNames={{ redirectUris: t("returnsLabel"), webhookUrl: t("webhookLabel") }}
    >
      <input type="hidden" name="client" value={client.code} />
      <TextAreaField
        name="redirectUris"
        label={t("returnsLabel")}
        hint={t("returnsHint")}
        optionalText={shell("optional")}
        defaultValue={client.redirectUris.join("\n")}
        rows={3}
        maxLength={6_000}
      />
      <TextField
        name="webhookUrl"
        type="url"
        label={t("webhookLabel")}
        hint={t("webhookHint")}
        optionalText={shell("optional")}
        defaultValue={client.webhookUrl ?? undefined}
        maxLength={500}
      />
      <div>
        <SubmitButton busyText={t("busy")}>{t("save")}</SubmitButton>
      </div>
    </ActionForm>
  );
}
