import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { cruise } from "dependency-cruiser";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import config from "../../.dependency-cruiser.mjs";
import journey from "../../src/features/journey.json" with { type: "json" };
import { plant, root } from "./checks/tree.ts";

type Violation = { readonly rule: string; readonly from: string; readonly to: string };

/** The same rules as `depcruise src`, on any tree that has a src. */
async function violations(baseDir: string): Promise<Violation[]> {
  const { forbidden, options } = config;
  const { output } = await cruise(["src"], { ...options, baseDir, validate: true, ruleSet: { forbidden } });
  if (typeof output === "string") throw new Error(output);
  return output.summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to }));
}

/** What must be refused: the rule, the file, what it imports, and the file behind the import where it is another name. */
type Planted = readonly [rule: string, from: string, specifier: string, to?: string];

const PRISMA = "#platform/db/generated/client.ts";

const roomsPointLeft: readonly Planted[] = [
  ["kernel-is-pure", "kernel/disk.ts", "node:fs", "fs"],
  ["kernel-is-pure", "kernel/screen.ts", "react", "react"],
  ["kernel-is-pure", "kernel/rights.ts", "#authorization/actor.ts"],
  ["authorization-is-pure", "authorization/session.ts", "#platform/web/context.ts"],
  ["authorization-is-pure", "authorization/hash.ts", "node:crypto", "crypto"],
  ["platform-points-left", "platform/queue/publish.ts", "#features/account/types.ts"],
  ["platform-points-left", "platform/web/pay.ts", "#ledger/balances.ts"],
  ["ledger-points-left", "ledger/owner.ts", "#features/account/types.ts"],
  ["features-point-left", "features/account/links.ts", "#app/page.tsx"],
  ["app-is-outermost", "features/account/links.ts", "#app/page.tsx"],
  ["i18n-knows-only-kernel", "i18n/request.ts", "#platform/web/context.ts"],
  ["ui-knows-only-kernel", "ui/patterns/step.tsx", "#features/account/types.ts"],
  ["ui-knows-only-kernel", "ui/patterns/back.tsx", "next/navigation", "next/navigation"],
  ["elements-know-only-kernel", "elements/countdown.ts", "#ui/primitives/button.tsx"],
  ["elements-are-bundled", "app/(participant)/tes/page.tsx", "#elements/countdown.ts"],
  ["jobs-are-outermost", "app/api/pay/route.ts", "#jobs/subscriptions.ts"],
  ["front-door-is-outermost", "app/api/wait/route.ts", "#front-door/admission.ts"],
  ["env-stays-at-the-edge", "features/account/use-cases/read-settings.ts", "#env.ts"],
  ["only-screens-use-ui", "features/account/use-cases/draw-button.ts", "#ui/primitives/button.tsx"],
];

/** Each stage looks at the one after it. */
const nobodyLooksAhead: readonly Planted[] = journey.slice(1).map(({ stage }, index) => {
  const before = journey[index]?.stage;
  return [`${before}-never-looks-ahead`, `features/${before}/queries.ts`, `#features/${stage}/types.ts`];
});

