import { notFound } from "next/navigation";
import { findOwnWave } from "#features/draw-proof/queries/own-wave.ts";
import { waveNumber } from "#features/draw-proof/schema.ts";
import { requireParticipant } from "#platform/web/session.ts";

type Context = { readonly params: Promise<{ readonly number: string; readonly file: string }> };

/** bukti.json: a person's own proof, to keep and to check without the portal. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { file, number: asked } = await params;
  const number = waveNumber.safeParse(asked);
  if (file !== "bukti.json" || !number.success) notFound();
  const { participantId } = await requireParticipant(`/gelombang/${number.data}`);
  const wave = await findOwnWave(participantId, number.data);
  if (!wave?.proof) notFound();
  return new Response(`${JSON.stringify(wave.proof, null, 2)}\n`, {
    headers: {
      "content-type": "application/json; charset=utf-8",
      "content-disposition": `attachment; filename="bukti-gelombang-${wave.number}.json"`,
      "cache-control": "private, no-store",
    },
  });
}
