import { expect, test } from "vitest";
import { certificateNumber } from "#features/certificates/policy.ts";
import { certificateCode } from "#features/certificates/schema.ts";

test.each([
  [1n, "2026-12-31T16:59:59Z", "SIM-2026-000001"],
  [1n, "2026-12-31T17:00:00Z", "SIM-2027-000001"],
  [1_234_567n, "2026-06-01T00:00:00Z", "SIM-2026-1234567"],
])("serial %s at %s is %s: the year is that of WIB", (serial, moment, number) => {
  expect(certificateNumber(serial, new Date(moment))).toBe(number);
});

test.each(["ABCD-EFGH-JKLM", "abcdefghjklm", " ABCD EFGH JKLM "])(
  "the code is read as people type it: %s",
  (typed) => {
    expect(certificateCode.parse(typed)).toBe("ABCDEFGHJKLM");
  },
);

test.each(["", "ABCDEFGHJKL", "ABCDEFGHJKLMN", "ABCDEFGHIJKL", "ABCDEFGH0KLM", "../../etc/pwd"])(
  "%s is no code",
  (typed) => {
    expect(certificateCode.safeParse(typed).success).toBe(false);
  },
);
