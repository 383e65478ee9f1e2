-- How an item was answered day by day, so that one which suddenly became easy, as if it were known, can be told.

-- CreateTable
CREATE TABLE "test_item_day" (
    "item_id" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "answers" INTEGER NOT NULL,
    "right" INTEGER NOT NULL,
    "quick_right" INTEGER NOT NULL,

    CONSTRAINT "test_item_day_pkey" PRIMARY KEY ("item_id","day")
);

-- AddForeignKey
ALTER TABLE "test_item_day" ADD CONSTRAINT "test_item_day_item_id_fkey" FOREIGN KEY ("item_id") REFERENCES "test_item"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE test_item_day ADD CONSTRAINT test_item_day_counts CHECK (
  answers > 0 AND "right" BETWEEN 0 AND answers AND quick_right BETWEEN 0 AND "right");
