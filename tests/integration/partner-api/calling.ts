import { createHash, createHmac, randomUUID } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { PartnerKind } from "#features/partner-api/types/client.ts";
import { callsAreNoted } from "#features/partner-api/use-cases/note-call.ts";
import { answerPartner } from "#front-door/partner-api.ts";
import type { ParticipantId } from "#kernel/identifiers.ts";
import { database } from "#platform/db/client.ts";
import { encryptField } from "#platform/db/field-encryption.ts";
import { insertPurchase } from "../../../prisma/seed/people.ts";
import { recipients } from "../../support/people.ts";
import { COURSE } from "../../support/trainings.ts";

export const STATUS = "/api/v1/integration/payment/redeem-code/status";
export const COMMIT = "/api/v1/integration/payment/redeem-code/commit";
export const RESET = "/api/v1/integration/payment/redeem-code/reset";
export const GENERATE = "/api/v1/integration/oauth/url-generate";
export const SUBMIT = "/api/v1/integration/tpm/submission";
export const FEEDBACK = "/api/v1/integration/tpm/feedback/submission";
export const TASK_STATUS = "/api/v1/integration/tpm/submission/status";
export const BACK = "https://lembaga.example/kembali";

/** The door of the partners' interface, alone, on a port of its own. */
export async function openDoor() {
  const server = createServer((request, response) => void answerPartner(request, response));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await callsAreNoted();
    },
  };
}

export type Client = { readonly code: string; readonly key: string; readonly ownerSlug: string };

export async function aClient(
  ownerSlug: string,
  {
    kind = "provider" as PartnerKind,
    ...rest
  }: { readonly kind?: PartnerKind; readonly former?: { key: string; until: Date } } = {},
): Promise<Client> {
  const client = { code: `klien-${randomUUID().slice(0, 8)}`, key: `kunci-${randomUUID()}`, ownerSlug };
  await database().partnerClient.create({
    data: {
      ...{ code: client.code, kind, ownerSlug, redirectUris: [BACK] },
      signKeyCipher: encryptField(client.key),
      formerKeyCipher: rest.former ? encryptField(rest.former.key) : null,
      formerKeyUntil: rest.former?.until ?? null,
      createdAt: new Date(),
    },
  });
  return client;
}

/** What an answer may tell; which of it, the test that reads it expects. */
export type Told = {
  readonly payment_token: string;
  readonly transaction_code: string;
  readonly quota: number;
  readonly state: string;
  readonly url: string;
  readonly course: unknown;
  readonly status: unknown;
  readonly redeem_at: unknown;
  readonly assignment: { readonly status: number };
  readonly feedback: { readonly status: number };
};

export type Said = {
  readonly status: number;
  readonly headers: Headers;
  readonly body: {
    readonly success?: unknown;
    readonly code?: unknown;
    readonly message?: unknown;
    readonly data: Told;
  };
};

export type Changes = {
  readonly timestamp?: string;
  readonly key?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly without?: readonly string[];
  readonly method?: string;
};

export function nowInSeconds(): string {
  return String(Math.floor(Date.now() / 1000));
}

/** Sends a body as a client of the real programme does: signed by HMAC-SHA1, as it stands. */
export async function send(
  url: string,
  path: string,
  body: unknown,
  client: Client,
  changes: Changes = {},
): Promise<Said> {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  const timestamp = changes.timestamp ?? nowInSeconds();
  const raw = `${client.code}${timestamp}POST${path}${text}`;
  const signature = createHmac("sha1", changes.key ?? client.key)
    .update(raw)
    .digest("hex");
  const headers: Record<string, string> = {
    "content-type": "application/json",
    ...{ client_code: client.code, signature, timestamp },
    ...changes.headers,
  };
  for (const name of changes.without ?? []) delete headers[name];
  return post(url + path, text, headers, changes.method);
}

/** The same in the stronger scheme. */
export function sendStrong(
  url: string,
  path: string,
  body: unknown,
  client: Client,
  nonce: string,
): Promise<Said> {
  const text = JSON.stringify(body);
  const timestamp = nowInSeconds();
  const hash = createHash("sha256").update(text).digest("hex");
  const lines = ["v2", client.code, timestamp, nonce, "POST", path, "", hash];
  const signature = createHmac("sha256", client.key).update(lines.join("\n")).digest("hex");
  const headers = { client_code: client.code, signature_v2: signature, timestamp, nonce };
  return post(url + path, text, { "content-type": "application/json", ...headers });
}

export async function post(
  address: string,
  text: string,
  headers: Readonly<Record<string, string>>,
  method = "POST",
): Promise<Said> {
  const response = await fetch(address, { method, headers, body: method === "GET" ? undefined : text });
  const body = (await response.json()) as Said["body"];
  return { status: response.status, headers: response.headers, body };
}

const crowd: ParticipantId[] = [];

/** Recipients for the tests of one file, determined in one wave; each test takes others. */
export async function gatherRecipients(count: number): Promise<void> {
  crowd.push(...(await recipients(new Date(), count, 701)));
}

function aRecipient(): ParticipantId {
  const somebody = crowd.pop();
  if (!somebody) throw new Error("gather more recipients before the tests of this file");
  return somebody;
}

/** A course that another provider holds. */
export async function aCourseElsewhere(): Promise<string> {
  const providerSlug = { not: await providerOf() };
  const course = await database().course.findFirstOrThrow({ where: { providerSlug, mode: "self_paced" } });
  return course.slug;
}

type Bought = {
  readonly redeemCode: string;
  readonly purchaseId: string;
  readonly participantId: ParticipantId;
};

/** Somebody who bought the course just now; `changes` spoil one fact of the purchase. */
export async function aPurchase(
  changes: Partial<Parameters<ReturnType<typeof database>["purchase"]["update"]>[0]["data"]> = {},
  slug = COURSE,
): Promise<Bought> {
  const now = new Date();
  const participantId = aRecipient();
  const { purchaseId } = await insertPurchase(participantId, slug, now, "bought");
  const { redeemCode } = await database().purchase.update({ where: { id: purchaseId }, data: changes });
  return { redeemCode, purchaseId, participantId };
}

export async function providerOf(slug = COURSE): Promise<string> {
  const course = await database().course.findUniqueOrThrow({
    where: { slug },
    select: { providerSlug: true },
  });
  return course.providerSlug;
}

/** The log of a client, oldest first. */
export async function callsOf(clientCode: string) {
  await callsAreNoted();
  return database().partnerCall.findMany({ where: { clientCode }, orderBy: { id: "asc" } });
}
