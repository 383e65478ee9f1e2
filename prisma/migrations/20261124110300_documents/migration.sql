-- Files of documents that no row names: written and not yet taken, or left behind by a row that went.
CREATE TABLE "unclaimed_file" (
    "storage_key" TEXT NOT NULL,
    "remove_from" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "unclaimed_file_pkey" PRIMARY KEY ("storage_key")
);

CREATE INDEX "unclaimed_file_remove_from_idx" ON "unclaimed_file"("remove_from");

-- Whoever takes a file, and however a row goes: no file of a person is ever without a row and without an entry here.
CREATE FUNCTION id_document_claims_file() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM unclaimed_file WHERE storage_key = NEW.storage_key;
  RETURN NULL;
END $$;
CREATE TRIGGER id_document_claims_file AFTER INSERT ON id_document
  FOR EACH ROW EXECUTE FUNCTION id_document_claims_file();

CREATE FUNCTION id_document_leaves_file() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO unclaimed_file (storage_key, remove_from) VALUES (OLD.storage_key, 'epoch') ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
CREATE TRIGGER id_document_leaves_file AFTER DELETE ON id_document
  FOR EACH ROW EXECUTE FUNCTION id_document_leaves_file();

-- One photo of a kind counts for a person.
CREATE UNIQUE INDEX id_document_one_counts ON id_document (participant_id, kind) WHERE replaced_at IS NULL;

-- Hints by their words, never what was read: the text of a card has no place in this column.
CREATE FUNCTION is_agreement(word jsonb) RETURNS boolean IMMUTABLE LANGUAGE sql
  RETURN coalesce(word IN ('"agrees"', '"differs"', '"unread"'), false);
ALTER TABLE id_document ADD CONSTRAINT id_document_reading_known CHECK (
  reading IS NULL OR (
    reading - ARRAY['nik', 'name', 'birthDate'] = '{}'
    AND is_agreement(reading -> 'nik') AND is_agreement(reading -> 'name') AND is_agreement(reading -> 'birthDate')
  )
);
ALTER TABLE id_document ADD CONSTRAINT id_document_quality_known CHECK (
  quality IS NULL OR quality - ARRAY['brightness', 'sharpness', 'glare', 'blue'] = '{}'
);

-- What was read was compared with what was typed then: it says nothing of what is typed anew.
CREATE FUNCTION registration_forgets_reading() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE id_document SET reading = NULL WHERE participant_id = NEW.participant_id AND reading IS NOT NULL;
  RETURN NULL;
END $$;
CREATE TRIGGER registration_forgets_reading AFTER UPDATE ON registration FOR EACH ROW
  WHEN (
    OLD.nik_index IS DISTINCT FROM NEW.nik_index
    OR OLD.full_name IS DISTINCT FROM NEW.full_name
    OR OLD.birth_date IS DISTINCT FROM NEW.birth_date
  )
  EXECUTE FUNCTION registration_forgets_reading();
