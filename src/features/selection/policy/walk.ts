import { drawOutcomes, type Lots, type Places, type Stratum, type Walk } from "../types.ts";

const SELECTED = drawOutcomes.indexOf("selected");
const FAMILY_CARD_FULL = drawOutcomes.indexOf("family_card_full");
const QUOTA_FULL = drawOutcomes.indexOf("quota_full");

/**
 * The result of a draw (docs/decisions/0012): one after the other in the order, whoever has a family card that is not
 * full and finds a place in the whole quota, in the province's and in the priority group's, is selected.
 */
export function walkLots(
  lots: Lots,
  order: Uint32Array,
  { strata, places }: { readonly strata: readonly Stratum[]; readonly places: Places },
): Walk {
  const free = freePlaces(strata, places);
  const families = new Uint8Array(1 + lots.crowds.reduce((most, crowd) => Math.max(most, crowd), 0));
  const ranks = new Uint32Array(strata.length);
  const stratumRanks = new Uint32Array(order.length);
  const outcomes = new Uint8Array(order.length);
  const reached = strata.map(() => ({ selected: 0, cutOff: 0 }));
  let selectedCount = 0;
  for (let index = 0; index < order.length; index += 1) {
    const position = at(order, index);
    const stratum = at(lots.strata, position);
    const crowd = at(lots.crowds, position);
    ranks[stratum] = at(ranks, stratum) + 1;
    stratumRanks[index] = at(ranks, stratum);
    const family = at(lots.taken, position) + at(families, crowd);
    if (family >= places.perFamilyCard) outcomes[index] = FAMILY_CARD_FULL;
    else if (!free.take(stratum)) outcomes[index] = QUOTA_FULL;
    else {
      outcomes[index] = SELECTED;
      selectedCount += 1;
      goOn(reached, stratum, at(ranks, stratum));
      // The crowd 0 stands for all family cards that never become full.
      if (crowd > 0) families[crowd] = at(families, crowd) + 1;
    }
  }
  return { stratumRanks, outcomes, selectedCount, reached };
}

function goOn(reached: { selected: number; cutOff: number }[], stratum: number, rank: number): void {
  const soFar = reached[stratum];
  if (!soFar) return;
  soFar.selected += 1;
  soFar.cutOff = rank;
}

/** By position: as how many-eth it was selected, from 1; 0 for whoever was not. */
export function turnsOfSelected(order: Uint32Array, outcomes: Uint8Array): Uint32Array {
  const turns = new Uint32Array(order.length);
  let turn = 0;
  for (let index = 0; index < order.length; index += 1) {
    if (outcomes[index] !== SELECTED) continue;
    turn += 1;
    turns[order[index] ?? 0] = turn;
  }
  return turns;
}

/** The places that are left. A wave with quotas of provinces has none for a province without one. */
function freePlaces(strata: readonly Stratum[], { quota, provinces, groups }: Places) {
  const provinceCodes = [...new Set(strata.map(({ provinceCode }) => provinceCode))];
  const priorities = [...new Set(strata.map(({ priority }) => priority))];
  const ofProvince = provinceCodes.map((code) => (provinces.size === 0 ? quota : (provinces.get(code) ?? 0)));
  const ofGroup = priorities.map((priority) => groups.get(priority) ?? quota);
  const provinceOf = strata.map(({ provinceCode }) => provinceCodes.indexOf(provinceCode));
  const groupOf = strata.map(({ priority }) => priorities.indexOf(priority));
  let left = quota;
  return {
    /** Takes a place for this stratum; false when there is none. */
    take(stratum: number): boolean {
      const [province, group] = [at(provinceOf, stratum), at(groupOf, stratum)];
      const [inProvince, inGroup] = [at(ofProvince, province), at(ofGroup, group)];
      if (left <= 0 || inProvince <= 0 || inGroup <= 0) return false;
      left -= 1;
      ofProvince[province] = inProvince - 1;
      ofGroup[group] = inGroup - 1;
      return true;
    },
  };
}

/** A number that is there. */
function at(numbers: ArrayLike<number>, index: number): number {
  return numbers[index] ?? 0;
}
