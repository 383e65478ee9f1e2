-- A draft of a course may lack what is still to be written; whatever is handed in, judged or sold is whole.
CREATE FUNCTION course_content_is_whole(content jsonb) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
  SELECT coalesce(
    (SELECT bool_and(coalesce(content #>> path, '') <> '')
     FROM (VALUES
       ('{title}'::text[]), ('{titleEn}'), ('{summary}'), ('{summaryEn}'), ('{description}'), ('{category}'), ('{platform}'),
       ('{mode}'), ('{level}'), ('{price}'), ('{hours}'), ('{minimumAge}'), ('{trainer,name}'), ('{trainer,about}')
     ) AS needed (path))
    AND jsonb_array_length(content -> 'outcomes') BETWEEN 3 AND 6
    AND jsonb_array_length(content -> 'syllabus') >= 1
    AND NOT jsonb_path_exists(content, '$.syllabus[*].* ? (@ == null || @ == "")'),
    false)
$$;
ALTER TABLE course_version ADD CONSTRAINT course_version_whole
  CHECK (status = 'draft' OR course_content_is_whole(content));
