import { statementFile } from "#app/frames/statement-file.ts";
import { requireOwnProvider } from "../../../own-provider.ts";

type Context = { readonly params: Promise<{ readonly month: string; readonly format: string }> };

/** A month's statement of the own provider as a paper or a CSV. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  return statementFile(await requireOwnProvider(), await params);
}
