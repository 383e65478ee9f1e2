import type { NikRefusal } from "#kernel/nik.ts";

/** Every expected "no" of this stage. */
export type RegistrationRefusal =
  | NikRefusal
  | { readonly code: "kk-not-16-digits" | "kk-unknown-region" | "kk-impossible-date" }
  | { readonly code: "registration-birth-date-ahead" }
  | { readonly code: "registration-too-young"; readonly age: number }
  | { readonly code: "nik-registered" }
  | { readonly code: "registration-phone-taken" }
  | { readonly code: "registration-no-contact" }
  | { readonly code: "registration-step-locked" }
  | { readonly code: "registration-submitted" }
  | { readonly code: "registration-village-unknown" }
  | { readonly code: "registration-domicile-unknown" }
  | { readonly code: "registration-category-unknown" }
  | { readonly code: "registration-excluded-occupation" }
  | { readonly code: "registration-in-education" }
  | { readonly code: "registration-incomplete" };
