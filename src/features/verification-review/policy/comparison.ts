import type { NameComparison } from "#kernel/name-comparison.ts";
import { maskNik } from "#kernel/nik.ts";
import { type Compared, type ComparedDatum, type Comparison, comparedData } from "../types.ts";

/**
 * What was typed beside what the card and the register say. Of the numbers only as much as tells people apart, and
 * nothing that stands on no photo, until the reviewer asks for all of it.
 */
export function compareData(compared: Compared, showsAll: boolean): readonly Comparison[] {
  return comparedData.map((datum) => ({
    datum,
    typed: showsAll ? compared.typed[datum] : partOf(datum, compared.typed[datum]),
    onCard: onCard(datum, compared.card),
    inRegister: compared.register && inRegister(datum, compared.register),
  }));
}

function partOf(datum: ComparedDatum, typed: string): string | null {
  if (datum === "nik") return maskNik(typed);
  return datum === "name" || datum === "birth" ? typed : null;
}

function onCard(datum: ComparedDatum, card: Compared["card"]): Comparison["onCard"] {
  if (!card) return null;
  if (datum === "nik") return card.nik;
  if (datum === "name") return card.name;
  return datum === "birth" ? card.birthDate : null;
}

function inRegister(datum: ComparedDatum, register: NonNullable<Compared["register"]>): NameComparison {
  if (!register.exists) return "different";
  switch (datum) {
    case "nik":
      return "same";
    case "name":
      return register.name;
    case "birth":
      return register.birthDate ? "same" : "different";
    case "family-card":
      return register.familyCard ? "same" : "different";
    default:
      return register.mother ? "same" : "different";
  }
}
