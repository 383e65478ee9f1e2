import { expect, type Page, test } from "@playwright/test";
import { signIn } from "./steps/sign-in.ts";
import { COURSE } from "./steps/training.ts";

const LESSON = `/belajar/${COURSE}/2`;

test("a browser that is killed before it sent what was watched loses none of it", async ({
  page,
  context,
}) => {
  await signIn(page, "hadi@contoh.test");
  await page.route("**/tonton/denyut", (route) => route.abort("internetdisconnected"));
  await page.goto(LESSON);
  const before = await frontierOf(page);
  await page.locator(".player-bar button").first().click();
  // It stops at the question, some seconds on; what is watched is put by every five seconds.
  await expect(page.locator(".player-bar [role=status]")).toContainText(/jaringan|pertanyaan/i, {
    timeout: 60_000,
  });
  await expect.poll(() => playedTo(page), { timeout: 60_000 }).toBeGreaterThan(before + 6);
  await page.waitForTimeout(5_500);
  await page.close({ runBeforeUnload: false });

  const next = await context.newPage();
  const claimed = next.waitForResponse((answer) => answer.url().endsWith("/tonton/denyut"));
  await next.goto(LESSON);
  await claimed;
  await next.reload();
  expect(await frontierOf(next)).toBeGreaterThanOrEqual(before + 6);
});

/** The first second that the server has not seen yet. */
async function frontierOf(page: Page): Promise<number> {
  return Number(await page.locator("lesson-player").getAttribute("data-frontier"));
}

function playedTo(page: Page): Promise<number> {
  return page.locator("video").evaluate((video: HTMLVideoElement) => video.currentTime);
}
