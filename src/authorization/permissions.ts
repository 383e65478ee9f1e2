import type { Role } from "./actor.ts";

/**
 * The one table of rights. ":own" rights reach only rows of the actor's own participant id, which the type
 * `ParticipantId` carries into every query; all other rights reach what their words say.
 */
const table = {
  visitor: ["account:open", "catalogue:read", "certificate:check"],
  participant: [
    "account:open",
    "catalogue:read",
    "certificate:check",
    "account:own",
    "access:any",
    "registration:own",
    "test:own",
    "wave:own",
    "purchase:own",
    "training:own",
    "review:own",
    "certificate:own",
    "survey:own",
    "incentive:own",
    "notification:own",
  ],
  administrator: [
    "account:open",
    "account:staff",
    "access:any",
    "verification:review",
    "catalogue:read",
    "certificate:check",
    "wave:review",
    "wave:command",
    "draw:announce",
    "item:write",
    "item:review",
    "applicant:read",
    "membership:review",
    "money:review",
    "budget:command",
    "course:review",
    "partner:admit",
    "audit:read",
    "clock:move",
  ],
  officer: [
    "account:open",
    "account:staff",
    "access:any",
    "catalogue:read",
    "certificate:check",
    "office:read",
    "person:assist",
  ],
  provider: [
    "account:open",
    "account:staff",
    "access:any",
    "catalogue:read",
    "certificate:check",
    "provider:own",
    "partner:own",
  ],
  platform: [
    "account:open",
    "account:staff",
    "access:any",
    "catalogue:read",
    "certificate:check",
    "platform:own",
    "partner:own",
  ],
  auditor: [
    "account:open",
    "account:staff",
    "access:any",
    "catalogue:read",
    "certificate:check",
    "wave:review",
    "draw:announce",
    "money:review",
    "audit:read",
  ],
  witness: [
    "account:open",
    "account:staff",
    "access:any",
    "catalogue:read",
    "certificate:check",
    "draw:witness",
    "draw:announce",
  ],
  system: [],
} as const satisfies Record<Role, readonly string[]>;

export type Permission = (typeof table)[Role][number];

export function may(role: Role, permission: Permission): boolean {
  return (table[role] as readonly string[]).includes(permission);
}

/** Every right there is, for the matrix that a test prints and walks. */
export const permissions: readonly Permission[] = [...new Set(Object.values(table).flat())];
export const roles = Object.keys(table) as readonly Role[];
