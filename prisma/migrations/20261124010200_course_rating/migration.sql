-- The sum of a course's reviews, kept with each review, so that no page counts them.
CREATE TABLE "course_rating" (
    "course_id" UUID NOT NULL,
    "reviews" INTEGER NOT NULL,
    "stars" INTEGER NOT NULL,

    CONSTRAINT "course_rating_pkey" PRIMARY KEY ("course_id")
);
ALTER TABLE course_rating ADD CONSTRAINT course_rating_course_id_fkey FOREIGN KEY (course_id) REFERENCES course (id);
ALTER TABLE course_rating ADD CONSTRAINT course_rating_stars CHECK (reviews > 0 AND stars BETWEEN reviews AND 5 * reviews);
