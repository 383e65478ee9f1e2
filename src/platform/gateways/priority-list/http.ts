import { env } from "#env.ts";
import { openListRegister } from "../list-register/http.ts";
import { type FindPriority, priorityKinds } from "./port.ts";

/** Asks the list of laid-off workers whether somebody is on it. Never throws: what went wrong is an outcome. */
export const findPriority: FindPriority = openListRegister(priorityKinds, () => env().PRIORITY_LIST_URL);
