import type { Files } from "./tree.ts";

/** Nested sentences of a message file. */
type Sentences = { readonly [key: string]: string | Sentences };

/** `{ a: { b: "x" } }` -> `a.b -> x`. */
export function flatten(sentences: Sentences, prefix = ""): Map<string, string> {
  const flat = new Map<string, string>();
  for (const [key, value] of Object.entries(sentences)) {
    const path = prefix === "" ? key : `${prefix}.${key}`;
    if (typeof value === "string") flat.set(path, value);
    else for (const [inner, sentence] of flatten(value, path)) flat.set(inner, sentence);
  }
  return flat;
}

/**
 * The arguments and tags of an ICU sentence, such as `{name}`, `{days, plural, other {# hari}}` and `<b>`.
 * One language may need a plural where the other has a bare number, so only names count. Throws on a loose brace.
 */
export function placeholders(sentence: string): Set<string> {
  const unquoted = sentence.replaceAll("''", "").replace(/'[{}<>#|][^']*'?/g, "");
  const found = new Set([...unquoted.matchAll(/<([a-z]\w*)\s*\/?>/gi)].map(([, tag]) => `<${tag}>`));
  readText(unquoted, 0, found, 0);
  return found;
}

/** Reads a text up to its closing brace, or to the end at depth 0; answers where it stopped. */
function readText(text: string, from: number, found: Set<string>, depth: number): number {
  let at = from;
  while (at < text.length) {
    if (text[at] === "{") at = readArgument(text, at + 1, found, depth + 1);
    else if (text[at] === "}" && depth > 0) return at;
    else if (text[at] === "}") throw new Error(`a brace closes nothing in "${text}"`);
    else at += 1;
  }
  if (depth > 0) throw new Error(`a brace stays open in "${text}"`);
  return at;
}

/** Reads `name}` or `name, plural, one {text} other {text}}`; answers the place after the closing brace. */
function readArgument(text: string, from: number, found: Set<string>, depth: number): number {
  const [head, name, kind] = /^\s*(\w+)\s*(?:,\s*(\w+)\s*)?(?=[,}])/.exec(text.slice(from)) ?? [];
  if (head === undefined || name === undefined) throw new Error(`a brace without a name in "${text}"`);
  found.add(`{${name}}`);
  const branches: string[] = [];
  let at = from + head.length;
  while (at < text.length && text[at] !== "}") {
    if (text[at] !== "{") at += 1;
    else {
      branches.push(/(\S+)\s*$/.exec(text.slice(from, at))?.[1] ?? "");
      at = readText(text, at + 1, found, depth) + 1;
    }
  }
  if (at >= text.length) throw new Error(`a brace stays open in "${text}"`);
  const chooses = kind === "plural" || kind === "select" || kind === "selectordinal";
  if (chooses && !branches.includes("other"))
    throw new Error(`{${name}, ${kind}} has no "other" in "${text}"`);
  return at + 1;
}

/** Everything that differs between the two languages, told in a line each. */
export function disagreements(first: Files, second: Files): string[] {
  const told: string[] = [];
  for (const file of new Set([...Object.keys(first), ...Object.keys(second)])) {
    const [one, other] = [first[file], second[file]];
    if (one === undefined || other === undefined) told.push(`${file} exists in one language only`);
    else told.push(...differences(file, flatten(JSON.parse(one)), flatten(JSON.parse(other))));
  }
  return told;
}

function differences(
  file: string,
  one: ReadonlyMap<string, string>,
  other: ReadonlyMap<string, string>,
): string[] {
  const told: string[] = [];
  for (const key of new Set([...one.keys(), ...other.keys()])) {
    const [here, there] = [one.get(key), other.get(key)];
    if (here === undefined || there === undefined) told.push(`${file} ${key} exists in one language only`);
    else if (here.trim() === "" || there.trim() === "") told.push(`${file} ${key} is empty`);
    else if (listed(here) !== listed(there))
      told.push(`${file} ${key}: ${listed(here)} is not ${listed(there)}`);
  }
  return told;
}

function listed(sentence: string): string {
  try {
    return [...placeholders(sentence)].toSorted().join(" ") || "nothing";
  } catch (broken) {
    return `(${String(broken)})`;
  }
}

/** Sentences that no reader of ICU messages would understand. */
export function broken(files: Files): string[] {
  return Object.entries(files).flatMap(([file, text]) =>
    [...flatten(JSON.parse(text))].flatMap(([key, sentence]) =>
      listed(sentence).startsWith("(") ? [`${file} ${key}: ${listed(sentence)}`] : [],
    ),
  );
}

/** The codes of every refusal in these sources: in `refusals` files all of them, elsewhere those that are typed or refused. */
export function refusalCodes(sources: Files): string[] {
  const codes = new Set<string>();
  for (const [path, text] of Object.entries(sources)) {
    const saysNo = /\/refusals(\.ts$|\/)/.test(path);
    const pattern = saysNo
      ? /\bcode:\s*((?:\|?\s*"[^"]+"\s*)+)/g
      : /(?:readonly |refuse\(\{ )code:\s*((?:\|?\s*"[^"]+"\s*)+)/g;
    for (const [, alternatives = ""] of text.matchAll(pattern)) {
      for (const [, code = ""] of alternatives.matchAll(/"([^"]+)"/g)) codes.add(code);
    }
  }
  return [...codes].toSorted();
}

/** The codes that some file has a sentence for, in one of these sections. */
export function spokenCodes(files: Files, sections: readonly string[]): Set<string> {
  const sentences = Object.values(files).map(
    (text) => JSON.parse(text) as Record<string, object | undefined>,
  );
  return new Set(
    sentences.flatMap((file) => sections.flatMap((section) => Object.keys(file[section] ?? {}))),
  );
}
