import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";

export type Ports = {
  readonly web: number;
  readonly database: number;
  readonly register: number;
  readonly bank: number;
  readonly smtp: number;
  readonly mail: number;
  readonly sms: number;
  readonly education: number;
  readonly socialAid: number;
  readonly occupation: number;
  readonly blacklist: number;
  readonly priority: number;
};

/** The web port and the eleven after it. */
export function portsFrom(web: number): Ports {
  return {
    web,
    database: web + 1,
    register: web + 2,
    bank: web + 3,
    smtp: web + 4,
    mail: web + 5,
    sms: web + 6,
    education: web + 7,
    socialAid: web + 8,
    occupation: web + 9,
    blacklist: web + 10,
    priority: web + 11,
  };
}

/** Secrets of this folder, made once and kept beside its data. */
function secretsOf(folder: string): Record<string, string> {
  const file = `${folder}/secrets.json`;
  const key = () => randomBytes(32).toString("hex");
  const kept = existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Record<string, string>) : {};
  // A secret that came with a newer version is made beside those that are there.
  const secrets = {
    SESSION_SECRET: key(),
    FIELD_KEYS: JSON.stringify({ k1: key() }),
    INDEX_KEY: key(),
    TOKEN_KEY: key(),
    SIGNING_KEYS: JSON.stringify({ s1: key() }),
    DATABASE_SECRET: key(),
    ...kept,
  };
  if (Object.keys(kept).length < Object.keys(secrets).length) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(file, JSON.stringify(secrets, null, 2), { mode: 0o600 });
  }
  return secrets;
}

/** The environment of every process of a portal on this machine; what is set outside wins. */
export function settingsFor(folder: string, ports: Ports, databaseUrl: string): NodeJS.ProcessEnv {
  return {
    NEXT_TELEMETRY_DISABLED: "1",
    DEMO_MODE: "1",
    LOG_LEVEL: "warn",
    ...secretsOf(folder),
    APP_URL: `http://localhost:${ports.web}`,
    SMTP_URL: `smtp://127.0.0.1:${ports.smtp}`,
    POPULATION_REGISTER_URL: `http://127.0.0.1:${ports.register}`,
    BANK_URL: `http://127.0.0.1:${ports.bank}`,
    SMS_URL: `http://127.0.0.1:${ports.sms}`,
    EDUCATION_REGISTER_URL: `http://127.0.0.1:${ports.education}`,
    SOCIAL_AID_REGISTER_URL: `http://127.0.0.1:${ports.socialAid}`,
    OCCUPATION_REGISTER_URL: `http://127.0.0.1:${ports.occupation}`,
    BLACKLIST_URL: `http://127.0.0.1:${ports.blacklist}`,
    PRIORITY_LIST_URL: `http://127.0.0.1:${ports.priority}`,
    STORAGE_URL: `file://${resolve(folder, "storage")}`,
    ...process.env,
    PORT: String(ports.web),
    DATABASE_URL: databaseUrl,
    NEXTAUTH_URL: process.env.APP_URL ?? `http://localhost:${ports.web}`,
    NEXTAUTH_SECRET: secretsOf(folder).SESSION_SECRET,
  };
}