const filesKnowTheirPlace: readonly Planted[] = [
  [
    "features-share-only-types-and-queries",
    "features/purchase/use-cases/buy-course.ts",
    "#features/balance/policy.ts",
  ],
  [
    "features-share-only-types-and-queries",
    "features/purchase/components/card.tsx",
    "#features/account/components/avatar.tsx",
  ],
  ["features-share-only-types-and-queries", "features/reviews/schema.ts", "#features/account/schema.ts"],
  [
    "features-share-only-types-and-queries",
    "features/oversight/queries/pulse.ts",
    "#features/account/repository.ts",
  ],
  [
    "features-share-only-types-and-queries",
    "features/reviews/use-cases/tell-author.ts",
    "#features/notifications/use-cases/send-notice.ts",
  ],
  [
    "doors-share-commands-too",
    "features/assisted-registration/use-cases/assist-registration.ts",
    "#features/registration/repository.ts",
  ],
  [
    "doors-share-commands-too",
    "features/bulk-registration/use-cases/check-file.ts",
    "#features/waves/use-cases/join-wave.ts",
  ],
  [
    "partners-share-purchase-commands",
    "features/partner-api/use-cases/sell-course.ts",
    "#features/purchase/repository.ts",
  ],
  [
    "partners-share-purchase-commands",
    "features/partner-api/use-cases/spend-code.ts",
    "#features/balance/use-cases/open-balance.ts",
  ],
  ["schema-is-pure", "features/waves/schema.ts", "node:crypto", "crypto"],
  ["schema-is-pure", "features/training/schema.ts", "#features/training/policy.ts"],
  ["types-are-pure", "features/waves/types/wave.ts", "#features/waves/schema.ts"],
  ["types-are-pure", "features/balance/types.ts", "#authorization/permissions.ts"],
  ["refusals-are-pure", "features/balance/refusals.ts", "#features/balance/policy.ts"],
  ["refusals-are-pure", "features/waves/refusals.ts", "#features/waves/queries.ts"],
  ["policy-is-pure", "features/account/policy.ts", PRISMA],
  ["policy-is-pure", "features/waves/policy.ts", "#platform/web/context.ts"],
  ["policy-is-pure", "features/selection/policy/draw.ts", "#features/selection/queries.ts"],
  ["events-are-pure", "features/waves/events.ts", "#platform/web/context.ts"],
  ["repository-holds-no-rules", "features/balance/repository.ts", "#features/balance/policy.ts"],
  ["queries-only-read", "features/catalogue/queries/search.ts", "#features/catalogue/repository.ts"],
  ["use-cases-know-no-screen", "features/account/use-cases/open-account.ts", "#features/account/actions.ts"],
  ["actions-are-a-door", "features/account/actions.ts", "#features/account/repository.ts"],
  ["actions-are-a-door", "features/training/actions.ts", "#features/training/policy.ts"],
  ["screens-use-queries-and-actions", "app/(account)/daftar/page.tsx", "#features/account/repository.ts"],
  [
    "screens-use-queries-and-actions",
    "app/(account)/masuk/page.tsx",
    "#features/account/use-cases/open-account.ts",
  ],
  [
    "screens-use-queries-and-actions",
    "features/account/components/avatar.tsx",
    "#features/account/policy.ts",
  ],
  ["write-side-is-private", "jobs/clean-up.ts", "#features/account/repository.ts"],
  ["only-jobs-send-notifications", "front-door/tell.ts", "#features/notifications/use-cases/send-notice.ts"],
  ["events-are-wired-on-one-page", "features/account/queries.ts", "#features/account/events.ts"],
  ["events-are-wired-on-one-page", "jobs/react.ts", "#features/account/events.ts"],
];

const moneyAndRows: readonly Planted[] = [
  ["prisma-stays-in-rows", "features/certificates/actions.ts", PRISMA],
  ["prisma-stays-in-rows", "features/certificates/use-cases/issue-certificate.ts", PRISMA],
  ["prisma-stays-in-rows", "platform/web/raw.ts", "@prisma/client", "node_modules/@prisma/client"],
  ["only-use-cases-post", "jobs/pay-all.ts", "#ledger/post.ts"],
  ["only-use-cases-post", "features/balance/queries.ts", "#ledger/post.ts"],
  ["queries-read-balances", "features/balance/queries.ts", "#ledger/post.ts"],
  ["queries-read-balances", "features/balance/repository.ts", "#ledger/accounts.ts"],
  ["screens-know-no-ledger", "app/(participant)/beranda/page.tsx", "#ledger/balances.ts"],
  ["no-cycles", "platform/web/egg.ts", "#platform/web/hen.ts"],
  ["no-test-code", "platform/web/fake.ts", "../../../tests/support/builders.ts", "tests/support/builders.ts"],
  ["no-test-code", "jobs/fill.ts", "../../prisma/seed/cast.ts", "prisma/seed/cast.ts"],
  ["simulators-stand-apart", "platform/gateways/sms/http.ts", "#platform/gateways/sms/simulator-faults.ts"],
  ["no-dangling-imports", "platform/web/lost.ts", "#platform/web/nowhere.ts", "#platform/web/nowhere.ts"],
];

