import { createHash } from "node:crypto";
import { ok, type Result, refuse } from "#kernel/result.ts";
import { judgeTimestamp } from "../policy/door.ts";
import { findSigningClient } from "../queries/clients.ts";
import type { GeneralRefusal } from "../refusals/codes.ts";
import type { PartnerRequest, Proven } from "../types/call.ts";
import type { PartnerClient } from "../types/client.ts";
import type { Signing } from "../types/signature.ts";
import { verifySignature, verifyStrongSignature } from "./verify-signature.ts";

const NONCE = /^[\w-]{16,64}$/;

export type Sender = { readonly client: PartnerClient; readonly proven: Proven };

type Sent = {
  readonly request: PartnerRequest & { readonly body: Buffer };
  readonly path: string;
  /** The programme's time, which ends a key that was changed. */
  readonly now: Date;
};

/** Who signed this call: a known client, a timestamp of these minutes, and a signature by one of its keys. */
export async function proveSender({ request, path, now }: Sent): Promise<Result<Sender, GeneralRefusal>> {
  const clientCode = headerOf(request, "client_code");
  const found = clientCode ? await findSigningClient(clientCode) : null;
  if (!found) return refuse({ code: "ERRGEN40101" });
  const timestamp = headerOf(request, "timestamp").trim();
  const inTime = judgeTimestamp(timestamp, request.machineNow);
  if (!inTime.ok) return inTime;
  const { key, former, client } = found;
  const keys = former && former.until > now ? [key, former.key] : [key];
  const authorization = headerOf(request, "authorization") || null;
  const proven = prove(request, keys, { clientCode, timestamp, path, authorization, body: request.body });
  return proven ? ok({ client, proven }) : refuse({ code: "ERRGEN40102" });
}

/** By the scheme that the headers name; one that is wrong is not tried as the other. */
function prove(request: PartnerRequest, keys: readonly string[], signing: Signing): Proven | null {
  const strong = headerOf(request, "signature_v2").trim();
  if (!strong) {
    const signature = headerOf(request, "signature").trim();
    if (!verifySignature(keys, signature, signing)) return null;
    const lower = signature.toLowerCase();
    return { call: sha256(`${signing.timestamp}\n${lower}`), fingerprint: sha256(lower) };
  }
  const nonce = headerOf(request, "nonce").trim();
  if (!NONCE.test(nonce) || !verifyStrongSignature(keys, strong, { ...signing, nonce })) return null;
  return { call: sha256(`nonce\n${nonce}`), fingerprint: sha256(strong.toLowerCase()) };
}

/** A header's value; empty when it is missing. Names come in lower case, underscores as they were sent. */
export function headerOf({ headers }: Pick<PartnerRequest, "headers">, name: string): string {
  const value = headers[name];
  return typeof value === "string" ? value : (value?.join(", ") ?? "");
}

function sha256(text: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHash("sha256").update(text).digest());
}
