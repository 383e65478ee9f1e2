import { createHash, createHmac } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { rewritten, withoutWhiteSpace } from "#features/partner-api/policy/json-text.ts";
import { signedPath } from "#features/partner-api/policy/signed-forms.ts";
import { verifySignature, verifyStrongSignature } from "#features/partner-api/use-cases/verify-signature.ts";
import { CLIENT, foreignJson, KEY, sha1Of } from "./foreign-json.ts";

const PATH = "/api/v1/integration/payment/redeem-code/status";
const TIMESTAMP = "1698289216";

type Sent = {
  readonly body: string;
  readonly path?: string;
  readonly timestamp?: string;
  readonly authorization?: string;
};

function isAccepted(
  signature: string,
  { body, path = PATH, timestamp = TIMESTAMP, authorization }: Sent,
  keys = [KEY],
) {
  return verifySignature(keys, signature, {
    clientCode: CLIENT,
    timestamp,
    path,
    authorization: authorization ?? null,
    body: Buffer.from(body),
  });
}

describe("the published vectors", () => {
  test.each([
    [
      "943c20a8e36b6243f576404b00fffdc86411ce1f",
      "1516239022",
      "/api/v1/integration/payment/redeem-code/commit",
      '{"redeem_code":"code"}',
    ],
    [
      "f85e52568c361213c7a4c5da4bf12d0964688373",
      TIMESTAMP,
      PATH,
      '{"redeem_code":"GHOPNYXUVMT0","sequence":1}',
    ],
    [
      "54759bfbb8614dc26fa7cdedee978eb838023537",
      TIMESTAMP,
      "/api/v1/integration/oauth/url-generate",
      '{"redeem_code":"GHOPNYXUVMT0","redirect_uri":"https://lp.example/cb","email":"a@example.com","sequence":1}',
    ],
    [
      "99bfab019c0341da0adb6be29a67615a9a37fd6b",
      TIMESTAMP,
      "/api/v1/integration/oauth/url-generate",
      String.raw`{"redeem_code":"GHOPNYXUVMT0","sequence":1,"redirect_uri":"https:\/\/lp.example\/cb","email":"a@example.com"}`,
    ],
    [
      "d2504506ff03a71a064d05675405a8d852ff87db",
      TIMESTAMP,
      "/api/v1/integration/tpm/submission/status",
      '{"redeem_code":"PRAT-UJ0EEQ","scope":"uk","sequence":999}',
    ],
  ])("%s", (signature, timestamp, path, body) => {
    expect(isAccepted(signature, { body, path, timestamp })).toBe(true);
    expect(isAccepted(signature, { body: body.replace("code", "kode"), path, timestamp })).toBe(false);
    expect(isAccepted(signature, { body, path, timestamp: `${timestamp}0` })).toBe(false);
    expect(isAccepted(signature, { body, path: `${path}/`, timestamp })).toBe(false);
    expect(isAccepted(signature, { body, path, timestamp }, ["my_sign_key "])).toBe(false);
  });
});

describe("a client signs one text and its library sends another", () => {
  test.each(foreignJson)("$by", ({ sent, signed }) => {
    expect(isAccepted(sha1Of(`${CLIENT}${TIMESTAMP}POST${PATH}${signed}`), { body: sent })).toBe(true);
  });

  test.each(foreignJson)("$by: another content is never accepted", ({ sent, signed }) => {
    const other = sent.replace("AB", "AC").replace('"b": 2', '"b": 3');
    expect(other).not.toBe(sent);
    expect(isAccepted(sha1Of(`${CLIENT}${TIMESTAMP}POST${PATH}${signed}`), { body: other })).toBe(false);
  });
});

describe("the Authorization value of a payment", () => {
  const body = '{"otp":"123456"}';
  const token = "Payment abc.def";

  test("counts in the signature, and may be left out of it", () => {
    expect(
      isAccepted(sha1Of(`${CLIENT}${TIMESTAMP}POST${PATH}${token}${body}`), { body, authorization: token }),
    ).toBe(true);
    expect(
      isAccepted(sha1Of(`${CLIENT}${TIMESTAMP}POST${PATH}${body}`), { body, authorization: token }),
    ).toBe(true);
  });

  test("must be the one that was signed", () => {
    expect(
      isAccepted(sha1Of(`${CLIENT}${TIMESTAMP}POST${PATH}${token}${body}`), {
        body,
        authorization: "Payment other",
      }),
    ).toBe(false);
    expect(isAccepted(sha1Of(`${CLIENT}${TIMESTAMP}POST${PATH}${token}${body}`), { body })).toBe(false);
  });
});

