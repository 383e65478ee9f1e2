import { findAddressee } from "#features/account/queries.ts";
import { isUuid, type ParticipantId } from "#kernel/identifiers.ts";
import { database, type Transaction } from "#platform/db/client.ts";
import { decideRequest, wayBack } from "../policy/presence.ts";
import { sandboxState } from "../schema/sandbox.ts";
import type { PresenceFacts, PresencePage, PresenceRefusal } from "../types/presence.ts";

type Row = Omit<PresenceFacts, "expiresAt" | "usedAt"> & {
  readonly expiresAt: Date;
  readonly usedAt: Date | null;
  readonly isPresent: boolean;
  readonly title: string | null;
  readonly provider: string | null;
};

/** The request behind an address, with its training; null when there is none. */
export async function findRequest(state: string, tx: Transaction = database()): Promise<Row | null> {
  if (!isUuid(state)) return null;
  const [row] = await tx.$queryRaw<Row[]>`
    SELECT r.client_code AS "clientCode", r.redeem_code AS "redeemCode", r.sequence::int, r.redirect_uri AS "redirectUri",
      r.expires_at AS "expiresAt", r.used_at AS "usedAt", p.participant_id::text AS "participantId",
      c.title, v.name AS provider,
      EXISTS (SELECT FROM attendance a WHERE a.purchase_id = r.purchase_id AND a.sequence = r.sequence) AS "isPresent"
    FROM presence_request r LEFT JOIN purchase p ON p.id = r.purchase_id
      LEFT JOIN course c ON c.id = p.course_id LEFT JOIN provider v ON v.slug = p.provider_slug
    WHERE r.id = ${state}::uuid`;
  return row ?? null;
}

type Reader = {
  /** Null when nobody is signed in. */
  readonly participantId: ParticipantId | null;
  /** The person has just confirmed. */
  readonly hasJustConfirmed: boolean;
  readonly now: Date;
};

/** What the page at an address of presence shows to this reader. */
export async function findPresencePage(state: string, reader: Reader): Promise<PresencePage> {
  const { participantId, hasJustConfirmed, now } = reader;
  const request = await findRequest(state);
  if (request && request.participantId !== null && participantId === null) return { kind: "sign-in" };
  const decision = decideRequest(request, participantId, now);
  if (!decision.ok) return closedPage(state, request, decision.refusal, hasJustConfirmed);
  return request
    ? openPage(state, request, participantId)
    : { kind: "closed", reason: "unknown", back: null };
}

async function openPage(
  state: string,
  request: Row,
  participantId: ParticipantId | null,
): Promise<PresencePage> {
  const { sequence, expiresAt, title, provider } = request;
  const leave = wayBack(state, request, false);
  const common = { kind: "open", sequence, expiresAt, leave } as const;
  if (request.participantId === null) return { ...common, isSandbox: true, training: null, channel: null };
  const who = participantId && (await findAddressee(participantId));
  if (!who || (!who.phone && !who.email)) return { kind: "closed", reason: "no-contact", back: leave };
  const training = { title: title ?? "", provider: provider ?? "" };
  return { ...common, isSandbox: false, training, channel: who.phone ? "sms" : "email" };
}

const reasons = {
  "presence-unknown": "unknown",
  "presence-expired": "expired",
  "presence-used": "used",
  "presence-foreign": "foreign",
  "presence-no-contact": "no-contact",
} as const;

async function closedPage(
  state: string,
  request: Row | null,
  { code }: PresenceRefusal,
  hasJustConfirmed: boolean,
): Promise<PresencePage> {
  const reason = reasons[code];
  if (!request || reason === "foreign") return { kind: "closed", reason, back: null };
  if (reason !== "used") return { kind: "closed", reason, back: wayBack(state, request, false) };
  const isPresent = request.participantId === null ? await isSandboxPresent(request) : request.isPresent;
  const goOn = wayBack(state, request, isPresent);
  return hasJustConfirmed ? { kind: "done", isPresent, goOn } : { kind: "closed", reason, back: goOn };
}

async function isSandboxPresent({ clientCode, redeemCode, sequence }: Row): Promise<boolean> {
  const row = await database().sandboxCode.findUnique({
    where: { clientCode_code: { clientCode, code: redeemCode } },
  });
  return row !== null && sandboxState.parse(row.state).present.includes(sequence);
}
