import { env } from "#env.ts";
import { openListRegister } from "../list-register/http.ts";
import { blacklistKinds, type FindBar } from "./port.ts";

/** Asks the blacklist whether somebody is barred, why, and until when. Never throws: what went wrong is an outcome. */
export const findBar: FindBar = openListRegister(blacklistKinds, () => env().BLACKLIST_URL);
