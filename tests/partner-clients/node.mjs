// A partner's client as one would write it from docs/partners.md, with what Node brings along and nothing else.
//   node node.mjs provider | platform      (settings in the environment, answers of people on standard input)
import { createHmac } from "node:crypto";
import { createInterface } from "node:readline";

const { BASE_URL, CLIENT_CODE, SIGN_KEY } = process.env;
const answers = createInterface({ input: process.stdin })[Symbol.asyncIterator]();

function say(line) {
  process.stdout.write(`${line}\n`);
}

async function call(path, payload, authorization) {
  const body = JSON.stringify(payload);
  const timestamp = String(Math.floor(Date.now() / 1000));
  const raw = `${CLIENT_CODE}${timestamp}POST${path}${authorization ?? ""}${body}`;
  const signature = createHmac("sha1", SIGN_KEY).update(raw).digest("hex");
  const headers = { "content-type": "application/json", client_code: CLIENT_CODE, signature, timestamp };
  if (authorization) headers.Authorization = authorization;
  const response = await fetch(BASE_URL + path, { method: "POST", headers, body });
  const answer = await response.json();
  say(`STEP ${path.split("/").slice(4).join("/")} ${response.status} ${JSON.stringify(answer)}`);
  if (!answer.success) throw new Error(`${answer.code}: ${answer.message}`);
  return answer.data;
}

async function ask(question) {
  say(`ASK ${question}`);
  return (await answers.next()).value;
}

async function provider() {
  const { REDEEM_CODE: redeem_code, CALLBACK: redirect_uri } = process.env;
  const api = "/api/v1/integration";
  await call(`${api}/payment/redeem-code/reset`, { redeem_code });
  await call(`${api}/payment/redeem-code/status`, { redeem_code, sequence: 1 });
  const { url } = await call(`${api}/oauth/url-generate`, {
    redeem_code,
    sequence: 1,
    redirect_uri,
    email: "peserta@example.com",
  });
  await ask(`presence ${url}`);
  const { attendance_status } = await call(`${api}/payment/redeem-code/status`, { redeem_code, sequence: 1 });
  if (attendance_status !== 1) throw new Error("the participant was not present");
  const task = { redeem_code, scope: "tpm", sequence: 1 };
  await call(`${api}/tpm/submission`, { ...task, url_file: "https://lp.example/tugas/é 1.pdf?a=1&b=2" });
  await call(`${api}/tpm/feedback/submission`, { ...task, notes: "Bagus <sekali> & rapi" });
  await call(`${api}/tpm/submission/status`, task);
}

async function platform() {
  const {
    PRAKERJA_ID,
    COURSE_CODE: course_code,
    SCHEDULE_CODE: schedule_code,
    AMOUNT,
    INVOICE_CODE,
  } = process.env;
  const api = "/api/v1/integration/payment";
  await call(`${api}/quota-schedule`, { course_code, schedule_code });
  const { payment_token } = await call(`${api}/send-otp`, {
    prakerja_id: PRAKERJA_ID,
    user_platform_id: "pengguna/17",
    course_code,
    schedule_code,
    amount: Number(AMOUNT),
  });
  const otp = await ask("otp");
  const bought = await call(
    `${api}/authorize`,
    { otp, invoice_url: `https://platform.example/invoice/${INVOICE_CODE}`, invoice_code: INVOICE_CODE },
    `Payment ${payment_token}`,
  );
  await call(`${api}/status`, { invoice_code: INVOICE_CODE });
  await call(`${api}/void`, { invoice_code: INVOICE_CODE, transaction_code: bought.transaction_code });
}

await { provider, platform }[process.argv[2]]();
say("DONE");
process.exit(0);
