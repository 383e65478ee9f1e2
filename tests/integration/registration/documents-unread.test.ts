import { expect, test } from "vitest";
import { findDocuments } from "#features/registration/queries/documents.ts";
import { readCard } from "#features/registration/use-cases/read-card.ts";
import { anApplicantAt, keep } from "./document-owners.ts";

// An installation that has no data to read cards with.
process.env.KTP_READING_DATA = "/nowhere";

test("without data to read with, a KTP stays unread and nobody notices", async () => {
  const sari = await anApplicantAt("photo");
  expect(await keep(sari, "id_card")).toMatchObject({ ok: true });
  await readCard({ participantId: sari.participantId });
  const [document] = await findDocuments(sari.participantId);
  expect(document).toMatchObject({ reading: null, hints: [] });
});
