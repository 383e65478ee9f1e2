import { database } from "#platform/db/client.ts";
import type { WordStanding } from "../types/search.ts";

const MOST_NEAR = 6;

type StandingRow = {
  readonly word: string;
  readonly isKnown: boolean;
  readonly near: string | null;
  readonly likeness: number | null;
};

/** Of each word, whether an offered course says it, and which words that some offered course says are like it. */
export async function findStandings(words: readonly string[]): Promise<WordStanding[]> {
  const rows = await database().$queryRaw<StandingRow[]>`
    SELECT typed.word, known.is_known AS "isKnown", near.word AS near, near.likeness
    FROM unnest(${[...words]}::text[]) WITH ORDINALITY AS typed (word, place)
      CROSS JOIN LATERAL (SELECT EXISTS (
        SELECT 1 FROM course_search s JOIN course c ON c.id = s.course_id
        WHERE c.active AND s.document @@ course_query(typed.word)) AS is_known) AS known
      LEFT JOIN LATERAL (
        SELECT v.word, similarity(v.word, typed.word) AS likeness FROM search_word v
        WHERE NOT known.is_known AND v.word % typed.word AND EXISTS (
          SELECT 1 FROM course_search s JOIN course c ON c.id = s.course_id
          WHERE c.active AND s.document @@ course_query(v.word))
        ORDER BY likeness DESC, v.word LIMIT ${MOST_NEAR}) AS near ON true
    ORDER BY typed.place, near.likeness DESC`;
  return words.map((word) => {
    const mine = rows.filter((row) => row.word === word);
    return {
      word,
      isKnown: mine[0]?.isKnown ?? false,
      near: mine.flatMap(({ near, likeness }) =>
        near === null || likeness === null ? [] : { word: near, likeness },
      ),
    };
  });
}
