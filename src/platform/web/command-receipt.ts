import { type Actor, actorName } from "#authorization/actor.ts";
import { ok, type Result } from "#kernel/result.ts";
import { database, isUniqueViolation } from "#platform/db/client.ts";
import { inOneTransaction, type Work } from "#platform/db/work.ts";

type Command<Who extends Actor> = { readonly key: string; readonly command: string; readonly actor: Who };

/**
 * Runs a command once a key. The receipt is written in the command's own transaction, so a second click waits for the
 * first and then gets its outcome; a refused command leaves no receipt and may be sent again.
 */
export async function runOnce<Who extends Actor, Outcome, Refusal>(
  { key, command, actor }: Command<Who>,
  run: (work: Work<Who>) => Promise<Result<Outcome, Refusal>>,
): Promise<Result<Outcome, Refusal>> {
  const earlier = await firstOutcome<Outcome>(key, command, actor);
  if (earlier) return ok(earlier.outcome);
  try {
    return await inOneTransaction(actor, async (work) => {
      await work.tx.commandReceipt.create({
        data: { key, command, actor: actorName(actor), outcome: {}, createdAt: work.now },
      });
      const result = await run(work);
      if (result.ok) {
        await work.tx.commandReceipt.update({
          where: { key },
          data: { outcome: { value: result.value ?? null } as object },
        });
      } else if (result.keeps) {
        await work.tx.commandReceipt.delete({ where: { key } });
      }
      return result;
    });
  } catch (error) {
    const first = isUniqueViolation(error) ? await firstOutcome<Outcome>(key, command, actor) : null;
    if (first) return ok(first.outcome);
    throw error;
  }
}

async function firstOutcome<Outcome>(
  key: string,
  command: string,
  actor: Actor,
): Promise<{ outcome: Outcome } | null> {
  const receipt = await database().commandReceipt.findUnique({ where: { key } });
  if (!receipt) return null;
  if (receipt.command !== command || receipt.actor !== actorName(actor)) {
    throw new Error(`command key of ${receipt.command} was sent with ${command}`);
  }
  return { outcome: (receipt.outcome as { value: Outcome }).value };
}
