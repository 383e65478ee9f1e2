import { describe, expect, test } from "vitest";
import { roles } from "#authorization/permissions.ts";
import { messagesFor } from "#i18n/messages.ts";
import { readData, readPurposes } from "#platform/db/work.ts";

const staffRoles = roles.filter((role) => !["visitor", "participant", "system"].includes(role));

describe.each(["id", "en"] as const)("in %s a person reads", (locale) => {
  const words = messagesFor(locale)["personal-data"].reads;

  test.each(readPurposes)("why somebody looked: %s", (purpose) => {
    expect(words.purpose).toHaveProperty(purpose, expect.stringMatching(/\w{3}/));
  });

  test.each(readData)("what was looked at: %s", (datum) => {
    expect(words.datum).toHaveProperty(datum, expect.stringMatching(/\w{3}/));
  });

  test.each(staffRoles)("which office looked: %s", (role) => {
    expect(words.role).toHaveProperty(role, expect.stringMatching(/\w{3}/));
  });
});
