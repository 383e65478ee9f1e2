import { z } from "zod";
import { database } from "#platform/db/client.ts";
import type { Prisma } from "#platform/db/generated/client.ts";
import type { CatalogueChoices, CourseDetail, CourseId, CourseSearch, ListedCourse } from "./types.ts";

const PAGE = 12;
const mediaSize = z.object({ bytes: z.number() });

const listed = {
  id: true,
  slug: true,
  title: true,
  titleEn: true,
  categoryCode: true,
  price: true,
  hours: true,
  seats: true,
  seatsTaken: true,
  provider: { select: { name: true } },
  platform: { select: { name: true } },
} satisfies Prisma.CourseSelect;

type ListedRow = Prisma.CourseGetPayload<{ select: typeof listed }>;

/** Courses that fit the search, by title, twelve a page; `next` is the `after` of the page that follows. */
export async function findCourses(
  search: CourseSearch,
): Promise<{ readonly items: readonly ListedCourse[]; readonly next: string | null }> {
  const last = search.after
    ? await database().course.findUnique({ where: { slug: search.after }, select: { title: true } })
    : null;
  const rows = await database().course.findMany({
    where: { AND: [{ active: true }, ...conditionsOf(search), last ? { title: { gt: last.title } } : {}] },
    orderBy: [{ title: "asc" }, { id: "asc" }],
    take: PAGE + 1,
    select: listed,
  });
  const items = rows.slice(0, PAGE).map(toListed);
  return { items, next: rows.length > PAGE ? (items.at(-1)?.slug ?? null) : null };
}

/** Every word must stand somewhere in the course or in the name of its provider. */
function conditionsOf({
  words,
  category,
  platform,
  provider,
  priceAtMost,
}: CourseSearch): Prisma.CourseWhereInput[] {
  const wordsOf = words.split(/\s+/).filter(Boolean).slice(0, 8);
  return [
    ...wordsOf.map((word): Prisma.CourseWhereInput => {
      const contains = { contains: word, mode: "insensitive" as const };
      return {
        OR: [
          { title: contains },
          { titleEn: contains },
          { summary: contains },
          { description: contains },
          { provider: { name: contains } },
        ],
      };
    }),
    category ? { categoryCode: category } : {},
    platform ? { platformSlug: platform } : {},
    provider ? { providerSlug: provider } : {},
    priceAtMost ? { price: { lte: BigInt(priceAtMost) } } : {},
  ];
}

/** One course by its slug; null when there is none. */
export async function findCourse(slug: string): Promise<CourseDetail | null> {
  const row = await database().course.findUnique({
    where: { slug },
    select: {
      ...listed,
      summary: true,
      summaryEn: true,
      description: true,
      outcomes: true,
      level: true,
      active: true,
      providerSlug: true,
      provider: { select: { name: true, city: true } },
      lessons: { select: { title: true, seconds: true, media: true }, orderBy: { position: "asc" } },
    },
  });
  if (!row) return null;
  return {
    ...toListed(row),
    summary: row.summary,
    summaryEn: row.summaryEn,
    description: row.description,
    outcomes: row.outcomes,
    level: row.level,
    isActive: row.active,
    providerSlug: row.providerSlug,
    providerCity: row.provider.city,
    lessons: row.lessons.map(({ media, ...lesson }) => ({ ...lesson, bytes: mediaSize.parse(media).bytes })),
  };
}

/** What the filters of the catalogue offer. */
export async function findCatalogueChoices(): Promise<CatalogueChoices> {
  const [categories, platforms, providers] = await Promise.all([
    database().category.findMany({ orderBy: { nameId: "asc" } }),
    database().platform.findMany({ orderBy: { name: "asc" }, select: { slug: true, name: true } }),
    database().provider.findMany({ orderBy: { name: "asc" }, select: { slug: true, name: true } }),
  ]);
  return {
    categories: categories.map(({ code, nameId, nameEn }) => ({ code, id: nameId, en: nameEn })),
    platforms,
    providers,
  };
}

function toListed(row: ListedRow): ListedCourse {
  const { slug, title, titleEn, categoryCode, price, hours } = row;
  return {
    ...{ slug, title, titleEn, categoryCode, price, hours },
    id: row.id as CourseId,
    providerName: row.provider.name,
    platformName: row.platform.name,
    seatsLeft: row.seats - row.seatsTaken,
  };
}
