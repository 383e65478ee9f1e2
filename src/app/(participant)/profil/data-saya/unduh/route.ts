import { findOwnData } from "#features/personal-data/queries/own-data.ts";
import { currentLocale } from "#i18n/locale.ts";
import { translatorFor } from "#i18n/sentences.ts";
import { programmeNow } from "#platform/db/clock.ts";
import { takePoint } from "#platform/web/rate-limit.ts";
import { requireParticipant } from "#platform/web/session.ts";

const PER_DAY = { points: 10, seconds: 86_400 };

/** Everything that the portal keeps about the person who asks, as a file to take along. */
export async function GET(): Promise<Response> {
  const { participantId } = await requireParticipant("/profil/data-saya");
  const wait = await takePoint("export-own-data", participantId, PER_DAY);
  if (wait) {
    const location = `/profil/data-saya?tunggu=${Math.ceil(wait / 60)}`;
    return new Response(null, { status: 303, headers: { location, "cache-control": "no-store" } });
  }
  const t = translatorFor(await currentLocale(), "personal-data");
  const data = await findOwnData(participantId);
  const file = { about: t("mine.about"), madeAt: (await programmeNow()).toISOString(), ...data };
  return new Response(`${JSON.stringify(file, null, 2)}\n`, {
    headers: {
      "content-type": "application/json; charset=utf-8",
      "content-disposition": 'attachment; filename="data-saya.json"',
      "cache-control": "private, no-store",
    },
  });
}
