/** The pages that stay open once the registration was sent: life goes on. The others say who somebody is. */
export const amendablePages = ["address", "situation", "phone", "statements"] as const;

/** What may have changed in a registration that was sent before. */
export const registrationData = [
  "nik",
  "family-card",
  "birth-date",
  "name",
  "mother",
  "situation",
  "statements",
  "documents",
  "contact",
] as const;
export type RegistrationDatum = (typeof registrationData)[number];
