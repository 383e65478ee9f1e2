import type { Role } from "./actor.ts";

/** The first page of each kind of actor. */
export const HOME_OF_ROLE: Readonly<Record<Role, string>> = {
  visitor: "/",
  system: "/",
  participant: "/beranda",
  administrator: "/admin",
  auditor: "/admin",
  officer: "/dinas",
  provider: "/lembaga",
  platform: "/platform",
  witness: "/saksi",
};
