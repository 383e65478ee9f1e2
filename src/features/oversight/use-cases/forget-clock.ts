import { forgetProgrammeTime } from "#platform/db/clock.ts";

/** Lets this process ask for the programme's time anew, once the move is committed. */
export async function forgetClock(): Promise<void> {
  forgetProgrammeTime();
}
