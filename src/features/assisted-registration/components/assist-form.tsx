import { getTranslations } from "next-intl/server";
import { ActionForm } from "#ui/patterns/action-form.tsx";
import { SubmitButton } from "#ui/patterns/submit-button.tsx";
import { registerForPersonAction } from "../actions/commands.ts";
import { type AssistChoices, AssistFields } from "./assist-fields.tsx";

type Props = AssistChoices & { readonly commandKey: string };

/** The officer's form on the page, with a network. */
export async function AssistForm({ commandKey, ...choices }: Props) {
  const t = await getTranslations("assisted-registration.form");
  const form = await getTranslations("shell.form");
  return (
    <ActionForm
      action={registerForPersonAction}
      commandKey={commandKey}
      errorTitle={form("errorTitle")}
      fieldNames={await fieldNames()}
    >
      <AssistFields {...choices} />
      <SubmitButton busyText={t("busy")}>{t("submit")}</SubmitButton>
    </ActionForm>
  );
}

/** What the fields are called, as twenty of them can be empty at once. */
export async function fieldNames(): Promise<Readonly<Record<string, string>>> {
  const t = await getTranslations("registration");
  const consent = await getTranslations("assisted-registration.consent");
  const own = await getTranslations("assisted-registration.form");
  const personal = (["fullName", "birthPlace", "motherName", "phone"] as const).map((name) => [
    name,
    t(`personal.${name}`),
  ]);
  const identity = (["nik", "familyCard", "birthDate", "gender"] as const).map((name) => [
    name,
    t(`identity.${name}`),
  ]);
  const situation = (
    [
      "education",
      "maritalStatus",
      "dependants",
      "employment",
      "disability",
      "wantedCategory",
      "reason",
    ] as const
  ).map((name) => [name, t(`situation.${name}`)]);
  const statements = (["excludedOccupation", "inEducation", "otherAid"] as const).map((name) => [
    name,
    t(`statements.${name}`),
  ]);
  return {
    ...Object.fromEntries([...identity, ...personal, ...situation, ...statements]),
    villageCode: t("address.village"),
    address: t("address.address"),
    domicileVillage: own("domicileVillage"),
    domicileAddress: own("domicileAddress"),
    statedEmployment: t("statements.employment"),
    consentMethod: consent("method"),
    witnessName: consent("witness"),
  };
}
