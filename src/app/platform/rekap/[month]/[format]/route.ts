import { statementFile } from "#app/frames/statement-file.ts";
import { requireOwnPlatform } from "../../../own-platform.ts";

type Context = { readonly params: Promise<{ readonly month: string; readonly format: string }> };

/** A month's statement of the own platform as a paper or a CSV. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  return statementFile(await requireOwnPlatform(), await params);
}
