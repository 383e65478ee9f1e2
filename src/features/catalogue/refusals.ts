/** Every expected "no" of this stage. Money is written out. */

export type ContentRefusal =
  | { readonly code: "course-too-short"; readonly minimum: number }
  | { readonly code: "course-price-above-balance"; readonly balance: string }
  | { readonly code: "course-price-above-ceiling"; readonly ceiling: string; readonly hourly: string }
  | { readonly code: "course-sample-unknown"; readonly lessons: number }
  | { readonly code: "course-mode-has-schedules"; readonly schedules: number }
  | { readonly code: "course-category-unknown" }
  | { readonly code: "course-platform-unknown" };

export type ConflictRefusal = {
  readonly code: "course-conflict";
  readonly platform: string;
  readonly provider: string;
  readonly ground: string;
};

export type VersionRefusal =
  | ContentRefusal
  | ConflictRefusal
  | { readonly code: "course-unknown" }
  | { readonly code: "course-in-review" }
  | { readonly code: "course-not-a-draft" }
  | { readonly code: "course-incomplete"; readonly missing: number }
  | { readonly code: "course-not-submitted" }
  | { readonly code: "course-checklist-incomplete"; readonly missing: number }
  | { readonly code: "course-note-missing" };

export type ScheduleRefusal =
  | { readonly code: "schedule-course-unknown" }
  | { readonly code: "schedule-stands-already" }
  | { readonly code: "schedule-start-missing" }
  | { readonly code: "schedule-end-missing" }
  | { readonly code: "schedule-starts-too-soon" }
  | { readonly code: "schedule-ends-before-start" }
  | { readonly code: "schedule-too-long" }
  | { readonly code: "schedule-place-missing" }
  | { readonly code: "schedule-address-not-valid" }
  | { readonly code: "schedule-unknown" }
  | { readonly code: "schedule-cancelled-before" }
  | { readonly code: "schedule-has-begun" };

export type OwnershipRefusal =
  | { readonly code: "ownership-platform-unknown" }
  | { readonly code: "ownership-provider-unknown" }
  | { readonly code: "ownership-stands-already" }
  | { readonly code: "ownership-began-before" }
  | { readonly code: "ownership-in-future" }
  | { readonly code: "ownership-unknown" }
  | { readonly code: "ownership-ends-before-start" };
