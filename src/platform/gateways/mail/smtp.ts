import { createTransport } from "nodemailer";
import { z } from "zod";
import { env } from "#env.ts";
import type { Bounce, Mail, MailOutcome } from "./port.ts";

/** Milliseconds to reach the server, to hear its greeting, and between two of its answers. */
const PATIENCE = { connectionTimeout: 5_000, greetingTimeout: 5_000, socketTimeout: 10_000 };

/** Hands one letter to the mail server. Never throws: what went wrong is an outcome. */
export async function sendMail(mail: Mail): Promise<MailOutcome> {
  const transport = createTransport({ url: env().SMTP_URL, ...PATIENCE });
  try {
    await transport.sendMail({
      from: env().MAIL_FROM,
      to: mail.to,
      subject: mail.subject,
      text: mail.text,
      html: mail.html,
      headers: { "Auto-Submitted": "auto-generated" },
      ...(mail.mark ? { messageId: `<${mail.mark}@${new URL(env().APP_URL).hostname}>` } : {}),
    });
    return { outcome: "sent" };
  } catch (error) {
    return outcomeOf(error);
  } finally {
    transport.close();
  }
}

/**
 * SMTP answers of 500 and more to a recipient or a letter are final; everything else may pass, a refused sign-in of ours
 * among it. The reason is codes only: the server's own words often repeat the address, and reasons are logged.
 */
function outcomeOf(error: unknown): MailOutcome {
  const said = smtpFault.safeParse(error);
  const { code, command, responseCode = 0, response = "" } = said.success ? said.data : {};
  const reason = [code, responseCode].filter(Boolean).join(" ") || "fault";
  if (command !== "RCPT TO" && command !== "DATA") return { outcome: "unknown", reason };
  const bounce = bounceOf(responseCode, response);
  if (responseCode >= 500) return { outcome: "refused", reason, bounce };
  return bounce === "mailbox-full" ? { outcome: "unknown", reason, bounce } : { outcome: "unknown", reason };
}

/** RFC 3463: x.2.2 is a full box, x.1.x speaks of the address; a server without such codes has only its number (RFC 5321). */
function bounceOf(responseCode: number, response: string): Bounce {
  const [, detail] = /^\d{3}[ -]\d\.(\d+\.\d+)/.exec(response) ?? [];
  if (detail === "2.2" || (!detail && [452, 552].includes(responseCode))) return "mailbox-full";
  const isAddress = detail ? detail.startsWith("1.") : [550, 551, 553].includes(responseCode);
  return isAddress ? "address-unknown" : "not-possible";
}

const smtpFault = z.object({
  code: z.string().optional(),
  command: z.string().optional(),
  responseCode: z.number().optional(),
  response: z.string().optional(),
});
