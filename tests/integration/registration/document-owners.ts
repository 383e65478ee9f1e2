import { randomUUID } from "node:crypto";
import type { Actor, ParticipantActor } from "#authorization/actor.ts";
import { openDocument } from "#features/registration/queries/documents.ts";
import type { DocumentKind, RegistrationStep, StoredPhoto } from "#features/registration/types.ts";
import { keepPhoto } from "#features/registration/use-cases/keep-photo.ts";
import { storePhoto } from "#features/registration/use-cases/store-photo.ts";
import { inOneTransaction } from "#platform/db/work.ts";
import { insertAccount, insertRegistration, type Person } from "../../../prisma/seed/people.ts";
import { aPerson } from "../../support/people.ts";
import { aPhotoOfACard } from "../../support/pictures.ts";

export const now = new Date("2026-11-24T03:00:00Z");

/** Somebody who filled the pages before this one. */
export async function anApplicantAt(
  step: RegistrationStep,
  changes: Partial<Person> = {},
): Promise<ParticipantActor> {
  const person = aPerson(changes);
  const participantId = await insertAccount(person, { now });
  const isOpen = step === "submitted" ? {} : { submittedAt: null, statements: undefined };
  await insertRegistration(participantId, person, now, { step, ...isOpen });
  return { role: "participant", participantId };
}

let clear: Promise<Buffer> | undefined;

/** A photo that was checked and written, and that no command has taken yet. */
export async function stored(folder: "id-card" | "selfie", photo?: Uint8Array): Promise<StoredPhoto> {
  clear ??= aPhotoOfACard({ width: 640 });
  const result = await storePhoto(photo ?? (await clear), `${folder}/${randomUUID()}`);
  if (!result.ok) throw new Error(result.refusal);
  return result.value;
}

export async function keep(actor: ParticipantActor, kind: DocumentKind, bytes?: Uint8Array) {
  const photo = await stored(kind === "selfie" ? "selfie" : "id-card", bytes);
  return inOneTransaction(actor, (work) => keepPhoto(work, { kind, photo }), { now });
}

/** What somebody sees at an address, as the route asks for it. */
export function viewedBy(viewer: Actor, address: string, at: Date) {
  const url = new URL(address, "https://portal.example");
  const documentId = url.pathname.replace("/dokumen/", "");
  const [until, token] = ["sampai", "t"].map((name) => url.searchParams.get(name) ?? "");
  return openDocument({ documentId, until: until ?? "", token: token ?? "" }, viewer, at);
}
