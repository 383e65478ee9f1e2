import { notFound } from "next/navigation";
import { findPublicDraw } from "#features/draw-proof/queries/draws.ts";
import { waveNumber } from "#features/draw-proof/schema.ts";
import type { PublicDraw } from "#features/draw-proof/types.ts";

export type DrawParams = { readonly params: Promise<{ readonly number: string }> };

/** The draw of an address such as /undian/3; not found before its list is fixed. */
export async function askedDraw({ params }: DrawParams): Promise<PublicDraw> {
  const number = waveNumber.safeParse((await params).number);
  const draw = number.success ? await findPublicDraw(number.data) : null;
  return draw ?? notFound();
}
