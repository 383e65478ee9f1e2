import { createHmac, randomUUID } from "node:crypto";
import { answerSignOn, type SignOnCall } from "#features/partner-api/use-cases/answer-sign-on.ts";
import { grantAccess } from "#features/partner-api/use-cases/grant-access.ts";
import type { ParticipantId } from "#kernel/identifiers.ts";
import { database } from "#platform/db/client.ts";
import { programmeNow } from "#platform/db/clock.ts";
import { encryptField } from "#platform/db/field-encryption.ts";
import { signToken } from "#platform/db/token.ts";
import { inOneTransaction } from "#platform/db/work.ts";

export const SIGN_KEY = "kunci-uji";
export const CALLBACK = "https://belajar.example/kembali";

/** An application of a platform of the reference data, with a code of its own. */
export async function anApplication(changes: { redirectUris?: string[] } = {}): Promise<string> {
  const platform = await database().platform.findFirstOrThrow();
  const code = `uji-${randomUUID().slice(0, 8)}`;
  await database().partnerClient.create({
    data: {
      code,
      kind: "platform",
      ownerSlug: platform.slug,
      signKeyCipher: encryptField(SIGN_KEY),
      redirectUris: changes.redirectUris ?? [CALLBACK],
      createdAt: new Date(),
    },
  });
  return code;
}

export function asked(clientCode: string, changes: Readonly<Record<string, string>> = {}) {
  return {
    client_id: clientCode,
    scope: "name email",
    state: "negara-1",
    redirect_uri: `${CALLBACK}?asal=uji`,
    ...changes,
  };
}

/** The person agrees on the page; the code as their browser carries it back. */
export async function agree(
  participantId: ParticipantId,
  clientCode: string,
  changes: Readonly<Record<string, string>> = {},
) {
  const now = await programmeNow();
  const result = await inOneTransaction(
    { role: "participant", participantId },
    (work) => grantAccess(work, asked(clientCode, changes)),
    { now },
  );
  if (!result.ok) throw new Error(result.refusal.code);
  return { codeId: result.value.codeId, code: signToken("sso-code", result.value.codeId) };
}

type Sent = Partial<Pick<SignOnCall, "method" | "query" | "body">> & {
  readonly headers?: Readonly<Record<string, string>>;
};

export function call(path: string, { method = "POST", query = "", body = "", headers = {} }: Sent = {}) {
  return answerSignOn({
    ...{ method, path, query, body },
    header: (name) => headers[name] ?? null,
    portal: "https://portal.example",
    elapsed: () => 0,
  });
}

export function signed(clientCode: string, method: string, path: string, body = "", at = Date.now()) {
  const timestamp = String(Math.floor(at / 1000));
  const message = `${clientCode}${timestamp}${method}${path}${body}`;
  const signature = createHmac("sha1", SIGN_KEY).update(message).digest("hex");
  return { "x-client-id": clientCode, "x-timestamp": timestamp, "x-signature": signature };
}
