import { env } from "#env.ts";
import { openListRegister } from "../list-register/http.ts";
import { aidKinds, type FindAid } from "./port.ts";

/** Asks the social-aid register what aid a household receives. Never throws: what went wrong is an outcome. */
export const findAid: FindAid = openListRegister(aidKinds, () => env().SOCIAL_AID_REGISTER_URL);
