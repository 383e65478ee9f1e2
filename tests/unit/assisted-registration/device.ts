import type { Fields, QueuedRecord, QueueStore } from "#elements/office-sender.ts";

/** A form in the queue of the officer "me". */
export function aRecord(id: string, changes: Partial<QueuedRecord> = {}): QueuedRecord {
  return {
    id,
    officer: "me",
    initials: "S. S.",
    savedAt: "2026-11-24T01:00:00Z",
    state: "waiting",
    errors: {},
    message: null,
    page: null,
    ...changes,
  };
}

/** A device whose queue lies in memory instead of a browser's database. */
export function aDevice(begin: readonly QueuedRecord[], fields: ReadonlyMap<string, Fields> = new Map()) {
  const records = new Map(begin.map((record) => [record.id, record]));
  const typed = new Map(begin.map(({ id }) => [id, fields.get(id) ?? {}]));
  const store: QueueStore = {
    list: async () => [...records.values()],
    fieldsOf: async (id) => typed.get(id) ?? null,
    change: async (id, change) => {
      const found = records.get(id);
      if (found) records.set(id, { ...found, ...change });
    },
    clear: async (id) => {
      typed.delete(id);
    },
  };
  return { store, records: () => [...records.values()], typed: () => [...typed.keys()] };
}
