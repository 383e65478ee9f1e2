-- Nobody decides on a case that nobody has taken: a comparison with nothing is no "no" to the database, and the rule of
-- the fresh eyes looks at whoever has taken the case.
ALTER TABLE review_case DROP CONSTRAINT review_case_decided_by_assigned;
ALTER TABLE review_case ADD CONSTRAINT review_case_decided_by_assigned CHECK (
  decision IS NULL OR (assigned_to IS NOT NULL AND decided_by = assigned_to));
