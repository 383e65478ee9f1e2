import { lettersBetween } from "./edit-distance.ts";

/** What two spellings of a name say about their bearers (docs/decisions/0008). */
export type NameComparison = "same" | "similar" | "different";

/**
 * Compares two names as people write them: titles, old and new spelling, the short forms of Muhammad, doubled letters,
 * spaces, signs and the order of words do not count. "similar" is for a person to look at, never to decide on.
 */
export function compareNames(one: string, other: string): NameComparison {
  const [words, otherWords] = [wordsOf(one), wordsOf(other)];
  const spellings = spellingsOf(words);
  if (spellingsOf(otherWords).some((spelling) => spellings.includes(spelling))) return "same";
  return areSimilar(words.map(fold), otherWords.map(fold)) ? "similar" : "different";
}

/** Written before a name, with a dot or without. */
const TITLES_BEFORE = new Set(
  "h hj haji hajjah kh nyai ust ustadz ustadzah drs dra dr drg drh ir prof pdt r rr rd rm ra raden".split(
    " ",
  ),
);
/** Written behind a name: after a comma, or with dots. */
const TITLES_BEHIND = new Set(
  (
    "s se sh st ss ssi sip sag spd spdi spsi skom skep sked skm sptk ssos stp stt sst spi sei shi ssn smb " +
    "m mm mt mh msi mpd mag mkom mkes mba msc mps ma mhum med meng mkn msn phd bsc ba bba " +
    "amd amdkeb amdkep ama ners ns apt sppd spa spog akt ca dr"
  ).split(" "),
);

type Written = { readonly letters: string; readonly isBehind: boolean };

/** The words of a name in small letters, without titles, the short forms of Muhammad and Ahmad written out. */
function wordsOf(name: string): readonly string[] {
  const [before = "", ...behind] = plain(name).split(",");
  const written = [...writtenIn(before, false), ...behind.flatMap((part) => writtenIn(part, true))];
  const isTitled = ({ letters, isBehind }: Written) => isBehind && TITLES_BEHIND.has(letters);
  const bare = written.filter((word) => !isTitled(word));
  const words = (bare.length > 0 ? bare : written).map(({ letters }) => letters);
  while (words.length > 1 && TITLES_BEFORE.has(words[0] ?? "")) words.shift();
  return words.map((word, index) => writtenOut(word, index === 0 && words.length > 1));
}

function plain(name: string): string {
  return name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/['’‘`´-]/g, "");
}

/** "S.Pd." is one word with its dots inside; "Moh.Ali" and "M.Ali" are two words. */
function writtenIn(part: string, isAfterComma: boolean): Written[] {
  return part.split(/\s+/).flatMap((word) => {
    const letters = onlyLetters(word);
    if (letters === "") return [];
    const isBehind = isAfterComma || /\p{L}\.\p{L}/u.test(word);
    if (isBehind && TITLES_BEHIND.has(letters)) return [{ letters, isBehind }];
    return word
      .split(".")
      .map(onlyLetters)
      .filter((piece) => piece !== "")
      .map((piece) => ({ letters: piece, isBehind: isAfterComma }));
  });
}

function onlyLetters(text: string): string {
  return text.replace(/[^\p{L}]/gu, "");
}

/** "m" is Muhammad and "st" is Siti only as the first of several words. */
function writtenOut(word: string, mayBeInitial: boolean): string {
  if (mayBeInitial && word === "m") return "muhamad";
  if (mayBeInitial && word === "st") return "siti";
  const folded = fold(word);
  if (/^m[ou]?k?h(d|am[ae]d)?$/.test(folded)) return "muhamad";
  return /^(akh|ak?hmad)$/.test(folded) ? "ahmad" : word;
}

/** The spelling of 1972 and after, single letters; j and y are one, as the old j was a y. */
function fold(word: string): string {
  return word
    .replaceAll("oe", "u")
    .replaceAll("tj", "c")
    .replaceAll("dj", "j")
    .replaceAll("ch", "kh")
    .replaceAll("j", "y")
    .replace(/(\p{L})\1+/gu, "$1");
}

const MOST_WORDS_TURNED = 5;

/** The name in one word, in every order of its words; of a very long name as it stands and in order of the alphabet. */
function spellingsOf(words: readonly string[]): readonly string[] {
  const orders = words.length > MOST_WORDS_TURNED ? [words, words.toSorted()] : ordersOf(words);
  return orders.map((order) => fold(order.join("")));
}

function ordersOf(words: readonly string[]): readonly (readonly string[])[] {
  if (words.length < 2) return [words];
  return words.flatMap((word, index) => ordersOf(words.toSpliced(index, 1)).map((rest) => [word, ...rest]));
}

/** At most so much may differ: a letter counts one, an initial instead of a word one, a missing word two. */
const MOST_DIFFERENCES = 2;

function areSimilar(words: readonly string[], otherWords: readonly string[]): boolean {
  if (Math.min(words.join("").length, otherWords.join("").length) < 4) return false;
  if (words.length !== otherWords.length && areSimilarInOne(words, otherWords)) return true;
  const [fewer, more] = [words, otherWords].toSorted((a, b) => a.length - b.length) as [string[], string[]];
  if (more.length - fewer.length > 1) return false;
  return differences(fewer, more, MOST_DIFFERENCES) <= MOST_DIFFERENCES;
}

const MOST_WORDS_JOINED = 4;

/** Divided into words in another way, the whole name counts as one word. */
function areSimilarInOne(words: readonly string[], otherWords: readonly string[]): boolean {
  const [ways, otherWays] = [words, otherWords].map((name) =>
    name.length > MOST_WORDS_JOINED ? [fold(name.toSorted().join(""))] : spellingsOf(name),
  ) as [readonly string[], readonly string[]];
  return ways.some((one) =>
    otherWays.some(
      (other) =>
        Math.abs(one.length - other.length) <= MOST_DIFFERENCES &&
        lettersBetween(one, other) <= lettersAllowed(one, other),
    ),
  );
}

/** The least that differs when each word of the shorter name stands for another word of the longer one. */
function differences(fewer: readonly string[], more: readonly string[], most: number): number {
  const [word, ...rest] = fewer;
  if (most < 0) return Number.POSITIVE_INFINITY;
  if (word === undefined) return more.length * 2;
  const totals = more.map((candidate, index) => {
    const cost = differenceOf(word, candidate);
    return cost > most ? cost : cost + differences(rest, more.toSpliced(index, 1), most - cost);
  });
  return Math.min(...totals);
}

function differenceOf(word: string, candidate: string): number {
  if (word === candidate) return 0;
  const [short, long] = word.length < candidate.length ? [word, candidate] : [candidate, word];
  if (short.length === 1) return long.startsWith(short) ? 1 : Number.POSITIVE_INFINITY;
  const letters = lettersBetween(word, candidate);
  return letters <= lettersAllowed(word, candidate) ? letters : Number.POSITIVE_INFINITY;
}

function lettersAllowed(one: string, other: string): number {
  const shorter = Math.min(one.length, other.length);
  if (shorter < 4) return 0;
  return shorter < 10 ? 1 : 2;
}
