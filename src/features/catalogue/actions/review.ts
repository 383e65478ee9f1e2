"use server";

import { defineAction } from "#platform/web/action.ts";
import { endOwnershipInput, judgeInput, ownershipInput } from "../schema/authoring.ts";
import { endOwnership } from "../use-cases/end-ownership.ts";
import { judgeCourse } from "../use-cases/judge-course.ts";
import { recordOwnership } from "../use-cases/record-ownership.ts";

export const judgeCourseAction = defineAction({
  name: "judge-course",
  permission: "course:review",
  schema: judgeInput,
  run: judgeCourse,
  fieldOf: { "course-checklist-incomplete": "checked", "course-note-missing": "note" },
  next: ({ courseId, version }) => `/admin/pelatihan/${courseId}/${version}?diputuskan=1`,
});

export const recordOwnershipAction = defineAction({
  name: "record-ownership",
  permission: "course:review",
  schema: ownershipInput,
  run: recordOwnership,
  fieldOf: {
    "ownership-platform-unknown": "platform",
    "ownership-provider-unknown": "provider",
    "ownership-stands-already": "provider",
    "ownership-began-before": "since",
    "ownership-in-future": "since",
  },
  next: ({ stopped }) => `/admin/pelatihan/kepemilikan?dicatat=${stopped}`,
});

export const endOwnershipAction = defineAction({
  name: "end-ownership",
  permission: "course:review",
  schema: endOwnershipInput,
  run: endOwnership,
  fieldOf: { "ownership-in-future": "until", "ownership-ends-before-start": "until" },
  next: () => "/admin/pelatihan/kepemilikan?berakhir=1",
});
