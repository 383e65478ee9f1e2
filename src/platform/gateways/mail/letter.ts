import { env } from "#env.ts";
import type { Locale } from "#i18n/messages.ts";

export type Letter = {
  readonly locale: Locale;
  readonly subject: string;
  readonly greeting: string;
  readonly paragraphs: readonly string[];
  /** One thing to do: a path of this portal, and the words on the button. */
  readonly action?: { readonly path: string; readonly label: string };
  /** Who writes, and that nobody reads answers. */
  readonly closing: readonly string[];
};

/** The address of a page of this portal, as it stands in a letter or a QR code. */
export function portalAddress(path: string): string {
  return `${env().APP_URL}${path}`;
}

/** The letter as plain text and as simple HTML without pictures or remote parts. */
export function writeLetter(letter: Letter): { readonly text: string; readonly html: string } {
  const link = letter.action && portalAddress(letter.action.path);
  const text = [
    letter.greeting,
    ...letter.paragraphs,
    ...(letter.action ? [`${letter.action.label}:\n${link}`] : []),
    `-- \n${letter.closing.join("\n")}`,
  ].join("\n\n");
  return { text: `${text}\n`, html: htmlOf(letter, link) };
}

function htmlOf(
  { locale, subject, greeting, paragraphs, action, closing }: Letter,
  link: string | undefined,
): string {
  const block = (sentence: string) => `<p style="margin:0 0 16px">${escaped(sentence)}</p>`;
  const button =
    action && link
      ? `<p style="margin:24px 0"><a href="${escaped(link)}" style="background:#0e5257;color:#ffffff;display:inline-block;padding:12px 20px;font-weight:bold;border-radius:0 12px 0 12px">${escaped(action.label)}</a></p><p style="margin:0 0 16px;word-break:break-all">${escaped(link)}</p>`
      : "";
  return `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(subject)}</title></head><body style="margin:0;background:#f7f5ef;color:#1a2233;font:17px/1.6 system-ui,sans-serif"><div style="max-width:36rem;margin:0 auto;padding:24px"><div style="background:#ffffff;border-top:6px solid #f0a62f;padding:24px"><h1 style="font-size:22px;line-height:1.3;margin:0 0 16px">${escaped(subject)}</h1>${[greeting, ...paragraphs].map(block).join("")}${button}</div><p style="margin:16px 0;color:#4b5364;font-size:16px">${closing.map(escaped).join("<br>")}</p></div></body></html>`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
