import type { AccountId, ParticipantId } from "#kernel/identifiers.ts";

export type StaffRole = "administrator" | "officer" | "provider" | "platform" | "auditor" | "witness";
export type Role = "visitor" | "participant" | StaffRole | "system";

/** Nobody is signed in. */
export type Visitor = { readonly role: "visitor" };
export type ParticipantActor = { readonly role: "participant"; readonly participantId: ParticipantId };
export type StaffActor = {
  readonly role: StaffRole;
  readonly accountId: AccountId;
  /** The provider that a provider's account speaks for. */
  readonly providerSlug: string | null;
  /** The digital platform that a platform's account speaks for. */
  readonly platformSlug: string | null;
};
/** The worker, reacting to an event or a date. */
export type SystemActor = { readonly role: "system" };

export type Actor = Visitor | ParticipantActor | StaffActor | SystemActor;

export const visitor: Visitor = { role: "visitor" };
export const system: SystemActor = { role: "system" };

/** Who did it, as the books say it. */
export function actorName(actor: Actor): string {
  switch (actor.role) {
    case "visitor":
    case "system":
      return actor.role;
    case "participant":
      return actor.participantId;
    default:
      return actor.accountId;
  }
}

/** The account of somebody who is signed in: a participant's id is their account's. */
export function accountOf(actor: ParticipantActor | StaffActor): AccountId {
  return actor.role === "participant" ? (actor.participantId as string as AccountId) : actor.accountId;
}

export function isStaff(actor: Actor): actor is StaffActor {
  return actor.role !== "visitor" && actor.role !== "participant" && actor.role !== "system";
}
