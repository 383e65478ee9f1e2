import { ZxcvbnFactory } from "@zxcvbn-ts/core";
import { adjacencyGraphs, dictionary as worldly } from "@zxcvbn-ts/language-common";
import { dictionary as indonesian } from "@zxcvbn-ts/language-id";
import { ok, type Result, refuse } from "#kernel/result.ts";

export type PasswordRefusal = { readonly code: "password-guessable" };

/** From 0 to 4; from 3 on a password withstands somebody who tries very many. */
const STRONG_ENOUGH = 3;
const PORTAL_WORDS = ["prakerja", "kartu", "indonesia", "simulasi", "disnaker"];

/**
 * Whether a new password is hard to guess, also for somebody who knows its owner: name, e-mail address and phone are
 * among the own words. A password that is in force is not judged.
 */
export function judgePassword(password: string, ownWords: readonly string[]): Result<void, PasswordRefusal> {
  const { score } = judge().check(withoutKnownWords(password, ownWords));
  return score >= STRONG_ENOUGH ? ok() : refuse({ code: "password-guessable" });
}

/** What somebody still has to guess: signs between words make a password look longer than it is, and known words are no secret. */
function withoutKnownWords(password: string, ownWords: readonly string[]): string {
  const known = [...PORTAL_WORDS, ...ownWords.flatMap(partsOf)].map(bare).filter((word) => word.length > 2);
  return known
    .sort((one, other) => other.length - one.length)
    .reduce((rest, word) => rest.replaceAll(word, ""), bare(password));
}

/** Somebody's words as people put them into passwords: the parts of a name or an address, a number with and without +62. */
function partsOf(word: string): readonly string[] {
  const local = word.replace(/^\+62/, "");
  return [word, ...word.split(/[\s@._+-]+/), local, `0${local}`];
}

function bare(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
}

let made: ZxcvbnFactory | undefined;

/** Made at first use: the dictionaries take a moment. What lies behind 40 signs is not looked at, for it takes long and only helps. */
function judge(): ZxcvbnFactory {
  made ??= new ZxcvbnFactory({
    dictionary: { ...worldly, ...indonesian },
    graphs: adjacencyGraphs,
    maxLength: 40,
    l33tMaxSubstitutions: 8,
  });
  return made;
}
