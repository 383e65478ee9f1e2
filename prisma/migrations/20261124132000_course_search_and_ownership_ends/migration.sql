-- Why a schedule was called off, and why an ownership was taken to be over.
ALTER TABLE course_schedule ADD COLUMN "cancel_reason" TEXT;
ALTER TABLE platform_ownership ADD COLUMN "end_ground" TEXT, ADD COLUMN "ended_by" UUID;
ALTER TABLE course_schedule ADD CONSTRAINT course_schedule_cancelled_with_reason CHECK (cancel_reason IS NULL OR cancelled_at IS NOT NULL);
ALTER TABLE platform_ownership ADD CONSTRAINT platform_ownership_end CHECK ((end_ground IS NULL) OR until IS NOT NULL);
-- One ownership of a pair stands at a time, and one version of a course is being written or judged.
CREATE UNIQUE INDEX platform_ownership_standing ON platform_ownership (platform_slug, provider_slug) WHERE until IS NULL;
CREATE UNIQUE INDEX course_version_open ON course_version (course_id) WHERE status IN ('draft', 'submitted');

-- Searching: Indonesian and English word stems without accents, and trigrams for words that are misspelt.
CREATE EXTENSION IF NOT EXISTS unaccent;
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE TEXT SEARCH CONFIGURATION portal_indonesian (COPY = indonesian);
ALTER TEXT SEARCH CONFIGURATION portal_indonesian ALTER MAPPING FOR hword, hword_part, word WITH unaccent, indonesian_stem;
CREATE TEXT SEARCH CONFIGURATION portal_english (COPY = english);
ALTER TEXT SEARCH CONFIGURATION portal_english ALTER MAPPING FOR hword, hword_part, word WITH unaccent, english_stem;

CREATE TABLE "course_search" (
    "course_id" UUID NOT NULL,
    "document" tsvector NOT NULL,

    CONSTRAINT "course_search_pkey" PRIMARY KEY ("course_id")
);
CREATE TABLE "search_word" (
    "word" TEXT NOT NULL,

    CONSTRAINT "search_word_pkey" PRIMARY KEY ("word")
);
CREATE INDEX "course_search_document_idx" ON "course_search" USING GIN ("document");
CREATE INDEX "search_word_word_idx" ON "search_word" USING GIN ("word" gin_trgm_ops);
ALTER TABLE "course_search" ADD CONSTRAINT "course_search_course_id_fkey" FOREIGN KEY ("course_id") REFERENCES "course"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- A text by its stems in its language, and by its words as they stand, whose beginnings can be typed.
CREATE FUNCTION course_document(told text, told_en text) RETURNS tsvector LANGUAGE sql STABLE AS $$
  SELECT to_tsvector('portal_indonesian', told) || to_tsvector('portal_english', told_en)
    || to_tsvector('simple', unaccent(told || ' ' || told_en))
$$;

-- What a course says, weighted: its title, then what one learns, then who offers it, then everything else.
CREATE FUNCTION refresh_course_search(refreshed uuid) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  said record;
BEGIN
  SELECT c.title, c.title_en,
    concat_ws(' ', c.summary, array_to_string(c.outcomes, ' ')) AS gist, c.summary_en AS gist_en,
    concat_ws(' ', g.name_id, p.name, p.city, c.trainer_name) AS around, concat_ws(' ', g.name_en, f.name) AS around_en,
    concat_ws(' ', c.description, (SELECT string_agg(concat_ws(' ', s ->> 'title', s ->> 'text'), ' ') FROM jsonb_array_elements(c.syllabus) AS s)) AS rest
  INTO said
  FROM course c JOIN category g ON g.code = c.category_code JOIN provider p ON p.slug = c.provider_slug
    JOIN platform f ON f.slug = c.platform_slug
  WHERE c.id = refreshed;
  INSERT INTO course_search (course_id, document) VALUES (refreshed,
    setweight(course_document(said.title, said.title_en), 'A') || setweight(course_document(said.gist, said.gist_en), 'B')
    || setweight(course_document(said.around, said.around_en), 'C') || setweight(course_document(said.rest, ''), 'D'))
  ON CONFLICT (course_id) DO UPDATE SET document = excluded.document;
  -- Also the root that a word ends with ("jahit" of "menjahit"), which people type as it is.
  INSERT INTO search_word (word)
  SELECT word FROM (
    SELECT word.lexeme AS word FROM unnest(to_tsvector('simple', unaccent(concat_ws(' ', said.title, said.title_en, said.gist, said.gist_en, said.around, said.around_en)))) AS word
    UNION
    SELECT root.lexeme FROM unnest(to_tsvector('portal_indonesian', concat_ws(' ', said.title, said.gist))) AS root
      JOIN unnest(to_tsvector('simple', unaccent(concat_ws(' ', said.title, said.gist)))) AS word ON right(word.lexeme, length(root.lexeme)) = root.lexeme) AS told
  WHERE word ~ '^[a-z]{3,40}$'
  ON CONFLICT DO NOTHING;
END $$;

CREATE FUNCTION course_is_searchable() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM refresh_course_search(NEW.id);
  RETURN NULL;
END $$;
CREATE TRIGGER course_is_searchable AFTER INSERT OR UPDATE OF title, title_en, summary, summary_en, description, outcomes,
  category_code, provider_slug, platform_slug, trainer_name, syllabus ON course FOR EACH ROW EXECUTE FUNCTION course_is_searchable();
CREATE FUNCTION courses_around_are_searchable() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM refresh_course_search(c.id) FROM course c
  WHERE c.category_code = to_jsonb(NEW) ->> 'code' OR c.provider_slug = to_jsonb(NEW) ->> 'slug' OR c.platform_slug = to_jsonb(NEW) ->> 'slug';
  RETURN NULL;
END $$;
CREATE TRIGGER category_is_searchable AFTER UPDATE OF name_id, name_en ON category FOR EACH ROW EXECUTE FUNCTION courses_around_are_searchable();
CREATE TRIGGER provider_is_searchable AFTER UPDATE OF name, city ON provider FOR EACH ROW EXECUTE FUNCTION courses_around_are_searchable();
CREATE TRIGGER platform_is_searchable AFTER UPDATE OF name ON platform FOR EACH ROW EXECUTE FUNCTION courses_around_are_searchable();
SELECT refresh_course_search(id) FROM course;

-- A word that was typed, as a question to the index: its stem in either language, or the beginning of a word. A stem is
-- never taken for a beginning: "melati" has the stem "lat", which "pelatihan" begins with.
CREATE FUNCTION course_query(typed text) RETURNS tsquery LANGUAGE sql STABLE AS $$
  SELECT to_tsquery('portal_indonesian', quote_literal(typed)) || to_tsquery('portal_english', quote_literal(typed))
    || to_tsquery('simple', quote_literal(typed) || CASE WHEN length(typed) < 3 THEN '' ELSE ':*' END)
$$;
