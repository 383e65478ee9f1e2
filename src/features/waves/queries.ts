import { database } from "#platform/db/client.ts";
import type { ParticipantId } from "#kernel/identifiers.ts";
import { schemeParameters } from "./schema.ts";
import type { Scheme } from "./types.ts";

/** The scheme of people whose wave is not known yet (programme rules, section 2). */
const DEFAULT_SCHEME = "A";

/** The scheme of a wave. Throws when there is no such wave. */
export async function findSchemeOfWave(waveId: string): Promise<Scheme> {
  const row = await database().wave.findUniqueOrThrow({ where: { id: waveId }, select: { scheme: true } });
  return readScheme(row.scheme);
}

/** The scheme under which a person became a recipient; of everybody else, the default one. */
export async function findSchemeOf(participantId: ParticipantId): Promise<Scheme> {
  const determination = await database().determination.findUnique({
    where: { participantId },
    select: { waveId: true },
  });
  return determination ? findSchemeOfWave(determination.waveId) : findDefaultScheme();
}

export async function findDefaultScheme(): Promise<Scheme> {
  return readScheme(await database().scheme.findUniqueOrThrow({ where: { code: DEFAULT_SCHEME } }));
}

/** A scheme's row, its parameters checked. */
function readScheme(row: { readonly code: string; readonly name: string; readonly parameters: unknown }): Scheme {
  return { code: row.code, name: row.name, parameters: schemeParameters.parse(row.parameters) };
}
