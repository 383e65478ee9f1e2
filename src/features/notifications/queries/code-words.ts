import type { CodeReader } from "#features/account/types.ts";
import { translatorFor } from "#i18n/sentences.ts";
import { signToken } from "#platform/db/token.ts";
import { writeLetter } from "#platform/gateways/mail/letter.ts";
import type { CodeToSend } from "#platform/one-time-code/delivery.ts";

export type CodeLetter = { readonly subject: string; readonly text: string; readonly html: string };

/** The short message of a code. Who has an account already is warned instead, and reads no digits. */
export function codeMessage(
  { purpose, digits }: CodeToSend,
  { locale, standing, isChange }: CodeReader,
): string {
  const translate = translatorFor(locale, "notifications");
  if (standing === "has-untaken-account") return translate(`codes.sms.${standing}`);
  if (standing === "has-account") return translate(`codes.sms.${isChange ? "wanted" : standing}`);
  return translate(`codes.sms.${isChange ? "change" : purpose}`, { digits });
}

/** The letter of a code, or the warning. It greets nobody by name: a sign-up's name was typed by anybody. */
export function codeLetter(code: CodeToSend, reader: CodeReader): CodeLetter {
  const translate = translatorFor(reader.locale, "notifications");
  const { subject, paragraphs, action } = wordsOf(code, reader);
  const letter = writeLetter({
    locale: reader.locale,
    subject,
    greeting: translate("codes.greeting"),
    paragraphs,
    action,
    closing: [translate("letter.sender"), translate("letter.warning")],
  });
  return { subject, ...letter };
}

type Words = {
  readonly subject: string;
  readonly paragraphs: readonly string[];
  readonly action?: { readonly path: string; readonly label: string };
};

function wordsOf({ codeId, digits }: CodeToSend, { locale, standing, isChange }: CodeReader): Words {
  const translate = translatorFor(locale, "notifications");
  switch (standing) {
    case "has-account": {
      const warning = `links.${isChange ? "wanted" : "registered_again"}` as const;
      return {
        subject: translate(`${warning}.subject`),
        paragraphs: [translate(`${warning}.text`), translate(`${warning}.otherwise`)],
        action: { path: "/masuk", label: translate(`${warning}.action`) },
      };
    }
    case "has-untaken-account":
      return {
        subject: translate("codes.untaken.subject"),
        paragraphs: [translate("codes.untaken.text"), translate("codes.email.ignore")],
        action: { path: "/ambil-alih", label: translate("codes.untaken.action") },
      };
    case "newcomer":
      return {
        subject: translate("codes.signUp.subject", { digits }),
        paragraphs: [
          translate("codes.signUp.text", { digits }),
          translate("codes.signUp.link"),
          translate("codes.email.ignore"),
        ],
        action: {
          path: `/verifikasi-email?id=${codeId}&t=${signToken("verify_email", codeId)}`,
          label: translate("codes.signUp.action"),
        },
      };
    case "holder":
      return {
        subject: translate("codes.email.subject", { digits }),
        paragraphs: [
          translate(isChange ? "codes.email.change" : "codes.email.text", { digits }),
          translate("codes.email.ignore"),
        ],
      };
  }
}
