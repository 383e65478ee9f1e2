import { database } from "#platform/db/client.ts";
import { sandboxState } from "../schema/sandbox.ts";
import type { SandboxState } from "../types/sandbox.ts";

/** What a training code of this client went through; null while it is untouched. */
export async function findSandbox(clientCode: string, code: string): Promise<SandboxState | null> {
  const row = await database().sandboxCode.findUnique({ where: { clientCode_code: { clientCode, code } } });
  return row && sandboxState.parse(row.state);
}
