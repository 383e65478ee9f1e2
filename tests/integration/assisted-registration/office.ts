import { randomUUID } from "node:crypto";
import sharp from "sharp";
import type { StaffActor } from "#authorization/actor.ts";
import { assistInput } from "#features/assisted-registration/actions/assist-input.ts";
import { keepDocument } from "#features/assisted-registration/use-cases/keep-document.ts";
import { registerForPerson } from "#features/assisted-registration/use-cases/register-for-person.ts";
import { storePhoto } from "#features/registration/use-cases/store-photo.ts";
import type { AccountId, ParticipantId } from "#kernel/identifiers.ts";
import type { Result } from "#kernel/result.ts";
import { database } from "#platform/db/client.ts";
import { inOneTransaction, type Work } from "#platform/db/work.ts";
import { insertAccount } from "../../../prisma/seed/people.ts";

export const now = new Date("2026-11-24T03:00:00Z");
let counter = 0;

/** What an officer of Binjai types for a woman who agreed by signature; the serial makes her NIK her own. */
export function typed(changes: Readonly<Record<string, string>> = {}): Record<string, string> {
  counter += 1;
  const serial = String(1_000 + counter).padStart(4, "0");
  return {
    nik: `127501570500${serial}`,
    familyCard: `127501010115${serial}`,
    "birthDate-day": "17",
    "birthDate-month": "5",
    "birthDate-year": "2000",
    gender: "female",
    fullName: "Sari Simulasi",
    birthPlace: "Binjai",
    motherName: "Siti Rahma",
    phone: "",
    email: "",
    villageCode: "12.75.02.1001",
    address: "Jalan Melati 12, RT 03/RW 05",
    education: "senior-high",
    maritalStatus: "single",
    dependants: "1",
    employment: "unemployed",
    disability: "none",
    wantedCategory: "digital",
    reason: "Saya ingin bekerja di kantor.",
    statedEmployment: "unemployed",
    excludedOccupation: "no",
    inEducation: "no",
    otherAid: "no",
    dataIsTrue: "yes",
    consentVersion: "1",
    consentMethod: "signed_paper",
    consentGiven: "yes",
    ...changes,
  };
}

export async function anOfficer(regencyCode: string | null = "12.75"): Promise<StaffActor> {
  const email = `dinas-${randomUUID().slice(0, 8)}@example.test`;
  const id = await insertAccount({ email, name: "Petugas" }, { now, role: "officer" });
  const accountId = id as string as AccountId;
  if (regencyCode) await database().officeRegion.create({ data: { accountId, regencyCode } });
  return { role: "officer", accountId, providerSlug: null, platformSlug: null };
}

export function as<Value, Refusal>(
  officer: StaffActor,
  command: (work: Work<StaffActor>) => Promise<Result<Value, Refusal>>,
  at = now,
): Promise<Result<Value, Refusal>> {
  return inOneTransaction(officer, command, { now: at });
}

/** What the form on the page does with what was typed. */
export async function assist(officer: StaffActor, fields = typed(), at = now) {
  const input = await assistInput.parseAsync(fields);
  return as(officer, (work) => registerForPerson(work, input), at);
}

export async function assisted(officer: StaffActor, fields = typed(), at = now): Promise<ParticipantId> {
  const result = await assist(officer, fields, at);
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value.participantId;
}

/** Both photos, so that the registration may be sent. */
export async function addPhotos(officer: StaffActor, participantId: ParticipantId, at = now): Promise<void> {
  for (const kind of ["id_card", "selfie"] as const) {
    const result = await addPhoto(officer, participantId, kind, at);
    if (!result.ok) throw new Error(result.refusal.code);
  }
}

export async function addPhoto(
  officer: StaffActor,
  participantId: ParticipantId,
  kind: "id_card" | "selfie" = "id_card",
  at = now,
) {
  picture ??= aPicture();
  const stored = await storePhoto(await picture, `${kind}/${randomUUID()}`);
  if (!stored.ok) throw new Error(stored.refusal);
  return as(officer, (work) => keepDocument(work, { participantId, kind, photo: stored.value }), at);
}

let picture: Promise<Buffer> | undefined;

/** A photo as a phone would make it; one for all, since nobody looks at it. */
function aPicture(): Promise<Buffer> {
  const noise = { type: "gaussian", mean: 128, sigma: 40 } as const;
  return sharp({ create: { width: 1_200, height: 760, channels: 3, background: "#8fb3c9", noise } })
    .jpeg()
    .toBuffer();
}
