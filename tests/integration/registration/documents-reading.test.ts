import { describe, expect, test } from "vitest";
import type { ParticipantActor } from "#authorization/actor.ts";
import { findDocuments } from "#features/registration/queries/documents.ts";
import { readCard } from "#features/registration/use-cases/read-card.ts";
import { database } from "#platform/db/client.ts";
import { nikOf } from "../../../prisma/seed/numbers.ts";
import { aPerson } from "../../support/people.ts";
import { aPhotoOfACard } from "../../support/pictures.ts";
import { anApplicantAt, keep } from "./document-owners.ts";

async function reading({ participantId }: ParticipantActor) {
  const [document] = await findDocuments(participantId);
  return document?.reading;
}

describe("the photo of a KTP", () => {
  test("is read, and what was typed otherwise is hinted at until it is typed anew", async () => {
    const person = aPerson({ name: "Ratna Wijaya" });
    const sari = await anApplicantAt("photo", person);
    const photo = await aPhotoOfACard({ width: 1000 }, { nik: nikOf(person), name: "SARI SIMULASI" });
    expect(await keep(sari, "id_card", photo)).toMatchObject({ ok: true });
    await readCard({ participantId: sari.participantId });
    expect(await reading(sari)).toEqual({ nik: "agrees", name: "differs", birthDate: "agrees" });

    await database().registration.update({
      where: { participantId: sari.participantId },
      data: { fullName: "Sari Simulasi" },
    });
    expect(await reading(sari)).toBeNull();
    await readCard({ participantId: sari.participantId });
    expect(await reading(sari)).toEqual({ nik: "agrees", name: "agrees", birthDate: "agrees" });
  });

  test("is the only one that is read: a face is not", async () => {
    const sari = await anApplicantAt("selfie");
    await keep(sari, "selfie");
    const [selfie] = await findDocuments(sari.participantId);
    await readCard({ id: selfie?.id ?? "" });
    expect(await reading(sari)).toBeNull();
  });
});
