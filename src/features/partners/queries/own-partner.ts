import type { StaffActor } from "#authorization/actor.ts";
import type { OwnPartner, OwnProvider } from "../types.ts";

/** Whom this account speaks for; null when it was not linked yet, and for all other staff. */
export function ownPartner({ role, providerSlug, platformSlug }: StaffActor): OwnPartner | null {
  const slug = role === "provider" ? providerSlug : role === "platform" ? platformSlug : null;
  return slug === null ? null : ({ kind: role, slug } as OwnPartner);
}

/** The provider that this account speaks for; null for everybody else. */
export function ownProvider(actor: StaffActor): OwnProvider | null {
  const partner = ownPartner(actor);
  return partner?.kind === "provider" ? (partner as OwnProvider) : null;
}
