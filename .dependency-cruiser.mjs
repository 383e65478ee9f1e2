/**
 * The dependency rule: kernel <- authorization <- platform <- ledger <- features <- app, jobs, front-door.
 * Arrows point left only. Every rule says who may know whom, and is proven red in tests/architecture/boundaries.test.ts.
 * The order of the stages is read from src/features/journey.json. Type-only imports count
 * (swc reads them; TypeScript 7 has no compiler to call).
 */
import { readFileSync } from "node:fs";

/** @type {{ stage: string }[]} */
const journey = JSON.parse(readFileSync(new URL("./src/features/journey.json", import.meta.url), "utf8"));
const stages = journey.map(({ stage }) => stage);

const ZOD = "node_modules/zod/";
const GENERATED = "platform/db/generated/";
const SIMULATOR = ["^src/platform/gateways/simulator", "^src/platform/gateways/[^/]+/simulator"];

/** One file of the vocabulary, or the folder that it became: `queries.ts` and everything in `queries/`. */
const part = (...nouns) => `(${nouns.join("|")})(\\.tsx?$|/)`;
/** The same, of the feature that the importing file belongs to (needs `FEATURE` in `from`). */
const own = (...nouns) => `^src/features/$1/${part(...nouns)}`;
const FEATURE = "^src/features/([^/]+)/";
/** The offices' way in (docs/decisions/0007). */
const DOOR = "^src/features/(assisted-registration|bulk-registration)/(schema|refusals|use-cases|actions)";
/** The partners' way in (docs/decisions/0014). */
const PARTNER_DOOR = "^src/features/partner-api/use-cases/(spend-code|sell-course|refuse-payment)";

/** These files know nothing but what is listed, packages and Node core included. */
const only = (name, comment, from, allowed) => ({
  name,
  comment,
  severity: "error",
  from: { path: from },
  to: { pathNot: allowed },
});

/** These files know nothing of these. */
const never = (name, comment, from, to) => ({
  name,
  comment,
  severity: "error",
  from: typeof from === "string" ? { path: from } : from,
  to: typeof to === "string" ? { path: to } : to,
});

/** Inside src, a room knows only the listed rooms; packages are free. */
const room = (name, comment, from, rooms) => ({
  name,
  comment,
  severity: "error",
  from: { path: from },
  to: { path: "^src/", pathNot: `^src/(${rooms.join("|")})` },
});

const rooms = [
  only("kernel-is-pure", "The kernel knows itself and zod.", "^src/kernel/", ["^src/kernel/", ZOD]),
  only("authorization-is-pure", "Authorization knows the kernel and zod.", "^src/authorization/", [
    "^src/(kernel|authorization)/",
    ZOD,
  ]),
  room("platform-points-left", "The platform knows no money and no feature.", "^src/platform/", [
    "kernel/",
    "authorization/",
    "platform/",
    "i18n/",
    "env\\.ts",
  ]),
  room("ledger-points-left", "The ledger knows no feature.", "^src/ledger/", [
    "kernel/",
    "authorization/",
    "platform/",
    "ledger/",
  ]),
  room("features-point-left", "Features know no page, job or front door.", "^src/features/", [
    "kernel/",
    "authorization/",
    "platform/",
    "ledger/",
    "features/",
    "i18n/",
    "ui/",
    "env\\.ts",
  ]),
  room("i18n-knows-only-kernel", "Messages are data.", "^src/i18n/", ["kernel/", "i18n/"]),
  only("ui-knows-only-kernel", "The design system knows no programme: kernel, React and links.", "^src/ui/", [
    "^src/(kernel|ui)/",
    "node_modules/(@types/)?react(-dom)?/",
    "node_modules/next/link(\\.js)?$",
  ]),
  only(
    "elements-know-only-kernel",
    "Custom elements are a few kilobytes: kernel and nothing else.",
    "^src/elements/",
    ["^src/(kernel|elements)/"],
  ),
  never("elements-are-bundled", "Custom elements are bundled apart.", "^src/(?!elements/)", "^src/elements/"),
  never("app-is-outermost", "Nothing knows the pages.", "^src/(?!app/)", "^src/app/"),
  never("jobs-are-outermost", "Nothing knows the jobs.", "^src/(?!jobs/)", "^src/jobs/"),
  never(
    "front-door-is-outermost",
    "Nothing knows the front door.",
    "^src/(?!front-door/)",
    "^src/front-door/",
  ),
  never(
    "env-stays-at-the-edge",
    "A use-case is handed what it needs; it reads no configuration.",
    `${FEATURE}use-cases/`,
    "^src/env\\.ts",
  ),
  never("only-screens-use-ui", "Screens are components and pages.", `${FEATURE}(?!components/)`, "^src/ui/"),
];