describe("a signature", () => {
  const body = '{"redeem_code":"AB"}';
  const right = sha1Of(`${CLIENT}${TIMESTAMP}POST${PATH}${body}`);

  test("counts by the key before too, while a key is being changed", () => {
    expect(isAccepted(right, { body }, ["new key", KEY])).toBe(true);
    expect(isAccepted(right, { body }, ["new key"])).toBe(false);
    expect(isAccepted(right, { body }, [])).toBe(false);
  });

  test.each(["", "0", right.slice(1), `${right}0`, "z".repeat(40), `${right.slice(0, 39)}é`])(
    "%j is none",
    (signature) => {
      expect(isAccepted(signature, { body })).toBe(false);
    },
  );

  test("of a key with letters beyond ASCII is made over its UTF-8 bytes", () => {
    const key = "kunci-é-😀";
    expect(isAccepted(sha1Of(`${CLIENT}${TIMESTAMP}POST${PATH}${body}`, key), { body }, [key])).toBe(true);
  });
});

describe("the stronger scheme", () => {
  const body = '{"redeem_code": "AB"}';
  const nonce = "n0nce-0123456789";
  const hash = createHash("sha256").update(body).digest("hex");
  const lines = ["v2", CLIENT, TIMESTAMP, nonce, "POST", PATH, "", hash];
  const right = createHmac("sha256", KEY).update(lines.join("\n")).digest("hex");
  const sent = {
    clientCode: CLIENT,
    timestamp: TIMESTAMP,
    path: PATH,
    authorization: null,
    nonce,
    body: Buffer.from(body),
  };

  test("counts for the very bytes, the nonce and the moment that were signed, and for nothing else", () => {
    expect(verifyStrongSignature([KEY], right, sent)).toBe(true);
    expect(verifyStrongSignature([KEY], right, { ...sent, body: Buffer.from('{"redeem_code":"AB"}') })).toBe(
      false,
    );
    expect(verifyStrongSignature([KEY], right, { ...sent, nonce: "n0nce-9876543210" })).toBe(false);
    expect(verifyStrongSignature([KEY], right, { ...sent, timestamp: "1698289217" })).toBe(false);
    expect(verifyStrongSignature([KEY], right, { ...sent, authorization: "Payment x" })).toBe(false);
    expect(verifyStrongSignature(["other"], right, sent)).toBe(false);
  });
});

test.each([
  ["/api/v1/integration/x", "/api/v1/integration/x"],
  ["//api/v1/integration/x", "/api/v1/integration/x"],
  ["////api/v1/integration/x?y=/z", "/api/v1/integration/x"],
  ["https://portal.example//api/v1/x#y", "/api/v1/x"],
  ["/api/v1//x", "/api/v1//x"],
])("the path of %s is signed as %s", (url, path) => {
  expect(signedPath(url)).toBe(path);
});

describe("JSON is written anew without losing anything", () => {
  test("whatever the value and the indent, compact is what JSON.stringify writes", () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.integer({ min: 1, max: 4 }), (value, indent) => {
        const compact = JSON.stringify(value);
        const pretty = JSON.stringify(value, null, indent);
        expect(withoutWhiteSpace(pretty)).toBe(compact);
        expect(rewritten(pretty)).toBe(compact);
      }),
    );
  });

  test("strings keep their own white space and escapes", () => {
    expect(withoutWhiteSpace('{ "a b" :\t"c\\n \\" d" }')).toBe('{"a b":"c\\n \\" d"}');
  });

  test("a text that is no JSON passes through, and in no time however it is made", () => {
    const nasty = `"${'\\"'.repeat(32_000)}`;
    const before = performance.now();
    expect(rewritten(nasty)).toBe(nasty);
    expect(withoutWhiteSpace('{"a'.repeat(20_000))).toContain('{"a');
    expect(performance.now() - before).toBeLessThan(1_000);
  });
});
