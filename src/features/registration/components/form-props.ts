import type { RegistrationSummary } from "../types/summary.ts";

/** What every form of the wizard is given: its key, and what was filled in before. */
export type FormProps = { readonly commandKey: string; readonly summary: RegistrationSummary };