const order = stages
  .slice(0, -1)
  .map((stage, index) =>
    never(
      `${stage}-never-looks-ahead`,
      "A stage reads earlier stages; a later stage reacts to it through jobs/subscriptions.ts.",
      `^src/features/${stage}/`,
      `^src/features/(${stages.slice(index + 1).join("|")})/`,
    ),
  );

const features = [
  never(
    "features-share-only-types-and-queries",
    "Of another feature, only what it is (types) and what can be read (queries).",
    { path: FEATURE, pathNot: [DOOR, PARTNER_DOOR] },
    {
      path: "^src/features/[^/]+/",
      pathNot: ["^src/features/$1/", `^src/features/[^/]+/${part("types", "queries")}`],
    },
  ),
  never(
    "partners-share-purchase-commands",
    "A partner's system is another door to purchase: the same commands and refusals, never its rows.",
    { path: PARTNER_DOOR },
    {
      path: "^src/features/[^/]+/",
      pathNot: [
        "^src/features/partner-api/",
        `^src/features/[^/]+/${part("types", "queries")}`,
        `^src/features/purchase/${part("use-cases", "refusals")}`,
      ],
    },
  ),
  never(
    "doors-share-commands-too",
    "An office is another door to account and registration: the same commands, schemas and refusals, never their rows.",
    { path: DOOR },
    {
      path: "^src/features/[^/]+/",
      pathNot: [
        "^src/features/$1/",
        `^src/features/[^/]+/${part("types", "queries")}`,
        `^src/features/(account|registration)/${part("use-cases", "refusals", "schema")}`,
      ],
    },
  ),
  only("schema-is-pure", "What may enter: zod and kernel.", `${FEATURE}${part("schema")}`, [
    "^src/kernel/",
    ZOD,
    own("schema", "types"),
  ]),
  only("types-are-pure", "Nouns are built of nouns.", `${FEATURE}${part("types")}`, [
    "^src/kernel/",
    "^src/authorization/actor",
    `^src/features/[^/]+/${part("types")}`,
  ]),
  only("refusals-are-pure", "A refusal is a value.", `${FEATURE}${part("refusals")}`, [
    "^src/kernel/",
    own("refusals", "types"),
  ]),
  only("policy-is-pure", "A decision knows facts and nothing of the world.", `${FEATURE}${part("policy")}`, [
    "^src/kernel/",
    own("policy", "types", "refusals"),
  ]),
  only("events-are-pure", "An event is a name and a payload.", `${FEATURE}${part("events")}`, [
    "^src/kernel/",
    ZOD,
    own("events", "types"),
  ]),
  never(
    "repository-holds-no-rules",
    "The write side's rows: no decisions, no commands, no read models.",
    `${FEATURE}${part("repository")}`,
    `^src/features/[^/]+/${part("policy", "queries", "use-cases", "actions", "components", "events")}`,
  ),
  never(
    "queries-only-read",
    "A read model starts no command and touches no write side.",
    `${FEATURE}${part("queries")}`,
    `^src/features/[^/]+/${part("repository", "use-cases", "actions", "components", "events")}`,
  ),
  never(
    "use-cases-know-no-screen",
    "A command does not know who calls it.",
    `${FEATURE}${part("use-cases")}`,
    `^src/features/[^/]+/${part("actions", "components")}`,
  ),
  never(
    "actions-are-a-door",
    "Permission, schema, use-case, nothing else.",
    `${FEATURE}${part("actions")}`,
    `^src/(ledger/|platform/db/|features/[^/]+/${part("repository", "policy", "events", "components")})`,
  ),
  never(
    "screens-use-queries-and-actions",
    "Pages and components never touch the write side, the rules or the commands.",
    `^src/(app/|features/[^/]+/components/)`,
    `^src/features/[^/]+/${part("repository", "policy", "use-cases")}`,
  ),
  never(
    "write-side-is-private",
    "Rows are written by a feature's own use-cases.",
    "^src/(jobs|front-door|platform|ledger)/",
    `^src/features/[^/]+/${part("repository")}`,
  ),
  never(
    "only-jobs-send-notifications",
    "Whoever wants to tell a person something announces an event.",
    "^src/(?!jobs/|features/notifications/)",
    `^src/features/notifications/${part("use-cases")}`,
  ),
  never(
    "events-are-wired-on-one-page",
    "Events are announced by their own use-cases and wired in jobs/subscriptions.ts.",
    {
      path: "^src/(?!jobs/subscriptions\\.ts$)",
      pathNot: "^src/(features/[^/]+/(use-cases|events)|platform/one-time-code)/",
    },
    { path: `/${part("events")}`, pathNot: "node_modules/" },
  ),
];

