import { isLocale } from "#i18n/messages.ts";
import { database } from "#platform/db/client.ts";
import type { Application, ApplicationDoubts, ApplicationId } from "../types.ts";

const PAGE = 30;

export type ApplicationRow = Pick<
  Application,
  "id" | "kind" | "name" | "city" | "status" | "provenAt" | "decidedAt"
>;

/** Applications that wait, the oldest first; or those that were decided, the newest first. Keyset over the id. */
export async function findApplications(
  list: "waiting" | "decided",
  after?: string,
): Promise<{ readonly rows: readonly ApplicationRow[]; readonly next: string | null }> {
  const waits = list === "waiting";
  const rows = await database().partnerApplication.findMany({
    where: {
      status: waits ? "waiting" : { in: ["approved", "refused"] },
      ...(after && { id: waits ? { gt: after } : { lt: after } }),
    },
    orderBy: { id: waits ? "asc" : "desc" },
    take: PAGE + 1,
    select: {
      id: true,
      kind: true,
      name: true,
      city: true,
      status: true,
      provenAt: true,
      decidedAt: true,
    },
  });
  const page = rows.slice(0, PAGE).map((row) => ({ ...row, id: row.id as ApplicationId }));
  return { rows: page, next: rows.length > PAGE ? (page.at(-1)?.id ?? null) : null };
}

/** One application; null when there is none. */
export async function findApplication(id: string): Promise<Application | null> {
  const row = await database().partnerApplication.findUnique({ where: { id } });
  if (!row) return null;
  const { locale, ...rest } = row;
  return { ...rest, id: row.id as ApplicationId, locale: isLocale(locale) ? locale : "id" };
}

/** What speaks for a second look at an application. */
export async function findDoubts({ id, kind, name, legalNumber }: Application): Promise<ApplicationDoubts> {
  const where = { name: { equals: name, mode: "insensitive" } } as const;
  const [sameNumber, sameName] = await Promise.all([
    database().partnerApplication.count({
      where: { kind, legalNumber, id: { not: id }, status: { in: ["waiting", "approved"] } },
    }),
    kind === "provider" ? database().provider.count({ where }) : database().platform.count({ where }),
  ]);
  return { sameNumber, sameName };
}
