-- Someone who cannot or will not watch finishes a lesson by its text: from this moment on they read.
ALTER TABLE watch_progress ADD COLUMN reading_since timestamptz(3);
ALTER TABLE watch_progress ADD CONSTRAINT watch_progress_completed_by
  CHECK ((completed_at IS NULL) = (completed_by IS NULL) AND completed_by IN ('video', 'transcript'));
ALTER TABLE watch_progress ADD CONSTRAINT watch_progress_reading
  CHECK (completed_by IS DISTINCT FROM 'transcript' OR reading_since IS NOT NULL);
