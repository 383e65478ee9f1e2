import { pathOfStep, type RegistrationStep } from "../types.ts";

/** The second half of the address, for who lives elsewhere than at the address of the KTP. */
export const DOMICILE_PATH = "/pendaftaran/domisili";

/** Where a filled page leads: on to the next one; of a sent registration, back to what is known. */
export function pathAfterPage(step: RegistrationStep): string {
  return step === "submitted" ? "/pendaftaran?tersimpan=1" : pathOfStep(step);
}
