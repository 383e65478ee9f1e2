import type { Actor } from "#authorization/actor.ts";

const homes = {
  visitor: "/",
  system: "/",
  participant: "/beranda",
  administrator: "/admin",
  auditor: "/admin",
  officer: "/dinas",
  provider: "/lembaga",
} as const;

/** The first page of this kind of actor. */
export function homeOf(actor: Actor): string {
  return homes[actor.role];
}
