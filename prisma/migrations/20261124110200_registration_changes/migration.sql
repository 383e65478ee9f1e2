-- What a person changed since the registration was sent the last time; null before it was sent at all.
ALTER TABLE "registration" ADD COLUMN "changes" TEXT[];
ALTER TABLE registration ADD CONSTRAINT registration_changes_known CHECK (
  changes <@ ARRAY['nik', 'family-card', 'birth-date', 'name', 'mother', 'situation', 'statements', 'documents', 'contact']
);
