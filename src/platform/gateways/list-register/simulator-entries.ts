export const registerNames = ["education", "social-aid", "occupation", "blacklist", "priority"] as const;
export type RegisterName = (typeof registerNames)[number];

/** What a list holds of one NIK; days are "YYYY-MM-DD", an entry without an end is in force. */
export type ListEntry = {
  readonly kind: string;
  readonly since: string;
  readonly until: string | null;
};

/** In force since, and until when where it ends. */
const entry = (kind: string, since: string, until: string | null = null): ListEntry => ({
  kind,
  since,
  until,
});

/**
 * The people of the demonstration by the serial of their invented NIK. Everybody else is on no list.
 * 9061 a pupil, 9062 a student until last year, 9063 a student now; 9071 gets PKH, 9072 got food aid until last year;
 * 9031 a civil servant, 9032 a soldier, 9033 left the civil service; 9041 barred for false data, 9042 no longer barred;
 * 9051 laid off, 9052 a soldier by one list and laid off by another.
 */
const bySerial: Readonly<Record<RegisterName, Readonly<Record<string, ListEntry>>>> = {
  education: {
    "9061": entry("pupil", "2024-07-15"),
    "9062": entry("student", "2021-08-01", "2025-07-31"),
    "9063": entry("student", "2024-08-01"),
  },
  "social-aid": {
    "9071": entry("family-hope", "2024-01-01"),
    "9072": entry("food", "2022-01-01", "2025-12-31"),
  },
  occupation: {
    "9031": entry("civil-servant", "2019-03-01"),
    "9032": entry("soldier", "2018-01-01"),
    "9033": entry("civil-servant", "2010-01-01", "2024-06-30"),
    "9052": entry("soldier", "2018-01-01"),
  },
  blacklist: {
    "9041": entry("false-data", "2026-01-10", "2028-01-09"),
    "9042": entry("cheating", "2022-05-01", "2024-04-30"),
  },
  priority: {
    "9051": entry("laid-off", "2026-03-01"),
    "9052": entry("laid-off", "2026-03-01"),
  },
};

export function isRegisterName(name: string): name is RegisterName {
  return registerNames.some((known) => known === name);
}

/** The entries of one register: those of the demonstration, and those that were added since it was started. */
export function entriesOf(register: RegisterName) {
  const added = new Map<string, ListEntry | null>();
  const [example = null] = Object.values(bySerial[register]);
  return {
    example,
    of(nik: string): ListEntry | null {
      const own = added.get(nik);
      return own === undefined ? (bySerial[register][nik.slice(-4)] ?? null) : own;
    },
    set(nik: string, listed: ListEntry | null): void {
      added.set(nik, listed);
    },
  };
}
