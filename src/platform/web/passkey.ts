import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from "@simplewebauthn/server";
import { env } from "#env.ts";

// Passkeys of this portal: bound to its address, kept by the device, and used after a finger, a face or a PIN,
// so that one counts as both steps.

/** ES256, EdDSA and RS256: what phones, laptops and security keys have. */
const ALGORITHMS = [-7, -8, -257];

type Bytes = Uint8Array<ArrayBuffer>;
type Known = { readonly id: string; readonly transports: readonly string[] };

export function newPasskeyOptions(owner: {
  readonly accountId: string;
  readonly name: string;
  readonly challenge: Bytes;
  readonly known: readonly Known[];
}) {
  return generateRegistrationOptions({
    rpName: "Portal Prakerja (simulasi)",
    rpID: portalHost(),
    userID: new Uint8Array(Buffer.from(owner.accountId.replaceAll("-", ""), "hex")),
    userName: owner.name,
    userDisplayName: owner.name,
    challenge: owner.challenge,
    excludeCredentials: owner.known.map(({ id, transports }) => ({ id, transports: [...transports] })),
    supportedAlgorithmIDs: ALGORITHMS,
    authenticatorSelection: { residentKey: "required", userVerification: "required" },
  });
}

export function passkeyOptions(challenge: Bytes) {
  return generateAuthenticationOptions({ rpID: portalHost(), challenge, userVerification: "required" });
}

export type NewPasskeyAnswer = Omit<RegistrationResponseJSON, "clientExtensionResults">;
export type PasskeyAnswer = Omit<AuthenticationResponseJSON, "clientExtensionResults">;

/** The key that a device made for this challenge; null when the answer is not what was asked for. */
export async function verifiedNewPasskey(answer: NewPasskeyAnswer, challenge: string) {
  const checked = await verifyRegistrationResponse({
    response: { ...answer, clientExtensionResults: {} },
    expectedChallenge: challenge,
    expectedOrigin: new URL(env().APP_URL).origin,
    expectedRPID: portalHost(),
    supportedAlgorithmIDs: ALGORITHMS,
    requireUserVerification: true,
  }).catch(() => null);
  if (!checked?.verified) return null;
  const { id, publicKey, counter, transports = [] } = checked.registrationInfo.credential;
  return { id, publicKey: new Uint8Array(publicKey), counter, transports };
}

/** The counter of a passkey after it has signed this challenge; null when the signature is not its own. */
export async function verifiedCounter(
  answer: PasskeyAnswer,
  challenge: string,
  passkey: { readonly id: string; readonly publicKey: Uint8Array; readonly counter: number },
): Promise<number | null> {
  const checked = await verifyAuthenticationResponse({
    response: { ...answer, clientExtensionResults: {} },
    expectedChallenge: challenge,
    expectedOrigin: new URL(env().APP_URL).origin,
    expectedRPID: portalHost(),
    credential: { ...passkey, publicKey: new Uint8Array(passkey.publicKey) },
    requireUserVerification: true,
  }).catch(() => null);
  return checked?.verified ? checked.authenticationInfo.newCounter : null;
}

function portalHost(): string {
  return new URL(env().APP_URL).hostname;
}
