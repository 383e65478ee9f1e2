import { z } from "zod";
import { type Actor, actorName, isStaff } from "#authorization/actor.ts";
import { may } from "#authorization/permissions.ts";
import { addSeconds } from "#kernel/calendar.ts";
import type { ParticipantId } from "#kernel/identifiers.ts";
import { ok } from "#kernel/result.ts";
import { database } from "#platform/db/client.ts";
import { isSignedToken, signToken } from "#platform/db/token.ts";
import { inOneTransaction } from "#platform/db/work.ts";
import { readPrivateFile } from "#platform/storage/private-files.ts";
import { hintsOf } from "../policy/documents.ts";
import type { DocumentKind, KeptDocument } from "../types.ts";

/** Seconds an address of a document lives. */
const ADDRESS_SECONDS = 300;

const qualityShape = z.object({
  brightness: z.number(),
  sharpness: z.number(),
  glare: z.number(),
  blue: z.number(),
});
const agreement = z.enum(["agrees", "differs", "unread"]);
const readingShape = z.object({ nik: agreement, name: agreement, birthDate: agreement });

/** This person's photos that count now, of the KTP and of the face. */
export async function findDocuments(participantId: ParticipantId): Promise<readonly KeptDocument[]> {
  const rows = await database().idDocument.findMany({
    where: { participantId, replacedAt: null },
    select: {
      id: true,
      kind: true,
      width: true,
      height: true,
      createdAt: true,
      quality: true,
      reading: true,
    },
    orderBy: { createdAt: "desc" },
  });
  return rows.map(({ quality, reading, ...row }) => {
    const measured = qualityShape.safeParse(quality).data;
    return {
      ...row,
      hints: measured ? hintsOf(row.kind, measured) : [],
      reading: readingShape.safeParse(reading).data ?? null,
    };
  });
}

/** An address of a document that only this viewer can open, for five minutes; it says nothing of whose it is. */
export function signedDocumentAddress(documentId: string, viewer: Actor, now: Date): string {
  const until = String(Math.floor(addSeconds(now, ADDRESS_SECONDS).getTime() / 1000));
  const token = signToken("document", documentId, actorName(viewer), until);
  return `/dokumen/${documentId}?sampai=${until}&t=${token}`;
}

type Asked = { readonly documentId: string; readonly until: string; readonly token: string };

export type OpenedDocument = {
  readonly kind: DocumentKind;
  readonly bytes: Uint8Array<ArrayBuffer>;
};

/** The document behind a signed address; null when it is not this viewer's, is too old, or is gone. */
export async function openDocument(
  { documentId, until, token }: Asked,
  viewer: Actor,
  now: Date,
): Promise<OpenedDocument | null> {
  if (!isSignedToken(token, "document", documentId, actorName(viewer), until)) return null;
  if (Number(until) * 1000 < now.getTime()) return null;
  const row = await database().idDocument.findFirst({
    where: { id: documentId, replacedAt: null },
    select: { participantId: true, kind: true, storageKey: true },
  });
  if (!row) return null;
  const participantId = row.participantId as ParticipantId;
  if (!(await maySee(viewer, participantId, row.kind))) return null;
  return { kind: row.kind, bytes: await readPrivateFile(row.storageKey) };
}

/** Its own person, and who reviews. What staff sees is written down. */
async function maySee(viewer: Actor, participantId: ParticipantId, kind: DocumentKind): Promise<boolean> {
  if (viewer.role === "participant") return viewer.participantId === participantId;
  if (!isStaff(viewer) || !may(viewer.role, "verification:review")) return false;
  await inOneTransaction(viewer, async (work) => {
    await work.recordRead({
      participantIds: [participantId],
      purpose: "verification-review",
      data: [kind === "selfie" ? "selfie" : "id-card"],
    });
    return ok();
  });
  return true;
}
