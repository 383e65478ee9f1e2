import { expect, test } from "vitest";
import { changedData } from "#features/registration/policy/changes.ts";

const before = {
  nik: "1275015705009101",
  familyCard: "1275010101159101",
  birthDate: "2000-05-17",
  gender: "female",
  fullName: "Sari Simulasi",
  birthPlace: "Binjai",
  motherName: "Siti Rahma",
  phone: "+6281300009301",
  villageCode: "12.75.02.1001",
  address: "Jalan Melati 12",
  domicile: null,
  dependants: 1,
  statements: { version: 1, employment: "unemployed", otherAid: false },
};

test.each([
  ["nothing", { fullName: "Sari Simulasi", motherName: "Siti Rahma" }, []],
  ["the NIK", { nik: "1275015705009102" }, ["nik"]],
  ["the family card", { familyCard: "1275010101159102" }, ["family-card"]],
  ["the birth date, and the NIK with it", { nik: "1", birthDate: "2000-05-18" }, ["nik", "birth-date"]],
  ["the name", { fullName: "Sari Ayu Simulasi" }, ["name"]],
  ["the mother's name", { motherName: "Siti Rahmah" }, ["mother"]],
  ["the birth place, which nobody compares", { birthPlace: "Medan" }, []],
  ["the phone", { phone: "+6281300009302" }, ["contact"]],
  ["the street", { villageCode: "12.75.02.1001", address: "Jalan Mawar 1" }, ["contact"]],
  [
    "where somebody lives",
    { domicile: { villageCode: "12.75.02.1002", address: "Jalan Mawar 1" } },
    ["contact"],
  ],
  ["the situation", { dependants: 2 }, ["situation"]],
  ["the statements", { statements: { version: 1, employment: "laid-off", otherAid: false } }, ["statements"]],
  [
    "the order of the statements only",
    { statements: { otherAid: false, employment: "unemployed", version: 1 } },
    [],
  ],
  ["an answer that was not given before", { reason: "Saya ingin bekerja di kantor." }, ["situation"]],
])("changing %s is told", (_, answers, told) => {
  expect(changedData(before, answers)).toEqual(told);
});
