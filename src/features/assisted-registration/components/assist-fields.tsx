import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Card } from "#ui/primitives/card.tsx";
import { AddressFields } from "./address-fields.tsx";
import { ConsentFields } from "./consent-fields.tsx";
import { ContactFields } from "./contact-fields.tsx";
import { IdentityFields } from "./identity-fields.tsx";
import { SituationFields } from "./situation-fields.tsx";
import { StatementFields } from "./statement-fields.tsx";

type Choice = { readonly code: string; readonly name: string };

/** What may be chosen: villages of the region, fields of training. */
export type AssistChoices = { readonly villages: readonly Choice[]; readonly categories: readonly Choice[] };

/** Everything that the office asks, the consent first: without it there is nothing to type. */
export async function AssistFields({ villages, categories }: AssistChoices) {
  return (
    <>
      <Section name="consent">
        <ConsentFields />
      </Section>
      <Section name="identity">
        <IdentityFields />
      </Section>
      <Section name="address">
        <AddressFields villages={villages} />
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

type SectionName = "consent" | "identity" | "address" | "situation" | "statements" | "contact";

async function Section({ name, children }: { readonly name: SectionName; readonly children: ReactNode }) {
  const t = await getTranslations("assisted-registration.form");
  return (
    <Card title={t(name)}>
      <div className="grid gap-6">{children}</div>
    </Card>
  );
}
