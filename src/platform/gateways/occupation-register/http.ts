import { env } from "#env.ts";
import { excludedOccupations } from "#kernel/occupation.ts";
import { openListRegister } from "../list-register/http.ts";
import type { FindOccupation } from "./port.ts";

/** Asks the registers of public service whether somebody has an occupation that excludes. Never throws: what went wrong is an outcome. */
export const findOccupation: FindOccupation = openListRegister(
  excludedOccupations,
  () => env().OCCUPATION_REGISTER_URL,
);
