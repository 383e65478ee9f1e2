/** The closed vocabulary of a feature, the folders that exist, and how commands are named. */

export const outsideTheOrder = [
  "access",
  "accounting",
  "assisted-registration",
  "bulk-registration",
  "draw-proof",
  "notifications",
  "oversight",
  "partner-api",
  "partners",
  "personal-data",
  "staff",
  "verification-review",
  "wave-review",
];

const nouns = [
  "schema",
  "types",
  "refusals",
  "policy",
  "repository",
  "queries",
  "events",
  "actions",
  "endpoint",
  "endpoints",
];
const shelves = ["use-cases", "components"];
const emptyWords = ["common", "shared", "core", "lib", "libs", "utils", "util", "helpers", "helper", "misc"];

/** A command is an act: what these words end in is a thing. */
const thingEndings = /(tion|sion|ment|ance|ence|ness|ity|ing|or|ist|ship)$/;
const verbsThatLookLikeThings = [
  "mention",
  "position",
  "implement",
  "advance",
  "monitor",
  "list",
  "refer",
  "bring",
];

/** Paths such as `src/features/waves/policy.ts` that speak another language than the vocabulary. */
export function foreignFiles(paths: readonly string[]): string[] {
  return paths.filter((path) => {
    const [, , feature, first, ...rest] = path.split("/");
    if (!feature || first === undefined) return path !== "src/features/journey.json";
    if (rest.length > 0) return ![...nouns, ...shelves].includes(first) || !/\.tsx?$/.test(path);
    return !nouns.some((noun) => first === `${noun}.ts`);
  });
}

/** Folders whose name says nothing. */
export function emptyFolderNames(paths: readonly string[]): string[] {
  const folders = new Set(paths.flatMap((path) => path.split("/").slice(0, -1)));
  return [...folders].filter((folder) => emptyWords.includes(folder));
}

/** Use-cases that are not called verb-noun. */
export function namelessCommands(paths: readonly string[]): string[] {
  return paths.filter((path) => {
    const [, name] = path.match(/^src\/features\/[^/]+\/use-cases\/(.+)$/) ?? [];
    if (name === undefined) return false;
    const [verb = ""] = name.split("-");
    const isThing = thingEndings.test(verb) && !verbsThatLookLikeThings.includes(verb);
    return isThing || !/^[a-z]+(-[a-z0-9]+)+\.ts$/.test(name);
  });
}

/** Stages without a folder, and folders that are no stage. */
export function unmatchedStages(stages: readonly string[], folders: readonly string[]) {
  const expected = [...stages, ...outsideTheOrder];
  return {
    withoutFolder: expected.filter((stage) => !folders.includes(stage)),
    withoutStage: folders.filter((folder) => !expected.includes(folder)),
  };
}
