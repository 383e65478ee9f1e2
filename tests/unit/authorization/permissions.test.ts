import { expect, test } from "vitest";
import { may, permissions, roles } from "#authorization/permissions.ts";

/** The whole table, printed: a change of rights shows in this test's difference. */
function matrix(): Record<string, string[]> {
  return Object.fromEntries(permissions.map((right) => [right, roles.filter((role) => may(role, right))]));
}

test("rights are as the programme says", () => {
  expect(matrix()).toMatchInlineSnapshot(`
    {
      "access:any": [
        "participant",
        "administrator",
        "officer",
        "provider",
        "platform",
        "auditor",
        "witness",
      ],
      "account:open": [
        "visitor",
        "participant",
        "administrator",
        "officer",
        "provider",
        "platform",
        "auditor",
        "witness",
      ],
      "account:own": [
        "participant",
      ],
      "account:staff": [
        "administrator",
        "officer",
        "provider",
        "platform",
        "auditor",
        "witness",
      ],
      "applicant:read": [
        "administrator",
      ],
      "audit:read": [
        "administrator",
        "auditor",
      ],
      "budget:command": [
        "administrator",
      ],
      "catalogue:read": [
        "visitor",
        "participant",
        "administrator",
        "officer",
        "provider",
        "platform",
        "auditor",
        "witness",
      ],
      "certificate:check": [
        "visitor",
        "participant",
        "administrator",
        "officer",
        "provider",
        "platform",
        "auditor",
        "witness",
      ],
      "certificate:own": [
        "participant",
      ],
      "clock:move": [
        "administrator",
      ],
      "course:review": [
        "administrator",
      ],
      "draw:announce": [
        "administrator",
        "auditor",
        "witness",
      ],
      "draw:witness": [
        "witness",
      ],
      "incentive:own": [
        "participant",
      ],
      "item:review": [
        "administrator",
      ],
      "item:write": [
        "administrator",
      ],
      "membership:review": [
        "administrator",
      ],
      "money:review": [
        "administrator",
        "auditor",
      ],
      "notification:own": [
        "participant",
      ],
      "office:read": [
        "officer",
      ],
      "partner:admit": [
        "administrator",
      ],
      "partner:own": [
        "provider",
        "platform",
      ],
      "person:assist": [
        "officer",
      ],
      "platform:own": [
        "platform",
      ],
      "provider:own": [
        "provider",
      ],
      "purchase:own": [
        "participant",
      ],
      "registration:own": [
        "participant",
      ],
      "review:own": [
        "participant",
      ],
      "survey:own": [
        "participant",
      ],
      "test:own": [
        "participant",
      ],
      "training:own": [
        "participant",
      ],
      "verification:review": [
        "administrator",
      ],
      "wave:command": [
        "administrator",
      ],
      "wave:own": [
        "participant",
      ],
      "wave:review": [
        "administrator",
        "auditor",
      ],
    }
  `);
});

test("nobody but a person reaches a person's own things", () => {
  const ofPartners = ["provider:own", "platform:own", "partner:own"];
  for (const right of permissions.filter((name) => name.endsWith(":own") && !ofPartners.includes(name))) {
    expect(
      roles.filter((role) => may(role, right)),
      right,
    ).toEqual(["participant"]);
  }
});

test("only the managing body commands waves and moves the clock", () => {
  for (const right of ["wave:command", "clock:move"] as const) {
    expect(roles.filter((role) => may(role, right))).toEqual(["administrator"]);
  }
});
