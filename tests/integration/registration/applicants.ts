import sharp from "sharp";
import type { ParticipantActor } from "#authorization/actor.ts";
import type { DocumentKind, Statements, StoredPhoto } from "#features/registration/types.ts";
import { confirmPhone } from "#features/registration/use-cases/confirm-phone.ts";
import { fillAddress } from "#features/registration/use-cases/fill-address.ts";
import { fillIdentity } from "#features/registration/use-cases/fill-identity.ts";
import { fillPersonal } from "#features/registration/use-cases/fill-personal.ts";
import { fillSituation } from "#features/registration/use-cases/fill-situation.ts";
import { keepPhoto } from "#features/registration/use-cases/keep-photo.ts";
import { makeStatements } from "#features/registration/use-cases/make-statements.ts";
import { sendPhoneCode } from "#features/registration/use-cases/send-phone-code.ts";
import { submitRegistration } from "#features/registration/use-cases/submit-registration.ts";
import { addSeconds, type Day } from "#kernel/calendar.ts";
import type { ParticipantId } from "#kernel/identifiers.ts";
import type { Result } from "#kernel/result.ts";
import { database } from "#platform/db/client.ts";
import { inOneTransaction, type Work } from "#platform/db/work.ts";
import { preparePhoto } from "#platform/media/photo.ts";
import { digitsOf } from "#platform/one-time-code/digits.ts";
import { writePrivateFile } from "#platform/storage/private-files.ts";
import { anAccount } from "../../support/people.ts";

export const now = new Date("2026-11-24T03:00:00Z");
let counter = 300;

/** What a woman of Binjai types; the serial makes NIK, family card and phone her own. */
export function answersOf(serial = newSerial()) {
  return {
    identity: {
      nik: `127501570500${serial}`,
      familyCard: `127501010115${serial}`,
      birthDate: "2000-05-17" as Day,
      gender: "female" as const,
    },
    personal: {
      fullName: "Sari Simulasi",
      birthPlace: "Binjai",
      motherName: "Siti Rahma",
      phone: `+6281300${serial}`,
    },
    address: {
      villageCode: "12.75.02.1001",
      address: "Jalan Melati 12, RT 03/RW 05",
      domicile: "same" as "same" | "other",
    },
    situation: {
      education: "senior-high",
      maritalStatus: "single",
      dependants: 1,
      employment: "unemployed",
      disability: "none",
      wantedCategory: "digital",
      reason: "Saya ingin bekerja di kantor.",
    },
    statements: {
      version: 1,
      employment: "unemployed",
      excludedOccupation: false,
      inEducation: false,
      otherAid: false,
      dataIsTrue: true,
    } as Statements,
  };
}

function newSerial(): string {
  counter += 1;
  return `9${counter}`;
}

export type Answers = ReturnType<typeof answersOf>;

export async function anApplicant(): Promise<ParticipantActor> {
  return { role: "participant", participantId: await anAccount(now) };
}

export function as<Value, Refusal>(
  actor: ParticipantActor,
  command: (work: Work<ParticipantActor>) => Promise<Result<Value, Refusal>>,
  at = now,
): Promise<Result<Value, Refusal>> {
  return inOneTransaction(actor, command, { now: at });
}

/** A photo as a phone would make it, checked and made small: once a file, for it takes its time. */
let prepared: ReturnType<typeof preparePhoto> | undefined;

async function aPhoto() {
  const noise = { type: "gaussian", mean: 128, sigma: 40 } as const;
  const photo = sharp({ create: { width: 660, height: 420, channels: 3, background: "#5588aa", noise } });
  prepared ??= photo
    .jpeg()
    .toBuffer()
    .then((bytes) => preparePhoto(bytes));
  const result = await prepared;
  if (!result.ok) throw new Error(result.refusal);
  return result.value;
}

/** The photo, kept under this name. */
export async function aPhotoAt(storageKey: string): Promise<StoredPhoto> {
  const { jpeg, ...measured } = await aPhoto();
  await writePrivateFile(storageKey, jpeg);
  return { ...measured, storageKey, bytes: jpeg.byteLength };
}

export async function sendPhoto(actor: ParticipantActor, storageKey: string, kind: DocumentKind = "id_card") {
  const photo = await aPhotoAt(storageKey);
  return as(actor, (work) => keepPhoto(work, { kind, photo }));
}

/** The digits that went out last to this person's phone, or to their e-mail address. */
export async function lastDigits({ participantId }: ParticipantActor): Promise<string> {
  const code = await database().oneTimeCode.findFirstOrThrow({
    where: { holderId: participantId },
    orderBy: { createdAt: "desc" },
  });
  return digitsOf(code.id);
}

/** Asks for a code by SMS and types it a moment later. */
export async function provePhone(actor: ParticipantActor, at = now) {
  const sent = await as(actor, (work) => sendPhoneCode(work, { channel: "sms" }), at);
  if (!sent.ok) return sent;
  const digits = await lastDigits(actor);
  return as(actor, (work) => confirmPhone(work, { digits }), addSeconds(at, 20));
}

/** Fills every page; what is left is to send it. */
export async function fillAll(actor: ParticipantActor, answers: Answers = answersOf()): Promise<void> {
  const results = [
    await as(actor, (work) => fillIdentity(work, answers.identity)),
    await as(actor, (work) => fillPersonal(work, answers.personal)),
    await as(actor, (work) => fillAddress(work, answers.address)),
    await as(actor, (work) => fillSituation(work, answers.situation)),
    await sendPhoto(actor, `id-card/${actor.participantId}`),
    await sendPhoto(actor, `selfie/${actor.participantId}`, "selfie"),
    await provePhone(actor),
    await as(actor, (work) => makeStatements(work, answers.statements)),
  ];
  for (const result of results) if (!result.ok) throw new Error(result.refusal.code);
}

export async function aSentRegistration(answers?: Answers, at = now): Promise<ParticipantId> {
  const actor = await anApplicant();
  await fillAll(actor, answers);
  const sent = await as(actor, submitRegistration, at);
  if (!sent.ok) throw new Error(sent.refusal.code);
  return actor.participantId;
}
