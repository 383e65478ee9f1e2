-- A provider looks at the latest purchases of its courses, however many there are.
CREATE INDEX "purchase_course_id_purchased_at_idx" ON "purchase" ("course_id", "purchased_at");
