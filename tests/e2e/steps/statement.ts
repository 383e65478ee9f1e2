import { expect, type Page } from "@playwright/test";
import { parse } from "csv-parse/sync";

type Sums = Readonly<Record<string, { readonly count: number; readonly amount: number }>>;

/**
 * This month's sale and refund of a course stand on the page and in the file, with the share of the provider (rupiah). The
 * sums of the page are those of the lines in the file, and the paper is a paper.
 */
export async function expectStatementAgrees(page: Page, title: string, share: string): Promise<void> {
  await page.goto("/lembaga/rekap");
  const [summary, lines] = [page.locator("main table").first(), page.locator("main table").last()];
  const written = `Rp${Number(share).toLocaleString("id-ID")}`;
  const ours = lines.getByRole("row").filter({ hasText: title });
  await expect(ours.filter({ hasText: "Penjualan" })).toContainText(written);
  await expect(ours.filter({ hasText: "Pengembalian" })).toContainText(written);

  const paper = await page.request.get(await hrefOf(page, "Unduh PDF"));
  expect(paper.headers()["content-type"]).toBe("application/pdf");
  expect((await paper.body()).subarray(0, 5).toString()).toBe("%PDF-");
  const file = await page.request.get(await hrefOf(page, "Unduh CSV"));
  expect(file.headers()["content-type"]).toMatch(/^text\/csv/);
  const rows: Record<string, string>[] = parse(await file.body(), {
    bom: true,
    columns: true,
    delimiter: ";",
  });
  const ofCourse = rows.filter((row) => row.Pelatihan === title);
  expect(ofCourse.map((row) => [row.Jenis, row["Jumlah di buku besar"]])).toEqual([
    ["Penjualan", share],
    ["Pengembalian", `-${share}`],
  ]);
  expect(sumsOf(rows)).toEqual(await sumsOn(summary));
}

async function hrefOf(page: Page, name: string): Promise<string> {
  return (await page.getByRole("link", { name }).getAttribute("href")) ?? "";
}

function sumsOf(rows: readonly Record<string, string>[]): Sums {
  const sums: Record<string, { count: number; amount: number }> = {};
  for (const row of rows) {
    const kind = row.Jenis ?? "";
    const sum = sums[kind] ?? { count: 0, amount: 0 };
    sums[kind] = { count: sum.count + 1, amount: sum.amount + Number(row["Jumlah di buku besar"]) };
  }
  return sums;
}

/** The kinds of which there is something, as the page sums them up. */
async function sumsOn(table: ReturnType<Page["locator"]>): Promise<Sums> {
  const cells = await table
    .locator("tbody tr")
    .evaluateAll((rows) =>
      rows.map((row) => [...row.querySelectorAll("th, td")].map((cell) => cell.textContent ?? "")),
    );
  const sums = cells.map((row) => {
    const [kind = "", count = "", , , amount = ""] = row;
    const size = Number(amount.replaceAll(/\D/g, ""));
    return [kind, { count: Number(count), amount: /[-−]/.test(amount) ? -size : size }] as const;
  });
  return Object.fromEntries(sums.filter(([, { count }]) => count > 0));
}
