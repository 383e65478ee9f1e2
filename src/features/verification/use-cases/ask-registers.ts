import type { HolderIdentity } from "#features/registration/types.ts";
import { blindIndex } from "#platform/db/field-encryption.ts";
import { findBar } from "#platform/gateways/blacklist/http.ts";
import { findEnrolment } from "#platform/gateways/education-register/http.ts";
import type { LookUp } from "#platform/gateways/list-register/port.ts";
import { findOccupation } from "#platform/gateways/occupation-register/http.ts";
import { compareIdentity } from "#platform/gateways/population-register/http.ts";
import { findPriority } from "#platform/gateways/priority-list/http.ts";
import { findAid } from "#platform/gateways/social-aid-register/http.ts";
import {
  type ListEntries,
  type ListRegister,
  type Register,
  type RegisterAnswers,
  registers,
} from "../types.ts";

/** Who is asked about; a phone number is nobody's business here. */
export type Subject = Omit<HolderIdentity, "phone">;

export type Answer = RegisterAnswers[Register];

const lookUps: { readonly [Name in ListRegister]: LookUp<ListEntries[Name]["kind"]> } = {
  education: findEnrolment,
  social_aid: findAid,
  occupation: findOccupation,
  blacklist: findBar,
  priority: findPriority,
};

/** Asks one register about somebody, and is told no more than that register needs; null: no answer this time. */
export async function askRegister(
  register: Register,
  reference: string,
  subject: Subject,
): Promise<Answer | null> {
  if (register === "population") {
    const { nik, familyCard, fullName, birthDate, motherName } = subject;
    const said = await compareIdentity(reference, { nik, familyCard, fullName, birthDate, motherName });
    return said.outcome === "answered" ? said.agreement : null;
  }
  const said = await lookUps[register](reference, subject.nik);
  return said.outcome === "answered" ? ({ entry: said.entry } as Answer) : null;
}

/** What each register would be asked, as keyed hashes: when one differs, only that register has to be asked anew. */
export function fingerprintsOf(subject: Subject): Readonly<Record<Register, string>> {
  const { nik, familyCard, fullName, birthDate, motherName } = subject;
  const everything = [nik, familyCard, fullName, birthDate, motherName];
  const questions = registers.map((register) => {
    const question = JSON.stringify([register, ...(register === "population" ? everything : [nik])]);
    return [register, Buffer.from(blindIndex("register-question", question)).toString("hex")] as const;
  });
  return Object.fromEntries(questions) as Record<Register, string>;
}
