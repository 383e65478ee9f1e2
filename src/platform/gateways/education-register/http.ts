import { env } from "#env.ts";
import { openListRegister } from "../list-register/http.ts";
import { educationKinds, type FindEnrolment } from "./port.ts";

/** Asks the education register whether somebody is, or was, in formal education. Never throws: what went wrong is an outcome. */
export const findEnrolment: FindEnrolment = openListRegister(
  educationKinds,
  () => env().EDUCATION_REGISTER_URL,
);
