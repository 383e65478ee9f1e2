import type { StaffActor } from "#authorization/actor.ts";
import type { CourseDraft } from "#features/catalogue/schema/draft.ts";
import type { CourseContent } from "#features/catalogue/schema.ts";
import { qualityPoints } from "#features/catalogue/types/authoring.ts";
import { judgeCourse } from "#features/catalogue/use-cases/judge-course.ts";
import { submitCourse } from "#features/catalogue/use-cases/submit-course.ts";
import { writeCourse } from "#features/catalogue/use-cases/write-course.ts";
import type { AccountId } from "#kernel/identifiers.ts";
import { inOneTransaction } from "#platform/db/work.ts";

export const now = new Date("2026-11-24T03:00:00Z");
export const OURS = "balai-karya-sentana";
export const THEIRS = "bengkel-belajar-obeng";

const account = "0198b0c0-0000-7000-8000-00000000000";
export const provider: StaffActor = {
  ...{ role: "provider", accountId: `${account}1` as AccountId, providerSlug: OURS, platformSlug: null },
};
export const stranger: StaffActor = {
  ...{ role: "provider", accountId: `${account}2` as AccountId, providerSlug: THEIRS, platformSlug: null },
};
export const operator: StaffActor = {
  ...{ role: "administrator", accountId: `${account}3` as AccountId, providerSlug: null, platformSlug: null },
};

export const flowers: CourseContent = {
  ...{ title: "Merangkai Bunga Meja", titleEn: "Table Flower Arranging" },
  summary: "Merangkai bunga segar untuk meja tamu dan acara kecil.",
  summaryEn: "Arrange fresh flowers for tables and small events.",
  description: "Dari memilih bunga sampai menghitung harga jual.",
  outcomes: ["Memilih bunga", "Menyusun rangkaian", "Menghitung harga jual"],
  ...{ category: "kreatif", platform: "rakit-bisa", mode: "face_to_face", price: 600_000, hours: 8 },
  ...{ level: "dasar", minimumAge: 18, minimumEducation: null, sampleLesson: null },
  trainer: { name: "Sari Puspita", about: "Perangkai bunga untuk gedung pertemuan." },
  syllabus: [{ title: "Hari pertama", text: "Memilih dan merawat bunga potong." }],
};

type Written = {
  readonly courseId?: string | null;
  readonly content?: CourseDraft;
  readonly handsIn?: boolean;
};

export function write(
  { courseId = null, content = flowers, handsIn = false }: Written = {},
  actor: StaffActor = provider,
) {
  return inOneTransaction(actor, (work) => writeCourse(work, { courseId, content, handsIn }), { now });
}

export function submit(courseId: string, actor: StaffActor = provider) {
  return inOneTransaction(actor, (work) => submitCourse(work, { courseId }), { now });
}

type Judged = {
  readonly version?: number;
  readonly decision?: "approve" | "return";
  readonly checked?: readonly string[];
  readonly note?: string | null;
};

export function judge(courseId: string, judged: Judged = {}) {
  const input = { version: 1, decision: "approve" as const, checked: qualityPoints, note: null, ...judged };
  return inOneTransaction(operator, (work) => judgeCourse(work, { courseId, ...input }), { now });
}

/** A course that a provider wrote, and that waits. */
export async function submitted(content: CourseContent = flowers): Promise<string> {
  const written = await write({ content });
  if (!written.ok) throw new Error(written.refusal.code);
  const handedIn = await submit(written.value.courseId);
  if (!handedIn.ok) throw new Error(handedIn.refusal.code);
  return written.value.courseId;
}

/** The same, approved and sold. */
export async function sold(content: CourseContent = flowers): Promise<string> {
  const courseId = await submitted(content);
  const judged = await judge(courseId);
  if (!judged.ok) throw new Error(judged.refusal.code);
  return courseId;
}
