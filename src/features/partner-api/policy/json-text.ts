/**
 * JSON as text, piece by piece: what a sender wrote stays in its order, with its numbers as they stand and its keys twice
 * where it wrote them twice. `JSON.parse` would lose all of that, and with it the bytes that the sender signed.
 * One pass, however the text is made: it is read before anybody knows who sent it.
 */

const WHITE = /[ \t\n\r]+/g;

/** The text without white space between its tokens; strings stay as they were written. */
export function withoutWhiteSpace(text: string): string {
  return written(text, (string) => string);
}

/** The text as most libraries would write it: compact, and in strings only those escapes that JSON demands. */
export function rewritten(text: string): string {
  return written(text, plainString);
}

/** The same with `&`, `<` and `>` as `\u0026`, `\u003c` and `\u003e`, as Go's encoding/json writes them. */
export function withEscapes(compact: string): string {
  return compact.replace(/[&<>]/g, (sign) => `\\u00${sign.charCodeAt(0).toString(16)}`);
}

/** Go writes these two separators of lines as escapes too. */
export function withSeparatorsEscaped(compact: string): string {
  return compact.replace(/[\u2028\u2029]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16)}`);
}

function written(text: string, change: (string: string) => string): string {
  let compact = "";
  for (let at = 0; at < text.length; ) {
    const quote = text.indexOf('"', at);
    const start = quote < 0 ? text.length : quote;
    const end = quote < 0 ? text.length : endOfString(text, quote);
    compact += text.slice(at, start).replace(WHITE, "") + change(text.slice(start, end));
    at = end;
  }
  return compact;
}

/** The place after the closing quote; the end of the text where there is none. */
function endOfString(text: string, quote: number): number {
  for (let at = quote + 1; at < text.length; at += 1) {
    if (text[at] === "\\") at += 1;
    else if (text[at] === '"') return at + 1;
  }
  return text.length;
}

/** A string that is no JSON stays as it is: the body is refused later, and the reason is told there. */
function plainString(token: string): string {
  try {
    const text: unknown = JSON.parse(token);
    return typeof text === "string" ? JSON.stringify(text) : token;
  } catch {
    return token;
  }
}
