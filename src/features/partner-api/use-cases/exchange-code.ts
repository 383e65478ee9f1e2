import type { Actor } from "#authorization/actor.ts";
import { addSeconds } from "#kernel/calendar.ts";
import { ok, type Result, refuseAndKeep } from "#kernel/result.ts";
import type { Work } from "#platform/db/work.ts";
import { ACCESS_SECONDS, decideOnce, REFRESH_SECONDS } from "../policy/sso.ts";
import type { SsoRefusal } from "../refusals/sso.ts";
import {
  endGrant,
  insertToken,
  lockCode,
  lockToken,
  markCodeUsed,
  markOf,
  markTokenUsed,
} from "../repository/sso.ts";
import type { ShownMark, SsoTokens } from "../types/sso.ts";

const TOKEN_BYTES = 32;

type Shown = { readonly clientCode: string; readonly secret: string };

/** Tokens for a code. A code that is shown twice ends what the first showing brought. */
export async function exchangeCode(
  work: Work<Actor>,
  { clientCode, secret }: Shown,
): Promise<Result<SsoTokens, SsoRefusal>> {
  const shown = await lockCode(work.tx, secret);
  const decision = decideOnce(shown, clientCode, work.now, "sso-code-not-valid");
  if (!decision.ok) return decision;
  const { grant, wasUsed } = decision.value;
  if (wasUsed) return endBecause(work, grant, "code-again", "sso-code-not-valid");
  await markCodeUsed(work.tx, secret, work.now);
  return ok(await issueTokens(work, grant));
}

/** New tokens for a refresh token, which is spent by it. One that is shown twice ends the person's consent. */
export async function renewTokens(
  work: Work<Actor>,
  { clientCode, secret }: Shown,
): Promise<Result<SsoTokens, SsoRefusal>> {
  const shown = await lockToken(work.tx, secret, "refresh");
  const decision = decideOnce(shown, clientCode, work.now, "sso-token-not-valid");
  if (!decision.ok) return decision;
  const { grant, wasUsed } = decision.value;
  if (wasUsed) return endBecause(work, grant, "token-again", "sso-token-not-valid");
  await markTokenUsed(work.tx, secret, work.now);
  return ok(await issueTokens(work, grant));
}

async function endBecause(
  work: Work<Actor>,
  grant: ShownMark["grant"],
  by: "code-again" | "token-again",
  code: SsoRefusal["code"],
): Promise<Result<never, SsoRefusal>> {
  await endGrant(work.tx, grant.id, { by, now: work.now });
  await work.record({ action: "end-access", subject: `sso-grant:${grant.id}`, details: { by } });
  return refuseAndKeep({ code });
}

async function issueTokens(work: Work<Actor>, grant: ShownMark["grant"]): Promise<SsoTokens> {
  const access = newSecret(work);
  const refresh = newSecret(work);
  const accessUntil = addSeconds(work.now, ACCESS_SECONDS);
  await insertToken(work.tx, {
    ...{ mark: markOf(access), grantId: grant.id },
    kind: "access",
    expiresAt: accessUntil,
  });
  await insertToken(work.tx, {
    ...{ mark: markOf(refresh), grantId: grant.id },
    kind: "refresh",
    expiresAt: addSeconds(work.now, REFRESH_SECONDS),
  });
  return {
    access_token: access,
    expires_in: String(Math.floor(accessUntil.getTime() / 1000)),
    refresh_token: refresh,
    scope: grant.scopes.join(" "),
    token_type: "Bearer",
  };
}

function newSecret(work: Work<Actor>): string {
  return Buffer.from(work.chance.bytes(TOKEN_BYTES)).toString("base64url");
}
