import { type Browser, expect, type Page } from "@playwright/test";
import { fill, press, sendFormOf, visit, waitUntilPageSays } from "./forms.ts";
import { signIn } from "./sign-in.ts";

/** Who takes a wave through its life: two operators, and the witness of the draw. */
export type Staff = { readonly operator: Page; readonly second: Page; readonly witness: Page };

export async function signInStaff(browser: Browser): Promise<Staff> {
  const signedIn = async (email: string) => {
    const page = await (await browser.newContext()).newPage();
    await signIn(page, email);
    return page;
  };
  return {
    operator: await signedIn("admin@contoh.test"),
    second: await signedIn("admin2@contoh.test"),
    witness: await signedIn("saksi@contoh.test"),
  };
}

/** Closes what is open and opens a new wave, so that whoever joins next joins this one. Answers its address. */
export async function openFreshWave(staff: Staff, quota = "20"): Promise<string> {
  const { operator } = staff;
  await operator.goto("/admin/gelombang");
  const links = await operator
    .locator('main a[href^="/admin/gelombang/"]')
    .evaluateAll((all) => all.map((a) => a.getAttribute("href")));
  for (const href of links.filter((link) => link && !link.endsWith("/baru"))) {
    await operator.goto(href ?? "");
    if (await operator.getByRole("button", { name: /Usulkan tutup|Setujui dan tutup/ }).count())
      await closeWave(staff, href ?? "");
  }
  await operator.goto("/admin/gelombang/baru");
  await fill(operator, { quota });
  await sendFormOf(operator, "quota", /gelombang\/[0-9a-f-]{36}/);
  const address = new URL(operator.url()).pathname;
  await command(operator, address, "Jadwalkan");
  await command(operator, address, "Buka sekarang");
  return address;
}

/** One operator proposes, another one approves. */
export async function closeWave({ operator, second }: Staff, address: string): Promise<void> {
  await operator.goto(address);
  if (await operator.getByRole("button", { name: "Usulkan tutup sekarang" }).count())
    await command(operator, address, "Usulkan tutup sekarang");
  await command(second, address, "Setujui dan tutup sekarang");
}

/** From the close to everybody's result: list, promises, values, draw, review, decree, publication. */
export async function decideWave(staff: Staff, address: string): Promise<void> {
  const { operator, second } = staff;
  await closeWave(staff, address);
  await command(operator, address, "Kunci daftar");
  await holdCeremony(staff, address);
  await command(operator, address, "Usulkan undian");
  await command(second, address, "Setujui dan undi");
  await waitUntilPageSays(operator, address, "Selesai ditinjau");
  await command(operator, address, "Selesai ditinjau");
  await command(operator, address, "Terbitkan keputusan");
  await command(operator, address, "Usulkan pengumuman");
  await command(second, address, "Setujui pengumuman");
  await waitUntilPageSays(operator, address, "Arsipkan gelombang");
}

/** All three promise, show, and the public figure is written down a day later. */
export async function holdCeremony({ operator, second, witness }: Staff, address: string): Promise<void> {
  const id = address.split("/").at(-1);
  const [mine, theirs] = [`${address}/undian`, `/saksi/${id}`];
  await waitUntilPageSays(operator, mine, "Nilai rahasia Anda");
  const secrets = { operator: await promise(operator, mine), witness: await promise(witness, theirs) };
  await operator.goto(mine);
  await fill(operator, { source: "Penutupan indeks harga saham hari itu, tiga angka di belakang koma" });
  await submit(operator, "source");
  for (const [page, where, secret] of [
    [operator, mine, secrets.operator],
    [witness, theirs, secrets.witness],
  ] as const) {
    await page.goto(where);
    await fill(page, { value: secret });
    await submit(page, "value");
  }
  await moveClock(second, "day");
  await operator.goto(mine);
  await fill(operator, { value: "7.213,450" });
  await submit(operator, "value");
  await expect(operator.locator("main")).toContainText("Ketiga nilai sudah ada");
}

/** Keeps the secret that the page shows, and promises it. */
async function promise(page: Page, address: string): Promise<string> {
  await page.goto(address);
  const secret = ((await page.locator("main [data-secret]").textContent()) ?? "").trim();
  await page.locator("main [name=saved]").check();
  await submit(page, "saved");
  return secret;
}

async function submit(page: Page, field: string): Promise<void> {
  await press(page.locator(`main form:has([name="${field}"]) button[type=submit]`).first());
}

/** A step of a wave's life, confirmed where it asks for it; waits for the server's answer and shows the wave again. */
export async function command(page: Page, address: string, name: string): Promise<void> {
  await visit(page, address);
  const form = page.locator("main form", { has: page.getByRole("button", { name }) });
  const box = form.locator("[name=confirmed]");
  if (await box.count()) await box.check();
  await press(form.getByRole("button", { name }));
  await visit(page, address);
  await expect(page.locator("main").getByRole("button", { name })).toHaveCount(0);
}

/** Moves the programme's time forward. */
export async function moveClock(page: Page, step: "day" | "month" | "deadline"): Promise<void> {
  await page.goto("/admin/waktu");
  await press(page.locator(`main form:has([name=step][value=${step}]) button[type=submit]`).first());
}
