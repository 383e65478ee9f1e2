-- AlterTable
ALTER TABLE "watch_clock" ADD COLUMN     "former_bank" DOUBLE PRECISION,
ADD COLUMN     "former_sequence" INTEGER,
ADD COLUMN     "former_session_id" UUID,
ADD COLUMN     "former_until" TIMESTAMPTZ(3);

-- What the session before may still spend is known whole or not at all, and is never less than nothing.
ALTER TABLE watch_clock ADD CONSTRAINT watch_clock_former
  CHECK (num_nulls(former_session_id, former_sequence, former_bank, former_until) IN (0, 4) AND former_bank >= 0);
ALTER TABLE watch_clock ADD CONSTRAINT watch_clock_former_is_another CHECK (former_session_id <> session_id);
