import { ok, type Result, refuse } from "#kernel/result.ts";
import type { FeedbackRefusal } from "../refusals.ts";
import type { TaskFacts } from "../types/participant.ts";

/** Whether feedback may be written on a task: it was taken, nothing newer came in its place, and nobody answered it yet. */
export function decideFeedback(task: TaskFacts | null): Result<TaskFacts, FeedbackRefusal> {
  if (!task?.isTaken) return refuse({ code: "task-unknown" });
  if (task.hasLater) return refuse({ code: "task-replaced" });
  return task.hasFeedback ? refuse({ code: "task-graded-already" }) : ok(task);
}
