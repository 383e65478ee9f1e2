import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { answerByItself } from "#front-door/own-answers.ts";
import type { ParticipantId } from "#kernel/identifiers.ts";
import { database } from "#platform/db/client.ts";
import { sessionCookie } from "#platform/web/session-cookie.ts";
import { insertPurchase } from "../../../prisma/seed/people.ts";
import { anAccount, aRecipient } from "../../support/people.ts";
import { anOpenSession } from "../../support/sessions.ts";
import { COURSE } from "../../support/trainings.ts";

let server: Server;
let origin: string;
let sari: ParticipantId;
let lesson: string;
const now = new Date();

beforeAll(async () => {
  server = createServer((request, response) => {
    void answerByItself(request.url ?? "", request, response);
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => new Promise((done) => server.close(done)));

beforeEach(async () => {
  sari = await aRecipient(now);
  const { courseId } = await insertPurchase(sari, COURSE, now);
  const first = await database().lesson.findFirstOrThrow({
    where: { courseId },
    orderBy: { position: "asc" },
  });
  lesson = first.id;
});

async function cookieOf(participantId: string): Promise<string> {
  const { token } = await anOpenSession(participantId);
  return `bahasa=id; ${sessionCookie()}=${token}`;
}

async function post(path: string, body: object | string, headers: Record<string, string> = {}) {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  const answer = await fetch(origin + path, { method: "POST", body: text, headers });
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
}

const start = async (participantId = sari) =>
  post("/tonton/mulai", { lesson }, { cookie: await cookieOf(participantId) });

test("a player starts with the session's cookie, and beats with its token alone", async () => {
  const started = await start();
  expect(started).toMatchObject({ status: 200, body: { f: 0, d: false, b: 15 } });
  const { s, t, c } = started.body;
  expect(c).toEqual(expect.any(Number));
  const beat = { s, t, n: 1, l: lesson, r: [[0, 2]] };
  expect(await post("/tonton/denyut", beat)).toMatchObject({ status: 200, body: { n: 1, f: 2, sup: false } });
  expect(await post("/tonton/denyut", { ...beat, r: [[2, 9]] })).toMatchObject({ body: { f: 2 } });
});

test("many beats at once are answered each with its own", async () => {
  const people = [await aRecipient(now), await aRecipient(now), await aRecipient(now)];
  for (const id of people) await insertPurchase(id, COURSE, now);
  const tokens = await Promise.all(people.map((id) => start(id)));
  const answers = await Promise.all(
    tokens.map(({ body: { s, t } }, index) =>
      post("/tonton/denyut", { s, t, n: index + 1, l: lesson, r: [[0, 1]] }),
    ),
  );
  expect(answers.map((answer) => [answer.body.n, answer.body.f])).toEqual([
    [1, 1],
    [2, 1],
    [3, 1],
  ]);
});

test("a wrong token, somebody else's, and one of another lesson are refused", async () => {
  const { s, t } = (await start()).body;
  const budi = await anAccount(new Date());
  const signature = String(t).split(".")[1];
  const beat = { s, n: 1, l: lesson, r: [[0, 2]] };
  for (const token of ["x", `${sari}.${"A".repeat(32)}`, `${budi}.${signature}`, `${t}x`]) {
    expect((await post("/tonton/denyut", { ...beat, t: token })).status).toBe(403);
  }
  expect((await post("/tonton/denyut", { ...beat, t, l: budi })).status).toBe(403);
  expect((await post("/tonton/denyut", { ...beat, t, s: budi })).status).toBe(403);
});

test("without a session, with a forged one, or without the training nobody starts", async () => {
  expect((await post("/tonton/mulai", { lesson })).status).toBe(403);
  expect((await post("/tonton/mulai", { lesson }, { cookie: `${sessionCookie()}=x.y.z` })).status).toBe(403);
  const budi = await anAccount(new Date());
  expect(await start(budi)).toEqual({ status: 403, body: { refusal: "training-not-redeemed" } });
});

test.each([
  ["no JSON", "{"],
  ["no whole seconds", { r: [[0.5, 2]] }],
  ["nine ranges", { r: Array.from({ length: 9 }, () => [0, 1]) }],
  ["a book", "x".repeat(10_000)],
])("%s is no beat", async (_, body) => {
  const { s, t } = (await start()).body;
  const sent = typeof body === "string" ? body : { s, t, n: 1, l: lesson, ...body };
  expect((await post("/tonton/denyut", sent)).status).toBe(400);
});
