import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Card } from "#ui/primitives/card.tsx";
import { AddressFields } from "./address-fields.tsx";
import { ConsentFields } from "./consent-fields.tsx";
import { ContactFields } from "./contact-fields.tsx";
import { DomicileFields } from "./domicile-fields.tsx";
import { IdentityFields } from "./identity-fields.tsx";
import { SituationFields } from "./situation-fields.tsx";
import { StatementFields } from "./statement-fields.tsx";

type Choice = { readonly code: string; readonly name: string };

/** What may be chosen: villages of the region, fields of training. */
export type AssistChoices = {
  readonly villages: readonly Choice[];
  readonly categories: readonly Choice[];
  /** Where the person lives outside the region, when that is known already. */
  readonly elsewhere?: Choice;
};

type Props = AssistChoices & {
  /** What was agreed to before the form was typed the first time is not asked again. */
  readonly isCorrection?: boolean;
};

/** Everything that the office asks, the consent first: without it there is nothing to type. */
export async function AssistFields({ villages, categories, elsewhere, isCorrection }: Props) {
  return (
    <>
      {isCorrection ? null : (
        <Section name="consent">
          <ConsentFields />
        </Section>
      )}
      <Section name="identity">
        <IdentityFields />
      </Section>
      <Section name="address">
        <AddressFields villages={villages} />
      </Section>
      <Section name="domicile">
        <DomicileFields villages={elsewhere ? [...villages, elsewhere] : villages} />
      </Section>
      <Section name="situation">
        <SituationFields categories={categories} />
      </Section>
      <Section name="statements">
        <StatementFields />
      </Section>
      <Section name="contact">
        <ContactFields />
      </Section>
    </>
  );
}

type SectionName = "consent" | "identity" | "address" | "domicile" | "situation" | "statements" | "contact";

async function Section({ name, children }: { readonly name: SectionName; readonly children: ReactNode }) {
  const t = await getTranslations("assisted-registration.form");
  return (
    <Card title={t(name)}>
      <div className="grid gap-6">{children}</div>
    </Card>
  );
}
