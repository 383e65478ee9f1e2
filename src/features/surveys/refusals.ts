/** Every expected "no" of this stage. */
export type SurveyRefusal =
  | { readonly code: "survey-not-scheduled" }
  | { readonly code: "survey-not-open-yet"; readonly opensAt: Date }
  | { readonly code: "survey-closed"; readonly closesAt: Date }
  | { readonly code: "survey-submitted-already" };
