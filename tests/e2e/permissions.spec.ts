import { globSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { signIn } from "./steps/sign-in.ts";

// Every page as every role: nobody gets in where the table of rights says no, and nobody meets a fault.

const ROLES = {
  visitor: null,
  participant: "gita@contoh.test",
  administrator: "admin@contoh.test",
  auditor: "auditor@contoh.test",
  officer: "dinas@contoh.test",
  provider: "lembaga@contoh.test",
  platform: "platform@contoh.test",
  witness: "saksi@contoh.test",
} as const;
type Role = keyof typeof ROLES;

const UNKNOWN_ID = "00000000-0000-7000-8000-000000000000";
const pages = globSync("src/app/**/page.tsx").map((file) =>
  file.replace(/^src\/app\//, "").replace(/\/?page\.tsx$/, ""),
);

/** Who may see the pages of a group; the finer rights inside it are the page's own. */
function audience(file: string): readonly Role[] {
  if (file.startsWith("(participant)")) return ["participant"];
  if (file.startsWith("admin")) return ["administrator", "auditor"];
  if (file.startsWith("dinas")) return ["officer"];
  if (file.startsWith("lembaga")) return ["provider"];
  if (file.startsWith("platform")) return ["platform"];
  if (file.startsWith("saksi")) return ["witness"];
  return Object.keys(ROLES) as Role[];
}

function addressOf(file: string): string {
  const path = file
    .split("/")
    .filter((part) => part && !part.startsWith("("))
    .map((part) => (part.startsWith("[") ? UNKNOWN_ID : part))
    .join("/");
  return `/${path}`;
}

for (const role of Object.keys(ROLES) as Role[]) {
  test(`${role} reaches the pages meant for them and no other`, async ({ page }) => {
    test.setTimeout(480_000);
    const email = ROLES[role];
    if (email) await signIn(page, email);
    for (const file of pages) {
      const address = addressOf(file);
      const answer = await page.request.get(address, { maxRedirects: 0 });
      expect(answer.status(), `${role} at ${address}`).toBeLessThan(500);
      if (!audience(file).includes(role)) expect(answer.status(), `${role} at ${address}`).not.toBe(200);
    }
  });
}
