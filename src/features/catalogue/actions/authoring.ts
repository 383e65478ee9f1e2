"use server";

import { defineAction } from "#platform/web/action.ts";
import { cancelScheduleInput, courseInput, scheduleInput, writeCourseInput } from "../schema/authoring.ts";
import { addSchedule } from "../use-cases/add-schedule.ts";
import { cancelSchedule } from "../use-cases/cancel-schedule.ts";
import { submitCourse } from "../use-cases/submit-course.ts";
import { writeCourse } from "../use-cases/write-course.ts";

export const writeCourseAction = defineAction({
  name: "write-course",
  permission: "provider:own",
  limit: { points: 60, seconds: 600 },
  schema: writeCourseInput,
  run: writeCourse,
  fieldOf: {
    "course-too-short": "hours",
    "course-price-above-balance": "price",
    "course-price-above-ceiling": "price",
    "course-sample-unknown": "sampleLesson",
    "course-mode-has-schedules": "mode",
    "course-category-unknown": "category",
    "course-platform-unknown": "platform",
    "course-conflict": "platform",
  },
  next: ({ courseId }, { handsIn }) =>
    `/lembaga/pelatihan/${courseId}?${handsIn ? "diajukan" : "tersimpan"}=1`,
});

export const submitCourseAction = defineAction({
  name: "submit-course",
  permission: "provider:own",
  schema: courseInput,
  run: submitCourse,
  next: ({ courseId }) => `/lembaga/pelatihan/${courseId}?diajukan=1`,
});

export const addScheduleAction = defineAction({
  name: "add-schedule",
  permission: "provider:own",
  limit: { points: 60, seconds: 600 },
  schema: scheduleInput,
  run: addSchedule,
  fieldOf: {
    "schedule-start-missing": "startsAt",
    "schedule-starts-too-soon": "startsAt",
    "schedule-end-missing": "endsAt",
    "schedule-ends-before-start": "endsAt",
    "schedule-too-long": "endsAt",
    "schedule-place-missing": "place",
    "schedule-address-not-valid": "place",
  },
  next: ({ courseId }) => `/lembaga/pelatihan/${courseId}/jadwal?ditambah=1`,
});

export const cancelScheduleAction = defineAction({
  name: "cancel-schedule",
  permission: "provider:own",
  schema: cancelScheduleInput,
  run: cancelSchedule,
  next: ({ courseId }) => `/lembaga/pelatihan/${courseId}/jadwal?dibatalkan=1`,
});
