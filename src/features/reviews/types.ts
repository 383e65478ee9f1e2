/** What a person must have done before they may review. */
export type ReviewableTraining = { readonly courseId: string; readonly purchaseId: string };

export type Review = { readonly stars: number; readonly text: string; readonly createdAt: Date };

/** A course as its review page shows it. */
export type CourseToReview = {
  readonly slug: string;
  readonly title: string;
  readonly providerName: string;
  readonly completedAt: Date | null;
  readonly review: Review | null;
};

/** A review as everybody may read it, with the provider's answer. */
export type PublicReview = Review & {
  readonly id: string;
  readonly firstName: string;
  readonly answer: string | null;
};

export type ReviewAnswer = {
  readonly text: string;
  readonly answeredAt: Date;
  /** The last moment at which it may still be mended. */
  readonly mendableUntil: Date;
};

/** A review of a provider's own course, as its people see it: without its writer. */
export type ReviewToAnswer = Review & {
  readonly id: string;
  readonly courseTitle: string;
  readonly answer: ReviewAnswer | null;
};

/** All reviews of a course in two numbers. */
export type Rating = { readonly reviews: number /** 1 to 5, one decimal. */; readonly average: number };
