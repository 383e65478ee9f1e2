import { readFileSync } from "node:fs";
import { type ConsoleMessage, expect, type Page, test } from "@playwright/test";
import { signIn } from "./steps/sign-in.ts";

// What every page must hold: axe finds nothing, one h1, nothing scrolls sideways at 360 pixels, no framework script on
// people's pages, and the first view stays under 50 KB.

const axe = readFileSync("node_modules/axe-core/axe.min.js", "utf8");

const VISITOR = [
  "/",
  "/daftar",
  "/masuk",
  "/masuk/lupa",
  "/masuk/lupa/kode",
  "/masuk/pulihkan",
  "/ambil-alih",
  "/ambil-alih/kode",
  "/daftar/periksa-email",
  "/pelatihan",
  "/pelatihan?cari=exel",
  "/pelatihan/menulis-cv-dan-wawancara",
  "/pelatihan/menulis-cv-dan-wawancara/contoh",
  "/pelatihan/banding?kursus=menulis-cv-dan-wawancara&kursus=barista-kopi-seduh-manual",
  "/buku-besar",
  "/jadi-mitra",
  "/mitra/mulai",
  "/mitra/referensi",
  "/periksa-sertifikat",
  "/undian",
  "/undian/1",
  "/undian/cara-memeriksa",
  "/tidak-ada",
];
const PEOPLE: readonly (readonly [string, readonly string[]])[] = [
  [
    "ani@contoh.test",
    [
      "/beranda",
      "/pendaftaran/identitas",
      "/gelombang",
      "/saldo",
      "/insentif",
      "/survei",
      "/sertifikat",
      "/pelatihan-saya",
      "/transaksi",
      "/pemberitahuan",
      "/profil",
    ],
  ],
  [
    "citra@contoh.test",
    [
      "/beranda",
      "/tes",
      "/pendaftaran",
      "/verifikasi",
      "/keamanan",
      "/keamanan/sandi",
      "/keamanan/dua-langkah",
      "/profil/e-mail",
      "/profil/ponsel",
      "/profil/data-saya",
      "/profil/akses-data",
      "/profil/hapus-akun",
    ],
  ],
  ["budi@contoh.test", ["/pendaftaran/foto-ktp", "/pendaftaran/keadaan", "/pendaftaran/alamat"]],
  [
    "gita@contoh.test",
    [
      "/beranda",
      "/saldo",
      "/induksi",
      "/induksi/1",
      "/beli/menulis-cv-dan-wawancara",
      "/beli/barista-kopi-seduh-manual",
      "/profil/aplikasi",
      "/rekening",
    ],
  ],
  [
    "hadi@contoh.test",
    [
      "/beranda",
      "/transaksi",
      "/pelatihan-saya",
      "/belajar/menulis-cv-dan-wawancara",
      "/belajar/menulis-cv-dan-wawancara/1",
    ],
  ],
  ["indah@contoh.test", ["/beranda", "/ulasan/menulis-cv-dan-wawancara"]],
  ["kartika@contoh.test", ["/beranda", "/insentif", "/rekening", "/sertifikat"]],
  ["fajar@contoh.test", ["/gelombang", "/gelombang/1", "/gelombang/keberatan"]],
  ["maya@contoh.test", ["/beranda", "/verifikasi"]],
  ["nanang@contoh.test", ["/beranda", "/verifikasi", "/verifikasi/banding"]],
];
const STAFF: readonly (readonly [string, readonly string[]])[] = [
  [
    "admin@contoh.test",
    [
      "/admin",
      "/admin/gelombang",
      "/admin/gelombang/baru",
      "/admin/soal",
      "/admin/soal/baru",
      "/admin/soal/statistik",
      "/admin/soal/impor",
      "/admin/tes",
      "/admin/verifikasi",
      "/admin/keberatan",
      "/admin/keuangan",
      "/admin/keuangan/pencocokan",
      "/admin/keuangan/akun",
      "/admin/mitra",
      "/admin/pelatihan",
      "/admin/pelatihan/kepemilikan",
      "/admin/jejak",
      "/admin/waktu",
    ],
  ],
  [
    "dinas@contoh.test",
    ["/dinas", "/dinas/bantu", "/dinas/bantu/baru", "/dinas/bantu/luring", "/dinas/kolektif", "/keamanan"],
  ],
  [
    "lembaga@contoh.test",
    [
      "/lembaga",
      "/lembaga/pelatihan",
      "/lembaga/pelatihan/baru",
      "/lembaga/peserta",
      "/lembaga/tugas",
      "/lembaga/ulasan",
      "/lembaga/rekap",
      "/lembaga/kunci",
      "/lembaga/log",
      "/lembaga/profil",
    ],
  ],
  [
    "platform@contoh.test",
    [
      "/platform",
      "/platform/penjualan",
      "/platform/rekap",
      "/platform/kunci",
      "/platform/log",
      "/platform/profil",
    ],
  ],
  ["saksi@contoh.test", ["/saksi"]],
];

test("pages that anybody may read are sound", async ({ page }) => {
  for (const address of VISITOR) await expectSound(page, address, true);
});

for (const [email, addresses] of PEOPLE) {
  test(`the pages of ${email} are sound`, async ({ page }) => {
    await signIn(page, email);
    for (const address of addresses) await expectSound(page, address, true);
  });
}

for (const [email, addresses] of STAFF) {
  test(`the pages of ${email} are sound`, async ({ page }) => {
    await signIn(page, email);
    for (const address of addresses) await expectSound(page, address, false);
  });
}

async function expectSound(page: Page, address: string, isPeoplePage: boolean): Promise<void> {
  const faults: string[] = [];
  const listen = (message: ConsoleMessage) => message.type() === "error" && faults.push(message.text());
  page.on("console", listen);
  const answer = await page.goto(address);
  expect(answer?.status(), address).toBeLessThan(500);
  await page.evaluate(axe);
  const violations = await page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: { run(options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    return (await axe.run({ resultTypes: ["violations"], selectors: false })).violations.map(
      ({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`,
    );
  });
  expect(violations, `axe at ${address}`).toEqual([]);
  expect(await page.locator("h1").count(), `h1 at ${address}`).toBe(1);
  expect(
    await page.evaluate(() => document.documentElement.scrollWidth),
    `width of ${address}`,
  ).toBeLessThanOrEqual(360);
  if (isPeoplePage) {
    const scripts = await page
      .locator("script")
      .evaluateAll((all) => all.map((script) => script.getAttribute("src")));
    expect(
      scripts.filter((src) => !src?.startsWith("/elements/")),
      `scripts of ${address}`,
    ).toEqual([]);
  }
  expect(
    faults.filter((text) => !text.includes("404")),
    `console at ${address}`,
  ).toEqual([]);
  page.off("console", listen);
}
