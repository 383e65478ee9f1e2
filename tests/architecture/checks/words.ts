/** Words that no file of the repository says. They are put together here, so that this file does not say them either. */
const say = (...pieces: readonly string[]) => pieces.join("");

type Ban = { readonly name: string; readonly pattern: RegExp; readonly codeOnly: boolean };

const bans: readonly Ban[] = [
  { name: say("npm", "js.org"), pattern: new RegExp(say("npm", "js\\.org"), "i"), codeOnly: false },
  { name: say("debian", ".org"), pattern: new RegExp(say("debian", "\\.org"), "i"), codeOnly: false },
  { name: say("lorem", " ipsum"), pattern: new RegExp(say("lorem", "\\s+ipsum"), "i"), codeOnly: false },
  { name: say("TO", "DO"), pattern: new RegExp(say("\\bTO", "DO\\b")), codeOnly: false },
  { name: say("FIX", "ME"), pattern: new RegExp(say("\\bFIX", "ME\\b")), codeOnly: false },
  { name: say(".on", "ly("), pattern: new RegExp(say("\\.on", "ly\\(")), codeOnly: true },
  { name: say("@ts", "-ignore"), pattern: new RegExp(say("@ts", "-ignore")), codeOnly: false },
  { name: say("@ts", "-nocheck"), pattern: new RegExp(say("@ts", "-nocheck")), codeOnly: false },
  // In prose "as any other" is English; in code nothing but punctuation or another `as` follows.
  {
    name: say("as", " any"),
    pattern: new RegExp(say("\\bas\\s+a", "ny\\b(?!\\s+(?!as\\b)[a-z])")),
    codeOnly: true,
  },
];

const code = /\.(ts|tsx|js|mjs|cjs)$/;

/** The unclean lines of one file: "path:line says word". */
export function uncleanWords(path: string, text: string): string[] {
  return text
    .split("\n")
    .flatMap((line, index) =>
      bans
        .filter(({ pattern, codeOnly }) => (!codeOnly || code.test(path)) && pattern.test(line))
        .map(({ name }) => `${path}:${index + 1} says ${name}`),
    );
}

/** A text file has no zero byte at its beginning. */
export function isText(bytes: Uint8Array): boolean {
  return !bytes.subarray(0, 8000).includes(0);
}
