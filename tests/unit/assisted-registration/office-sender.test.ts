import { describe, expect, test } from "vitest";
import { type Answer, postTo, type QueuedRecord, sendWaiting } from "#elements/office-sender.ts";
import { aDevice, aRecord } from "./device.ts";

const page = "/dinas/bantu/x/foto";
const answering = (answers: Readonly<Record<string, Answer>>) => async (record: QueuedRecord) =>
  answers[record.id] ?? ({ state: "unanswered" } as const);

describe("the queue of a device", () => {
  test("sends the oldest first, and forgets what was typed once the server has it", async () => {
    const device = aDevice([aRecord("b", { savedAt: "2026-11-24T02:00:00Z" }), aRecord("a")]);
    const sent: string[] = [];
    const post = async ({ id }: QueuedRecord): Promise<Answer> => {
      sent.push(id);
      return { state: "taken", page };
    };
    expect(await sendWaiting(device.store, "me", post)).toBe("done");
    expect(sent).toEqual(["a", "b"]);
    expect(device.records()).toMatchObject([
      { id: "b", state: "taken", page },
      { id: "a", state: "taken", page },
    ]);
    expect(device.typed()).toEqual([]);
  });

  test("keeps a refused form with its reasons, and goes on to the next", async () => {
    const device = aDevice([aRecord("a"), aRecord("b")]);
    const refused = { state: "refused", fieldErrors: { nik: "Periksa lagi." }, message: null } as const;
    await sendWaiting(device.store, "me", answering({ a: refused, b: { state: "taken", page } }));
    expect(device.records()).toMatchObject([
      { id: "a", state: "refused", errors: { nik: "Periksa lagi." } },
      { id: "b", state: "taken" },
    ]);
    expect(device.typed()).toEqual(["a"]);
  });

  test("one form without an answer holds up no other", async () => {
    const device = aDevice([aRecord("a"), aRecord("b")]);
    expect(await sendWaiting(device.store, "me", answering({ b: { state: "taken", page } }))).toBe("done");
    expect(device.records().map(({ state }) => state)).toEqual(["waiting", "taken"]);
  });

  test("three forms without an answer are a network that is gone", async () => {
    const device = aDevice(["a", "b", "c", "d"].map((id) => aRecord(id)));
    let tries = 0;
    const post = async (): Promise<Answer> => {
      tries += 1;
      return { state: "unanswered" };
    };
    expect(await sendWaiting(device.store, "me", post)).toBe("offline");
    expect(tries).toBe(3);
    expect(device.records().every(({ state }) => state === "waiting")).toBe(true);
  });

  test.each(["signed-out", "other-officer"] as const)("stops and keeps everything when %s", async (state) => {
    const device = aDevice([aRecord("a"), aRecord("b")]);
    expect(await sendWaiting(device.store, "me", async () => ({ state }))).toBe(state);
    expect(device.typed()).toEqual(["a", "b"]);
  });

  test("leaves the forms of another officer alone", async () => {
    const device = aDevice([aRecord("a", { officer: "somebody else" })]);
    await sendWaiting(device.store, "me", async () => ({ state: "taken", page }));
    expect(device.records()).toMatchObject([{ state: "waiting" }]);
  });
});

describe("an answer of the server", () => {
  const answers = (status: number, body: string) =>
    postTo("/kirim", async () => new Response(body, { status }), 1_000)(aRecord("a"), {});

  test.each([
    [200, JSON.stringify({ state: "taken", page }), "taken"],
    [200, JSON.stringify({ state: "refused", fieldErrors: {}, message: "x" }), "refused"],
    [401, "", "signed-out"],
    [409, "", "other-officer"],
    [429, JSON.stringify({ state: "unanswered" }), "unanswered"],
    [500, "<html>", "unanswered"],
    [200, JSON.stringify({ state: "taken" }), "unanswered"],
    [200, "null", "unanswered"],
  ])("%i %s is understood as %s", async (status, body, state) => {
    expect(await answers(status, body)).toMatchObject({ state });
  });

  test("a network that is slower than patience counts as none", async () => {
    const never = (_: string, { signal }: RequestInit) =>
      new Promise<Response>((_resolve, reject) => {
        signal?.addEventListener("abort", () => reject(signal.reason));
      });
    expect(await postTo("/kirim", never, 20)(aRecord("a"), {})).toEqual({ state: "unanswered" });
  });
});
