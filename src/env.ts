import { z } from "zod";

const key = z.string().regex(/^[0-9a-f]{64}$/, "32 bytes in hexadecimal");

/** Key id -> key, as JSON; the newest id, in order of the alphabet, is used from now on. */
const keyRing = z.string().transform((text, context) => {
  const keys = z.record(z.string().regex(/^[a-z0-9]{1,8}$/), key).safeParse(JSON.parse(text));
  if (keys.success && Object.keys(keys.data).length > 0) return keys.data;
  context.addIssue({ code: "custom", message: 'JSON such as {"k1":"<64 hexadecimal digits>"}' });
  return z.NEVER;
});

const schema = z.object({
  NODE_ENV: z.enum(["development", "production", "test"]).default("production"),
  /** PostgreSQL 16 or newer. */
  DATABASE_URL: z.string().startsWith("postgres"),
  /** The portal's address as people type it, without a slash at the end. */
  APP_URL: z.url().transform((url) => url.replace(/\/$/, "")),
  PORT: z.coerce.number().int().default(3000),
  /** Signs and encrypts sessions. */
  SESSION_SECRET: z.string().min(32),
  /** Encrypts personal data. */
  FIELD_KEYS: keyRing,
  /** Signs the heads of the ledger's journal (Ed25519 seeds). A key that no longer signs may be taken out. */
  SIGNING_KEYS: keyRing,
  /** Keys the look-up hashes of NIK, phone, card and account numbers. Never changes. */
  INDEX_KEY: key,
  /** Signs links, tokens and viewing sessions. */
  TOKEN_KEY: key,
  /** smtp://user:password@host:port, or smtps:// */
  SMTP_URL: z.string().startsWith("smtp"),
  MAIL_FROM: z.string().default("Portal Prakerja (simulasi) <no-reply@portal.invalid>"),
  POPULATION_REGISTER_URL: z.url(),
  EDUCATION_REGISTER_URL: z.url(),
  SOCIAL_AID_REGISTER_URL: z.url(),
  OCCUPATION_REGISTER_URL: z.url(),
  BLACKLIST_URL: z.url(),
  PRIORITY_LIST_URL: z.url(),
  SMS_URL: z.url(),
  BANK_URL: z.url(),
  /** A folder with ind.traineddata for reading identity cards; unset: the data of the npm package. */
  KTP_READING_DATA: z
    .string()
    .optional()
    .transform((folder) => folder || undefined),
  /** file:///absolute/folder, or s3://bucket/prefix?region=...&endpoint=... with S3_ACCESS_KEY and S3_SECRET_KEY. */
  STORAGE_URL: z.string().regex(/^(file|s3):\/\//),
  S3_ACCESS_KEY: z.string().optional(),
  S3_SECRET_KEY: z.string().optional(),
  /** "1": demo people, the word "simulasi", and a programme clock that an administrator may move. */
  DEMO_MODE: z.stringbool().default(false),
  LOG_LEVEL: z.enum(["debug", "info", "warn", "error", "silent"]).default("info"),
});

export type Env = z.output<typeof schema>;
let parsed: Env | undefined;

/** The settings of this process. Throws once, at the start, with every setting that is missing or wrong. */
export function env(): Env {
  if (parsed) return parsed;
  const result = schema.safeParse(process.env);
  if (!result.success) {
    const lines = result.error.issues.map((issue) => `  ${issue.path.join(".")}: ${issue.message}`);
    throw new Error(`These settings are missing or wrong (see .env.example):\n${lines.join("\n")}`);
  }
  parsed = result.data;
  return parsed;
}
