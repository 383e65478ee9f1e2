import type { IncomingMessage, ServerResponse } from "node:http";
import { answerMedia } from "./media.ts";
import { answerBeat, answerStart } from "./watch.ts";

type Answer = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** Addresses that the front door answers without Next: what is asked often must be cheap. */
const answers: readonly { readonly path: RegExp; readonly answer: Answer }[] = [
  { path: /^\/media\//, answer: answerMedia },
  { path: /^\/tonton\/denyut$/, answer: answerBeat },
  { path: /^\/tonton\/mulai$/, answer: answerStart },
];

export async function answerByItself(
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<boolean> {
  const found = answers.find((entry) => entry.path.test(path));
  if (!found) return false;
  await found.answer(request, response);
  return true;
}
