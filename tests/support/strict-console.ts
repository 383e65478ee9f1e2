import { afterAll, afterEach } from "vitest";

/** Whoever complains on the console fails the test: a warning that nobody reads is a fault that nobody mends. */
const complaints: string[] = [];

for (const method of ["error", "warn"] as const) {
  console[method] = (...words: unknown[]) => {
    complaints.push(`console.${method}: ${words.map(String).join(" ")}`);
  };
}

function failOnComplaints() {
  const heard = complaints.splice(0);
  if (heard.length > 0) throw new Error(heard.join("\n"));
}

afterEach(failOnComplaints);
afterAll(failOnComplaints);
