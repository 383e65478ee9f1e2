import type { Day } from "#kernel/calendar.ts";
import { blindIndex, encryptField } from "#platform/db/field-encryption.ts";
import type { Identity } from "../types.ts";

// How the pages of the form lie in the row: what identifies is encrypted, what is looked up is hashed beside it.

export type Personal = {
  readonly fullName: string;
  readonly birthPlace: string;
  readonly motherName: string;
  readonly phone: string;
};

export type Situation = {
  readonly education: string;
  readonly maritalStatus: string;
  readonly dependants: number;
  readonly employment: string;
  readonly disability: string;
  readonly wantedCategory: string;
  readonly reason: string;
};

export type Where = { readonly villageCode: string; readonly address: string };

export function identityColumns(who: Identity) {
  return {
    nikCipher: encryptField(who.nik),
    nikIndex: blindIndex("nik", who.nik),
    familyCardCipher: encryptField(who.familyCard),
    familyCardIndex: blindIndex("family-card", who.familyCard),
    birthDate: dateOf(who.birthDate),
    gender: who.gender,
  };
}

export function personalColumns(who: Omit<Personal, "phone"> & { readonly phone?: string }) {
  return {
    fullName: who.fullName,
    birthPlace: who.birthPlace,
    motherNameCipher: encryptField(who.motherName),
    phoneCipher: who.phone ? encryptField(who.phone) : null,
    phoneIndex: who.phone ? blindIndex("phone", who.phone) : null,
  };
}

export function addressColumns({ villageCode, address }: Where) {
  return {
    addressCipher: encryptField(address),
    provinceCode: villageCode.slice(0, 2),
    regencyCode: villageCode.slice(0, 5),
    districtCode: villageCode.slice(0, 8),
    villageCode,
  };
}

export function domicileColumns(domicile: Where | null) {
  return {
    domicileCipher: domicile && encryptField(domicile.address),
    domicileVillage: domicile?.villageCode ?? null,
  };
}

export function situationColumns(answers: Situation) {
  const { education, maritalStatus, dependants, employment, disability, wantedCategory, reason } = answers;
  return { education, maritalStatus, dependants, employment, disability, wantedCategory, reason };
}

function dateOf(day: Day): Date {
  return new Date(`${day}T00:00:00Z`);
}
