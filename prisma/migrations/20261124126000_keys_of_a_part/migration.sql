-- A part of a wave has the same wave in every row. Keys that begin with it compare sixteen equal bytes before they come to
-- what differs, millions of times while they are made: what differs stands first.
ALTER TABLE "draw_leaf" DROP CONSTRAINT "draw_leaf_pkey",
ADD CONSTRAINT "draw_leaf_pkey" PRIMARY KEY ("position", "wave_id");
DROP INDEX "draw_leaf_wave_id_participant_id_key";
CREATE UNIQUE INDEX "draw_leaf_participant_id_wave_id_key" ON "draw_leaf"("participant_id", "wave_id");

ALTER TABLE "draw_place" DROP CONSTRAINT "draw_place_pkey",
ADD CONSTRAINT "draw_place_pkey" PRIMARY KEY ("position", "wave_id");
DROP INDEX "draw_place_wave_id_rank_key";
CREATE UNIQUE INDEX "draw_place_rank_wave_id_key" ON "draw_place"("rank", "wave_id");
