import { expect, type Locator, type Page, type Request } from "@playwright/test";

type Answers = Readonly<Record<string, string | readonly string[] | { readonly file: Buffer }>>;

/** Fills the fields of the page by their names, whatever kind they are. */
export async function fill(page: Page, answers: Answers): Promise<void> {
  for (const [name, answer] of Object.entries(answers)) {
    const field = page.locator(`main [name="${name}"]`).first();
    if (typeof answer === "object" && "file" in answer) {
      await field.setInputFiles({ name: "ktp.jpg", mimeType: "image/jpeg", buffer: answer.file });
      continue;
    }
    const type = await field.evaluate((element) =>
      element instanceof HTMLSelectElement ? "select" : element.getAttribute("type"),
    );
    if (type === "select") await field.selectOption(String(answer));
    else if (type === "radio" || type === "checkbox")
      await page.locator(`main [name="${name}"][value="${answer}"]`).check();
    else await field.fill(String(answer));
  }
}

/**
 * Presses a button, or follows a link, and waits for the server's answer; where that is a page, until it is shown. A next
 * step sent earlier would meet this one's navigation. (On pages of the staff a script may send the form: what it asked for
 * is done once the answer begins.) A page that waits loads itself again: that is no answer to a form that was sent.
 */
export async function press(button: Locator): Promise<void> {
  const page = button.page();
  const isSent = await button.evaluate(sendsForm);
  const shown = page.waitForEvent("domcontentloaded").catch(() => null);
  const [answer] = await Promise.all([
    page.waitForResponse((response) => isStep(response.request(), isSent)),
    button.click(),
  ]);
  if (answer.request().isNavigationRequest()) await shown;
}

/** Whether pressing it sends a form; one with an address of its own only asks for a page. */
function sendsForm(element: Element): boolean {
  const form = element instanceof HTMLButtonElement ? element.form : null;
  if (!form) return false;
  return form.method === "post" || !form.getAttribute("action")?.startsWith("/");
}

/** A page that is asked for, or a form that is sent; not what a player or a picture asks for meanwhile. */
function isStep(request: Request, isSent: boolean): boolean {
  const isTold = request.isNavigationRequest() || "next-action" in request.headers();
  return isTold && (!isSent || request.method() === "POST");
}

/** Presses the button of a form and waits for the page that follows. */
export async function send(page: Page, button: string | RegExp, next?: string | RegExp): Promise<void> {
  await press(page.locator("main").getByRole("button", { name: button }).first());
  if (next) await expect(page).toHaveURL(next, { timeout: 20_000 });
}

/** Presses the submit button of the only form on the page, or of the one that holds the named field. */
export async function sendFormOf(page: Page, field: string, next: string | RegExp): Promise<void> {
  await press(page.locator(`main form:has([name="${field}"]) button[type=submit]`).first());
  await expect(page).toHaveURL(next, { timeout: 20_000 });
}

/** Opens a page; once more when the page that is left loaded itself again at that moment, as one that waits does. */
export async function visit(page: Page, address: string): Promise<void> {
  await page.goto(address).catch((error: Error) => {
    if (!error.message.includes("ERR_ABORTED")) throw error;
    return page.goto(address);
  });
}

/** Loads the page again until it says this: the worker does its part behind it. */
export async function waitUntilPageSays(page: Page, address: string, text: string | RegExp): Promise<void> {
  await expect(async () => {
    await page.goto(address);
    await expect(page.locator("main")).toContainText(text, { timeout: 500 });
  }).toPass({ timeout: 60_000, intervals: [500, 1_000, 2_000] });
}