/** What must stay possible, or nobody could write the programme. */
const allowed: readonly (readonly [from: string, specifier: string])[] = [
  ["kernel/contract.ts", "zod"],
  ["ui/patterns/link.tsx", "next/link"],
  ["platform/db/client.ts", PRISMA],
  ["features/registration/types.ts", "#features/account/types.ts"],
  ["features/verification/queries/case.ts", PRISMA],
  ["features/verification/repository.ts", PRISMA],
  ["features/verification/use-cases/decide-case.ts", "#features/account/queries/find.ts"],
  ["features/verification/use-cases/decide-case.ts", "#ledger/post.ts"],
  ["features/verification/use-cases/decide-case.ts", "#features/verification/events.ts"],
  ["features/verification/components/case.tsx", "#ui/primitives/button.tsx"],
  ["features/incentives/queries.ts", "#ledger/balances.ts"],
  ["features/partners/queries.ts", "#features/catalogue/types.ts"],
  [
    "features/assisted-registration/use-cases/assist-registration.ts",
    "#features/account/use-cases/open-account.ts",
  ],
  ["jobs/subscriptions.ts", "#features/verification/events.ts"],
  ["jobs/subscriptions.ts", "#features/notifications/use-cases/send-notice.ts"],
  ["jobs/close-waves.ts", "#features/verification/use-cases/decide-case.ts"],
  ["app/(participant)/sertifikat/page.tsx", "#features/verification/components/case.tsx"],
  ["platform/gateways/sms/simulator.ts", "#platform/gateways/sms/simulator-faults.ts"],
];

const plantedViolations = [...roomsPointLeft, ...nobodyLooksAhead, ...filesKnowTheirPlace, ...moneyAndRows];

/** A tree in which every planted import, right or wrong, leads to a file. Half of them are imports of types only. */
function plantedTree(): Record<string, string> {
  const tree: Record<string, string> = {
    "src/platform/web/hen.ts": 'import type {} from "#platform/web/egg.ts";\n',
    "tests/support/builders.ts": "export {};\n",
    "prisma/seed/cast.ts": "export {};\n",
  };
  [...plantedViolations, ...allowed.map((pair) => ["", ...pair] as const)].forEach(
    ([, from, specifier], index) => {
      const line = index % 2 === 0 ? `import "${specifier}";\n` : `import type {} from "${specifier}";\n`;
      tree[`src/${from}`] = `${tree[`src/${from}`] ?? ""}${line}`;
      if (specifier.startsWith("#") && !specifier.includes("nowhere")) {
        tree[specifier.replace("#", "src/")] ??= "export {};\n";
      }
    },
  );
  return tree;
}

describe("planted imports", () => {
  let found: Violation[] = [];
  let remove = async () => {};

  beforeAll(async () => {
    const packageJson = await readFile(join(root, "package.json"), "utf8");
    const planted = await plant({ ...plantedTree(), "package.json": packageJson });
    remove = planted.remove;
    found = await violations(planted.path);
  });

  afterAll(() => remove());

  for (const [rule, from, specifier, to] of plantedViolations) {
    test(`${rule}: ${from} may not import ${specifier}`, () => {
      const target = to ?? specifier.replace("#", "src/");
      const refusals = found.filter(
        (violation) => violation.rule === rule && violation.from === `src/${from}`,
      );
      expect(refusals.map((violation) => violation.to)).toEqual(
        expect.arrayContaining([expect.stringContaining(target)]),
      );
    });
  }

  test.each(allowed)("%s may import %s", (from, specifier) => {
    const target = specifier.replace("#", "src/");
    const refusals = found.filter(
      (violation) => violation.from === `src/${from}` && violation.to.includes(target),
    );
    expect(refusals).toEqual([]);
  });

  test("every rule has been seen red", () => {
    const rules = (config.forbidden ?? []).map((rule) => rule.name);
    const red = new Set(plantedViolations.map(([rule]) => rule));
    expect(rules.filter((rule) => rule && !red.has(rule))).toEqual([]);
  });
});

test("the arrows of the portal point left only", async () => {
  expect(await violations(root)).toEqual([]);
});
