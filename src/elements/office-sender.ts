/** What was typed, field by field. */
export type Fields = Readonly<Record<string, string>>;

/** A person's form on the officer's device. What was typed is sealed, and goes when the server has it. */
export type QueuedRecord = {
  /** Made here: the server takes a record of one id once. */
  readonly id: string;
  /** Whose record it is, as the server marked the page. */
  readonly officer: string;
  readonly initials: string;
  readonly savedAt: string;
  readonly state: "waiting" | "refused" | "taken";
  /** Field name -> sentence, of the server. */
  readonly errors: Fields;
  readonly message: string | null;
  /** Where the officer goes on with the person: photos, and the end. */
  readonly page: string | null;
};

export type QueueStore = {
  list(): Promise<readonly QueuedRecord[]>;
  /** What was typed; null when it is gone. */
  fieldsOf(id: string): Promise<Fields | null>;
  change(
    id: string,
    change: Partial<Pick<QueuedRecord, "state" | "errors" | "message" | "page">>,
  ): Promise<void>;
  /** Forgets what was typed. */
  clear(id: string): Promise<void>;
};

/** What the server said of one record; without an answer nobody knows, and the record stays. */
export type Answer =
  | { readonly state: "taken"; readonly page: string }
  | { readonly state: "refused"; readonly fieldErrors: Fields; readonly message: string | null }
  | { readonly state: "signed-out" | "other-officer" | "unanswered" };

export type Post = (record: QueuedRecord, fields: Fields) => Promise<Answer>;
export type Sent = "done" | "offline" | "signed-out" | "other-officer";

/** So many records without an answer, one after the other, and the network counts as gone. */
const SILENT = 3;

/**
 * Sends what waits, one by one, the oldest first. A record that is refused, or that stays without an answer, holds up
 * no other; one whose answer was lost is sent again later, under the same id.
 */
export async function sendWaiting(store: QueueStore, officer: string, post: Post): Promise<Sent> {
  const waiting = (await store.list())
    .filter((record) => record.state === "waiting" && record.officer === officer)
    .toSorted((one, other) => (one.savedAt < other.savedAt ? -1 : 1));
  let silent = 0;
  for (const record of waiting) {
    const fields = await store.fieldsOf(record.id);
    if (!fields) continue;
    const answer = await post(record, fields);
    if (answer.state === "signed-out" || answer.state === "other-officer") return answer.state;
    silent = answer.state === "unanswered" ? silent + 1 : 0;
    if (silent === SILENT) return "offline";
    await keepAnswer(store, record.id, answer);
  }
  return silent > 0 ? "offline" : "done";
}

async function keepAnswer(store: QueueStore, id: string, answer: Answer): Promise<void> {
  if (answer.state === "taken") {
    await store.change(id, { state: "taken", errors: {}, message: null, page: answer.page });
    await store.clear(id);
  }
  if (answer.state === "refused")
    await store.change(id, { state: "refused", errors: answer.fieldErrors, message: answer.message });
}

type Fetch = (address: string, init: RequestInit) => Promise<Response>;

/** Posts a record as JSON. A slow network counts as none. */
export function postTo(address: string, fetching: Fetch, patience: number): Post {
  return async function post(record, fields) {
    try {
      const response = await fetching(address, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ id: record.id, officer: record.officer, savedAt: record.savedAt, fields }),
        signal: AbortSignal.timeout(patience),
        redirect: "manual",
      });
      if (response.status === 401) return { state: "signed-out" };
      if (response.status === 409) return { state: "other-officer" };
      return readAnswer(await response.json());
    } catch {
      return { state: "unanswered" };
    }
  };
}

/** Only what this program understands is an answer. */
function readAnswer(body: unknown): Answer {
  if (typeof body !== "object" || body === null || !("state" in body)) return { state: "unanswered" };
  if (body.state === "taken" && "page" in body && typeof body.page === "string")
    return { state: "taken", page: body.page };
  if (body.state !== "refused") return { state: "unanswered" };
  const message = "message" in body && typeof body.message === "string" ? body.message : null;
  return { state: "refused", fieldErrors: sentencesOf("fieldErrors" in body && body.fieldErrors), message };
}

function sentencesOf(value: unknown): Fields {
  if (typeof value !== "object" || value === null) return {};
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, text]) => (typeof text === "string" ? [[name, text]] : [])),
  );
}
