import type { Fields, QueuedRecord, QueueStore } from "#elements/office-sender.ts";

const NAME = "bantu-pendaftaran";
const RECORDS = "records";
const SEALED = "sealed";
const KEYS = "keys";
const ALGORITHM = "AES-GCM";

type Sealed = { readonly iv: Uint8Array<ArrayBuffer>; readonly bytes: ArrayBuffer };

export type OfficeStore = QueueStore & {
  put(record: QueuedRecord, fields: Fields): Promise<void>;
  remove(id: string): Promise<void>;
};

/**
 * The queue in this browser. What was typed is sealed with a key that never leaves the browser: it can be used here,
 * and read by nobody.
 */
export async function openOfficeStore(): Promise<OfficeStore> {
  const database = await open();
  const key = await keyIn(database);
  return {
    list: async () => await ask<QueuedRecord[]>(database, RECORDS, "readonly", (rows) => rows.getAll()),
    fieldsOf: async (id) => {
      const sealed = await ask<Sealed | undefined>(database, SEALED, "readonly", (rows) => rows.get(id));
      return sealed ? unseal(key, sealed) : null;
    },
    put: async (record, fields) => {
      const sealed = await seal(key, fields);
      const transaction = database.transaction([RECORDS, SEALED], "readwrite");
      transaction.objectStore(SEALED).put(sealed, record.id);
      transaction.objectStore(RECORDS).put(record);
      await finished(transaction);
    },
    change: async (id, change) => {
      const found = await ask<QueuedRecord | undefined>(database, RECORDS, "readonly", (rows) =>
        rows.get(id),
      );
      if (found) await ask(database, RECORDS, "readwrite", (rows) => rows.put({ ...found, ...change }));
    },
    clear: async (id) => {
      await ask(database, SEALED, "readwrite", (rows) => rows.delete(id));
    },
    remove: async (id) => {
      const transaction = database.transaction([RECORDS, SEALED], "readwrite");
      transaction.objectStore(SEALED).delete(id);
      transaction.objectStore(RECORDS).delete(id);
      await finished(transaction);
    },
  };
}

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME, 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore(RECORDS, { keyPath: "id" });
      request.result.createObjectStore(SEALED);
      request.result.createObjectStore(KEYS);
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/** The key of this browser. Two pages that make one at once agree: the first that was kept counts. */
async function keyIn(database: IDBDatabase): Promise<CryptoKey> {
  const read = () => ask<CryptoKey | undefined>(database, KEYS, "readonly", (keys) => keys.get("one"));
  const kept = await read();
  if (kept) return kept;
  const made = await crypto.subtle.generateKey({ name: ALGORITHM, length: 256 }, false, [
    "encrypt",
    "decrypt",
  ]);
  await ask(database, KEYS, "readwrite", (keys) => keys.add(made, "one")).catch(() => {});
  return (await read()) ?? made;
}

async function seal(key: CryptoKey, fields: Fields): Promise<Sealed> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const text = new TextEncoder().encode(JSON.stringify(fields));
  return { iv, bytes: await crypto.subtle.encrypt({ name: ALGORITHM, iv }, key, text) };
}

async function unseal(key: CryptoKey, { iv, bytes }: Sealed): Promise<Fields> {
  const text = await crypto.subtle.decrypt({ name: ALGORITHM, iv }, key, bytes);
  return JSON.parse(new TextDecoder().decode(text));
}

function ask<Value>(
  database: IDBDatabase,
  store: string,
  mode: IDBTransactionMode,
  question: (rows: IDBObjectStore) => IDBRequest<Value> | IDBRequest,
): Promise<Value> {
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(store, mode);
    const request = question(transaction.objectStore(store));
    transaction.oncomplete = () => resolve(request.result);
    transaction.onabort = () => reject(transaction.error ?? request.error);
  });
}

function finished(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error);
  });
}
