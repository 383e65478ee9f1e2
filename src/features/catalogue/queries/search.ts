import { database } from "#platform/db/client.ts";
import { Prisma } from "#platform/db/generated/client.ts";
import { correctionOf, wordsOf } from "../policy/search.ts";
import { type CourseSearch, type CourseSort, type FoundCourses, lengthRanges } from "../types/search.ts";
import type { CourseId, CourseMode, ListedCourse } from "../types.ts";
import { findStandings } from "./search-words.ts";

const PAGE = 12;
/** Counting ends here: nobody reads further, and the page costs the same with a million courses. */
const MOST_COUNTED = 200;

/**
 * Courses that fit the search, twelve a page; `next` is the `after` of the page that follows. Words are found by their
 * stems in both languages; words that no course says are taken for the nearest ones, and where no course has all of the
 * words, those with some of them are shown. Schedules count as they are at `now`.
 */
export async function findCourses(search: CourseSearch, now: Date): Promise<FoundCourses> {
  const words = wordsOf(search.words);
  const asTyped = await pageOf(search, allOf(words), now);
  if (words.length === 0 || asTyped.count > 0) {
    return { ...asTyped, answer: { kind: "as-typed" }, suggestion: null };
  }
  const correction = correctionOf(await findStandings(words));
  const meant = correction && (await pageOf(search, allOf(correction.words), now));
  const suggestion = meant && meant.count > 0 ? correction.words.join(" ") : null;
  if (meant && suggestion && correction.isCertain) {
    return { ...meant, answer: { kind: "corrected", words: suggestion }, suggestion: null };
  }
  const some = await pageOf(search, someOf(words), now);
  return { ...some, answer: { kind: some.count > 0 ? "some-words" : "as-typed" }, suggestion };
}

/** Offered courses of a category, the best rated first; for somebody who said that it interests them. */
export async function findCoursesOfInterest(category: string, now: Date): Promise<readonly ListedCourse[]> {
  const search = { ...anything, category, sort: "rating" as const };
  return (await pageOf(search, null, now)).items.slice(0, MOST_RECOMMENDED);
}

const MOST_RECOMMENDED = 3;

const anything: CourseSearch = {
  ...{ words: "", category: null, platform: null, provider: null, mode: null, length: null },
  ...{ rating: null, priceAtMost: null, sort: null, after: null },
};

const allOf = (words: readonly string[]) => joined(words, " && ");
const someOf = (words: readonly string[]) => joined(words, " || ");

function joined(words: readonly string[], by: string): Prisma.Sql | null {
  if (words.length === 0) return null;
  return Prisma.join(
    words.map((word) => Prisma.sql`course_query(${word})`),
    by,
  );
}

type FoundRow = {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  readonly titleEn: string;
  readonly categoryCode: string;
  readonly providerName: string;
  readonly platformName: string;
  readonly mode: CourseMode;
  readonly price: bigint;
  readonly hours: number;
  readonly seatsLeft: number;
  readonly nextStart: Date | null;
};

type Page = Pick<FoundCourses, "items" | "next" | "count" | "isCountBounded">;

/** The page after `after` of what fits, by one key that grows, and then by the id. */
async function pageOf(search: CourseSearch, query: Prisma.Sql | null, now: Date): Promise<Page> {
  const found = Prisma.sql`
    SELECT c.id, c.slug, c.title, ${keyOf(search.sort ?? (query ? "cocok" : "judul"), query)} AS key
    FROM course c JOIN course_search s ON s.course_id = c.id LEFT JOIN course_rating r ON r.course_id = c.id
    WHERE c.active ${conditionsOf(search)} ${query ? Prisma.sql`AND s.document @@ (${query})` : Prisma.empty}`;
  const [rows, [counted]] = await Promise.all([
    database().$queryRaw<FoundRow[]>`
      WITH found AS (${found}), last AS (SELECT key, title, id FROM found WHERE slug = ${search.after}),
      page AS (
        SELECT * FROM found
        WHERE NOT EXISTS (SELECT 1 FROM last) OR (key, title, id) > (SELECT key, title, id FROM last)
        ORDER BY key, title, id LIMIT ${PAGE + 1})
      SELECT c.id, c.slug, c.title, c.title_en AS "titleEn", c.category_code AS "categoryCode",
        p.name AS "providerName", f.name AS "platformName", c.mode::text AS mode, c.price, c.hours,
        coalesce(open.seats, 0)::int AS "seatsLeft", open.next AS "nextStart"
      FROM page JOIN course c ON c.id = page.id JOIN provider p ON p.slug = c.provider_slug
        JOIN platform f ON f.slug = c.platform_slug LEFT JOIN LATERAL (
          SELECT sum(seats - seats_taken) AS seats, min(starts_at) FILTER (WHERE seats > seats_taken) AS next
          FROM course_schedule
          WHERE course_id = c.id AND cancelled_at IS NULL AND (starts_at IS NULL OR starts_at > ${now})) AS open ON true
      ORDER BY page.key, page.title, page.id`,
    database().$queryRaw<{ readonly count: number }[]>`
      SELECT count(*)::int AS count FROM (SELECT 1 FROM (${found}) AS found LIMIT ${MOST_COUNTED + 1}) AS counted`,
  ]);
  const items = rows.slice(0, PAGE).map((row): ListedCourse => ({ ...row, id: row.id as CourseId }));
  const count = counted?.count ?? 0;
  return {
    items,
    next: rows.length > PAGE ? (items.at(-1)?.slug ?? null) : null,
    count: Math.min(count, MOST_COUNTED),
    isCountBounded: count > MOST_COUNTED,
  };
}

/** What a page is sorted by, the first one smallest. */
function keyOf(sort: CourseSort, query: Prisma.Sql | null): Prisma.Sql {
  switch (sort) {
    case "cocok":
      return query ? Prisma.sql`-ts_rank(s.document, (${query}))` : Prisma.sql`0::real`;
    case "judul":
      return Prisma.sql`0::real`;
    case "termurah":
      return Prisma.sql`c.price`;
    case "termahal":
      return Prisma.sql`-c.price`;
    case "tersingkat":
      return Prisma.sql`c.hours`;
    case "rating":
      return Prisma.sql`-coalesce(r.stars::numeric / nullif(r.reviews, 0), 0)`;
  }
}

function conditionsOf(search: CourseSearch): Prisma.Sql {
  const { category, platform, provider, mode, length, rating, priceAtMost } = search;
  const [least, most] = length ? lengthRanges[length] : [0, 0];
  const conditions = [
    category && Prisma.sql`c.category_code = ${category}`,
    platform && Prisma.sql`c.platform_slug = ${platform}`,
    provider && Prisma.sql`c.provider_slug = ${provider}`,
    mode && Prisma.sql`c.mode = ${mode}::course_mode`,
    length && Prisma.sql`c.hours BETWEEN ${least} AND ${most}`,
    rating && Prisma.sql`r.stars >= ${rating}::numeric * r.reviews`,
    priceAtMost && Prisma.sql`c.price <= ${priceAtMost}`,
  ].filter((condition) => condition instanceof Prisma.Sql);
  return conditions.length > 0 ? Prisma.sql`AND ${Prisma.join(conditions, " AND ")}` : Prisma.empty;
}
