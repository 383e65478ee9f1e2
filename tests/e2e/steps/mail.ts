import { expect } from "@playwright/test";

type Letter = {
  readonly to: readonly { readonly address: string }[];
  readonly subject: string;
  readonly text: string;
};

/** The catcher's page listens beside its SMTP port. */
const catcher = `http://127.0.0.1:${Number(new URL(process.env.SMTP_URL ?? "smtp://127.0.0.1:3004").port) + 1}`;

/** The newest letter to this address whose text matches; waits for it. */
export async function letterTo(address: string, text: RegExp): Promise<Letter> {
  let found: Letter | undefined;
  await expect(async () => {
    found = (await lettersTo(address, text)).at(-1);
    expect(found, `a letter to ${address} like ${text}`).toBeDefined();
  }).toPass({ timeout: 30_000, intervals: [300, 700, 1_500] });
  if (!found) throw new Error("no letter");
  return found;
}

/** The letters to this address so far whose text matches, the newest last. */
export async function lettersTo(address: string, text: RegExp): Promise<readonly Letter[]> {
  const answer = await fetch(`${catcher}/api/email`);
  const letters = (await answer.json()) as Letter[];
  return letters.filter(
    (letter) =>
      letter.to.some((to) => to.address === address) && text.test(`${letter.subject}\n${letter.text}`),
  );
}

/** Every letter that was caught, whole. */
export async function allLetters(): Promise<readonly string[]> {
  const answer = await fetch(`${catcher}/api/email`);
  return ((await answer.json()) as object[]).map((letter) => JSON.stringify(letter));
}

/** Every short message's text, without the number that it went to. */
export async function allShortMessages(): Promise<readonly string[]> {
  const answer = await fetch(`${process.env.SMS_URL}/_messages`);
  const read = (await answer.json()) as
    | { readonly text: string }[]
    | { readonly messages: { readonly text: string }[] };
  return (Array.isArray(read) ? read : read.messages).map(({ text }) => text);
}
