import { isLocale } from "#i18n/messages.ts";
import type { AccountId } from "#kernel/identifiers.ts";
import type { Transaction } from "#platform/db/client.ts";
import type { Application, ApplicationContent, ApplicationId, PartnerKind } from "../types.ts";

export async function insertApplication(
  tx: Transaction,
  row: ApplicationContent & {
    readonly id: ApplicationId;
    readonly locale: string;
    readonly createdAt: Date;
  },
): Promise<void> {
  await tx.partnerApplication.create({ data: { ...row, status: "unproven" } });
}

/** Applications that this address was written to for since a moment; one after the other, so that none slips by. */
export async function countLetters(tx: Transaction, email: string, since: Date): Promise<number> {
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`partner-application:${email}`}, 0))::text`;
  return tx.partnerApplication.count({ where: { email, createdAt: { gt: since } } });
}

/** The application, locked until this transaction ends, so that it is proven and decided once. */
export async function lockApplication(tx: Transaction, id: string): Promise<Application | null> {
  await tx.$queryRaw`SELECT 1 FROM partner_application WHERE id = ${id}::uuid FOR UPDATE`;
  const row = await tx.partnerApplication.findUnique({ where: { id } });
  if (!row) return null;
  const { locale, ...rest } = row;
  return { ...rest, id: id as ApplicationId, locale: isLocale(locale) ? locale : "id" };
}

/** Whether something of this contact waits for the operator already; two that come at once come one after the other. */
export async function hasWaiting(tx: Transaction, kind: PartnerKind, email: string): Promise<boolean> {
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`partner-application:${email}`}, 0))::text`;
  return (await tx.partnerApplication.count({ where: { kind, email, status: "waiting" } })) > 0;
}

export async function markProven(tx: Transaction, id: ApplicationId, now: Date): Promise<void> {
  await tx.partnerApplication.update({ where: { id }, data: { status: "waiting", provenAt: now } });
}

export async function writeDecision(
  tx: Transaction,
  id: ApplicationId,
  decision: {
    readonly status: "approved" | "refused";
    readonly decidedAt: Date;
    readonly decidedBy: string;
    readonly reason: string;
    readonly ownerSlug?: string;
    readonly accountId?: string;
  },
): Promise<void> {
  await tx.partnerApplication.update({ where: { id }, data: decision });
}

/** Whether an organisation with this number was admitted, and whether the address has an account; admissions go one at a time. */
export async function findAdmissionFacts(
  tx: Transaction,
  { kind, legalNumber, email }: Application,
): Promise<{ readonly isNumberAdmitted: boolean; readonly hasAccount: boolean }> {
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended('partner-admission', 0))::text`;
  const admitted = await tx.partnerApplication.count({ where: { kind, legalNumber, status: "approved" } });
  const accounts = await tx.account.count({ where: { email } });
  return { isNumberAdmitted: admitted > 0, hasAccount: accounts > 0 };
}

/** The slugs of providers or platforms that begin like this one. */
export async function findTakenSlugs(
  tx: Transaction,
  kind: PartnerKind,
  base: string,
): Promise<ReadonlySet<string>> {
  const where = { slug: { startsWith: base } };
  const select = { slug: true } as const;
  const rows =
    kind === "provider"
      ? await tx.provider.findMany({ where, select })
      : await tx.platform.findMany({ where, select });
  return new Set(rows.map(({ slug }) => slug));
}

/** The row that courses and money refer to from now on. */
export async function insertPartner(
  tx: Transaction,
  slug: string,
  { kind, name, city, about, website }: Application,
): Promise<void> {
  const row = { slug, name, aboutId: about, aboutEn: about, website };
  if (kind === "provider") await tx.provider.create({ data: { ...row, city } });
  else await tx.platform.create({ data: row });
}

/** The first account of a partner. Its password is nobody's yet: the link that goes to the address sets one. */
export async function insertPartnerAccount(
  tx: Transaction,
  account: {
    readonly id: AccountId;
    readonly email: string;
    readonly displayName: string;
    readonly locale: string;
    readonly passwordHash: string;
    readonly createdAt: Date;
  },
  { kind, slug }: { readonly kind: PartnerKind; readonly slug: string },
): Promise<void> {
  const speaksFor = kind === "provider" ? { providerSlug: slug } : { platformSlug: slug };
  await tx.account.create({
    data: { ...account, ...speaksFor, role: kind, emailVerifiedAt: account.createdAt },
  });
}

export async function insertFirstLink(
  tx: Transaction,
  link: {
    readonly id: string;
    readonly accountId: AccountId;
    readonly createdAt: Date;
    readonly expiresAt: Date;
  },
): Promise<void> {
  await tx.emailToken.create({ data: { ...link, purpose: "reset_password" } });
}

/** Forgets applications that nobody confirmed; answers how many. */
export async function deleteUnproven(tx: Transaction, before: Date, limit: number): Promise<number> {
  const rows = await tx.partnerApplication.findMany({
    where: { status: "unproven", createdAt: { lt: before } },
    select: { id: true },
    take: limit,
  });
  const ids = rows.map(({ id }) => id);
  return (await tx.partnerApplication.deleteMany({ where: { id: { in: ids }, status: "unproven" } })).count;
}