const money = [
  never(
    "prisma-stays-in-rows",
    "Prisma is for queries, repositories, the ledger and platform/db.",
    {
      path: "^src/",
      pathNot: ["^src/platform/db/", "^src/ledger/", `${FEATURE}${part("queries", "repository")}`],
    },
    { path: [GENERATED, "node_modules/@prisma/"] },
  ),
  never(
    "only-use-cases-post",
    "Money moves in a command.",
    { path: "^src/", pathNot: ["^src/ledger/", `${FEATURE}use-cases/`] },
    { path: "^src/ledger/post(\\.ts$|/)" },
  ),
  never(
    "queries-read-balances",
    "Of the ledger, read models know balances and journal.",
    { path: `${FEATURE}(?!use-cases/)` },
    { path: "^src/ledger/", pathNot: "^src/ledger/(balances|journal|types)(\\.ts$|/)" },
  ),
  never(
    "screens-know-no-ledger",
    "A page asks a query.",
    "^src/(app/|features/[^/]+/components/)",
    "^src/ledger/",
  ),
];

const hygiene = [
  {
    ...never("no-cycles", "Two files that need each other are one thought.", "^src/", ""),
    to: { circular: true },
  },
  never(
    "no-test-code",
    "Nothing in src knows tests, scripts, seeds or benches.",
    "^src/",
    "^(tests|scripts|bench|prisma)/",
  ),
  never(
    "simulators-stand-apart",
    "A simulator is another process; the portal talks to it over HTTP.",
    { path: "^src/", pathNot: SIMULATOR },
    { path: SIMULATOR },
  ),
  {
    ...never("no-dangling-imports", "An import leads somewhere.", "^src/", ""),
    to: { couldNotResolve: true, pathNot: GENERATED },
  },
];

/** @type {import("dependency-cruiser").IConfiguration} */
export default {
  forbidden: [...rooms, ...order, ...features, ...money, ...hygiene],
  options: {
    parser: "swc",
    doNotFollow: { path: ["node_modules", GENERATED] },
    exclude: { path: "^src/platform/db/generated/.+/internal/" },
    enhancedResolveOptions: {
      extensions: [".ts", ".tsx", ".mjs", ".js", ".json", ".d.ts"],
      conditionNames: ["import", "types", "node", "default"],
      exportsFields: ["exports"],
    },
    progress: { type: "none" },
  },
};
