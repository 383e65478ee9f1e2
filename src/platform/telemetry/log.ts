import { pino } from "pino";

/** The process log, as JSON lines. Personal data never goes in; these paths are a last net. */
export const log = pino({
  level: process.env.LOG_LEVEL ?? "info",
  base: undefined,
  redact: [
    "*.nik",
    "*.familyCard",
    "*.motherName",
    "*.phone",
    "*.address",
    "*.password",
    "*.number",
    "*.token",
  ],
});
