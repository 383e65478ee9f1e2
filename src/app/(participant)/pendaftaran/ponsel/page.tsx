import type { Metadata } from "next";
import {
  CodeForm,
  CodeProgress,
  PhoneProven,
  SendCodeForms,
} from "#features/registration/components/phone-form.tsx";
import { findPhoneProof } from "#features/registration/queries/phone-code.ts";
import { programmeNow } from "#platform/db/clock.ts";
import { newCommandKey } from "#platform/web/command-key.ts";
import { requireParticipant } from "#platform/web/session.ts";
import { openForm } from "../open-form.ts";
import { WizardPage, wizardMetadata } from "../wizard-page.tsx";

export function generateMetadata(): Promise<Metadata> {
  return wizardMetadata("phone");
}

/** Proves the phone: a code goes out, the page says where it is, the code comes back. */
export default async function PhonePage() {
  await openForm("phone");
  const { participantId } = await requireParticipant();
  const proof = await findPhoneProof(participantId);
  const now = await programmeNow();
  const isOpen = proof.code !== null && proof.code.expiresAt > now;
  return (
    <WizardPage page="phone">
      {proof.isProven ? (
        <PhoneProven phone={proof.phone ?? ""} commandKey={newCommandKey()} />
      ) : (
        <>
          {isOpen && proof.code ? (
            <>
              <CodeProgress code={proof.code} />
              <CodeForm commandKey={newCommandKey()} />
            </>
          ) : null}
          <SendCodeForms proof={proof} isAgain={isOpen} commandKeys={[newCommandKey(), newCommandKey()]} />
        </>
      )}
    </WizardPage>
  );
}
