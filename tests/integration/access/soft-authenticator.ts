import { createHash, generateKeyPairSync, randomBytes, sign } from "node:crypto";
import { env } from "#env.ts";

// A phone with passkeys, in software: ES256 and no attestation, which is what phones send.

type Changes = { readonly origin?: string; readonly wasVerified?: boolean; readonly counter?: number };

export class SoftAuthenticator {
  readonly id = randomBytes(16);
  readonly #keys = generateKeyPairSync("ec", { namedCurve: "P-256" });

  /** Answers a creation challenge. */
  create(challenge: string, changes: Changes = {}) {
    const authData = Buffer.concat([
      this.#head(0x40, changes),
      Buffer.alloc(16),
      Buffer.from([0, this.id.length]),
      this.id,
      this.#coseKey(),
    ]);
    const attestation = cborMap([
      [cborText("fmt"), cborText("none")],
      [cborText("attStmt"), cborMap([])],
      [cborText("authData"), cborBytes(authData)],
    ]);
    return {
      ...this.#envelope(),
      response: {
        clientDataJSON: clientData("webauthn.create", challenge, changes),
        attestationObject: attestation.toString("base64url"),
        transports: ["internal" as const],
      },
    };
  }

  /** Answers a sign-in challenge. */
  get(challenge: string, changes: Changes = {}) {
    const authData = this.#head(0, changes);
    const clientDataJSON = clientData("webauthn.get", challenge, changes);
    const hash = createHash("sha256").update(Buffer.from(clientDataJSON, "base64url")).digest();
    const signature = sign("sha256", Buffer.concat([authData, hash]), this.#keys.privateKey);
    return {
      ...this.#envelope(),
      response: {
        clientDataJSON,
        authenticatorData: authData.toString("base64url"),
        signature: signature.toString("base64url"),
        userHandle: undefined,
      },
    };
  }

  #envelope() {
    const id = this.id.toString("base64url");
    return { id, rawId: id, type: "public-key" as const };
  }

  #head(flags: number, { wasVerified = true, counter = 0 }: Changes): Buffer {
    const tail = Buffer.alloc(5);
    tail[0] = 0x01 | (wasVerified ? 0x04 : 0) | flags;
    tail.writeUInt32BE(counter, 1);
    return Buffer.concat([createHash("sha256").update(new URL(env().APP_URL).hostname).digest(), tail]);
  }

  #coseKey(): Buffer {
    const { x = "", y = "" } = this.#keys.publicKey.export({ format: "jwk" });
    return cborMap([
      [Buffer.from([0x01]), Buffer.from([0x02])],
      [Buffer.from([0x03]), Buffer.from([0x26])],
      [Buffer.from([0x20]), Buffer.from([0x01])],
      [Buffer.from([0x21]), cborBytes(Buffer.from(x, "base64url"))],
      [Buffer.from([0x22]), cborBytes(Buffer.from(y, "base64url"))],
    ]);
  }
}

function clientData(
  type: string,
  challenge: string,
  { origin = new URL(env().APP_URL).origin }: Changes,
): string {
  return Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false })).toString("base64url");
}

const cborText = (text: string) => Buffer.concat([Buffer.from([0x60 | text.length]), Buffer.from(text)]);
const cborBytes = (bytes: Buffer) => Buffer.concat([Buffer.from([0x58, bytes.length]), bytes]);
const cborMap = (pairs: readonly (readonly [Buffer, Buffer])[]) =>
  Buffer.concat([Buffer.from([0xa0 | pairs.length]), ...pairs.flat()]);
