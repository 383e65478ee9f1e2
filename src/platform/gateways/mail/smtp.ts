import { createTransport } from "nodemailer";
import { z } from "zod";
import { env } from "#env.ts";
import type { Mail, MailOutcome } from "./port.ts";

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
 * SMTP answers of 500 and more are final; everything else may pass. The reason is codes only: the server's own words
 * often repeat the address, and reasons are logged.
 */
function outcomeOf(error: unknown): MailOutcome {
  const said = smtpFault.safeParse(error);
  const { code, responseCode } = said.success ? said.data : {};
  const reason = [code, responseCode].filter(Boolean).join(" ") || "fault";
  const isFinal = responseCode !== undefined && responseCode >= 500 && responseCode < 600;
  return { outcome: isFinal ? "refused" : "unknown", reason };
}

const smtpFault = z.object({ code: z.string().optional(), responseCode: z.number().optional() });
