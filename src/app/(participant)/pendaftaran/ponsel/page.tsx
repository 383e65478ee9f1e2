import type { Metadata } from "next";
import { PhoneOfAccount } from "#features/access/components/phone-of-account.tsx";
import { findAddressee } from "#features/account/queries.ts";
import { ChangePhoneForm } from "#features/registration/components/phone-change.tsx";
import { CodeForm, SendCodeForms } from "#features/registration/components/phone-code.tsx";
import { CodeProgress, PhonePause, PhoneProven } from "#features/registration/components/phone-state.tsx";
import { findPhoneProof } from "#features/registration/queries/phone-code.ts";
import type { PhoneProof } from "#features/registration/types/summary.ts";
import type { RegistrationStep } from "#features/registration/types.ts";
import { addSeconds } from "#kernel/calendar.ts";
import type { ParticipantId } from "#kernel/identifiers.ts";
import { programmeNow } from "#platform/db/clock.ts";
import { newCommandKey } from "#platform/web/command-key.ts";
import { requireParticipant } from "#platform/web/session.ts";
import { openForm } from "../open-form.ts";
import { WizardPage, wizardMetadata } from "../wizard-page.tsx";

export function generateMetadata(): Promise<Metadata> {
  return wizardMetadata("phone");
}

type Props = { readonly searchParams: Promise<{ readonly ketik?: string | string[] }> };

/** Proves the phone: a code goes out, the page says where it is, the code comes back. */
export default async function PhonePage({ searchParams }: Props) {
  const { step } = await openForm("phone");
  const { participantId } = await requireParticipant();
  const proof = await findPhoneProof(participantId);
  const isTyping = (await searchParams).ketik !== undefined;
  const isOfAccount = step === "submitted" && proof.phone !== null && (await hasPhone(participantId));
  return (
    <WizardPage page="phone" reached={step}>
      <ProofStep proof={proof} step={step} isTyping={isTyping} />
      {isOfAccount ? (
        <PhoneOfAccount />
      ) : (
        <ChangePhoneForm phone={proof.phone} commandKey={newCommandKey()} />
      )}
    </WizardPage>
  );
}

/** The account has a proven phone: another one is proven there, and the registration follows. */
async function hasPhone(participantId: ParticipantId): Promise<boolean> {
  return Boolean((await findAddressee(participantId))?.phone);
}

type StepProps = {
  readonly proof: PhoneProof;
  readonly step: RegistrationStep;
  readonly isTyping: boolean;
};

/** So long the page waits with the person for the message; then it offers other ways. */
const WAIT_SECONDS = 60;

async function ProofStep({ proof, step, isTyping }: StepProps) {
  const now = await programmeNow();
  const { phone, code, pausedUntil, hasEmail } = proof;
  if (!phone) return null;
  if (proof.isProven) return <PhoneProven phone={phone} step={step} commandKey={newCommandKey()} />;
  if (pausedUntil && pausedUntil > now) return <PhonePause until={pausedUntil} />;
  if (!code || code.expiresAt <= now)
    return (
      <SendCodeForms
        {...{ phone, hasEmail }}
        isAgain={code !== null}
        commandKeys={[newCommandKey(), newCommandKey()]}
      />
    );
  const isWaiting = !isTyping && !isFinal(code) && now < addSeconds(code.createdAt, WAIT_SECONDS);
  return (
    <>
      <CodeProgress phone={phone} code={code} isWaiting={isWaiting} />
      {isWaiting ? null : <CodeForm commandKey={newCommandKey()} />}
      {isWaiting ? null : (
        <SendCodeForms {...{ phone, hasEmail }} isAgain commandKeys={[newCommandKey(), newCommandKey()]} />
      )}
    </>
  );
}

/** Nothing more will be known of this message. */
function isFinal({ channel, delivery }: NonNullable<PhoneProof["code"]>): boolean {
  return delivery === "delivered" || delivery === "failed" || (channel === "email" && delivery === "sent");
}
