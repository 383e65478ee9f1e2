import { createHmac } from "node:crypto";

export const KEY = "my_sign_key";
export const CLIENT = "myclient_code";

export function sha1Of(message: string, key = KEY): string {
  return createHmac("sha1", key).update(message, "utf8").digest("hex");
}

export type Written = {
  /** The library and what it does. */
  readonly by: string;
  /** The bytes on the wire. */
  readonly sent: string;
  /** The text that the client put into its signature. */
  readonly signed: string;
};

/**
 * The same notes, `Rapi & <teliti> — "5/5" = 100% 'bagus' + é 😀`, as the libraries of the field write them. Each line was
 * written down from the library's own output; where two differ, the client signs one text and sends another.
 */
export const foreignJson: readonly Written[] = [
  {
    by: "Node, JSON.stringify",
    sent: String.raw`{"redeem_code":"AB","notes":"Rapi & <teliti> — \"5/5\" = 100% 'bagus' + é 😀"}`,
    signed: String.raw`{"redeem_code":"AB","notes":"Rapi & <teliti> — \"5/5\" = 100% 'bagus' + é 😀"}`,
  },
  {
    by: "Node, JSON.stringify with two spaces, signed compact",
    sent: '{\n  "redeem_code": "AB",\n  "sequence": 1\n}',
    signed: '{"redeem_code":"AB","sequence":1}',
  },
  {
    by: "Go, json.Marshal",
    sent: String.raw`{"redeem_code":"AB","notes":"Rapi \u0026 \u003cteliti\u003e — \"5/5\" = 100% 'bagus' + é 😀"}`,
    signed: String.raw`{"redeem_code":"AB","notes":"Rapi \u0026 \u003cteliti\u003e — \"5/5\" = 100% 'bagus' + é 😀"}`,
  },
  {
    by: "Go, signed by json.Marshal and sent by an encoder without HTML escapes and with its line end",
    sent: `{"redeem_code":"AB","notes":"Rapi & <teliti>"}\n`,
    signed: String.raw`{"redeem_code":"AB","notes":"Rapi \u0026 \u003cteliti\u003e"}`,
  },
  {
    by: "Go, line separators",
    sent: '{"redeem_code":"AB","notes":"satu\u2028dua & tiga"}',
    signed: String.raw`{"redeem_code":"AB","notes":"satu\u2028dua \u0026 tiga"}`,
  },
  {
    by: "PHP, json_encode",
    sent: String.raw`{"redeem_code":"AB","redirect_uri":"https:\/\/lp.example\/cb","notes":"\u00e9 \ud83d\ude00"}`,
    signed: String.raw`{"redeem_code":"AB","redirect_uri":"https:\/\/lp.example\/cb","notes":"\u00e9 \ud83d\ude00"}`,
  },
  {
    by: "PHP, JSON_PRETTY_PRINT sent, json_encode signed",
    sent: '{\n    "redeem_code": "AB",\n    "redirect_uri": "https:\\/\\/lp.example\\/cb"\n}',
    signed: String.raw`{"redeem_code":"AB","redirect_uri":"https:\/\/lp.example\/cb"}`,
  },
  {
    by: "PHP, json_encode sent by an HTTP library, JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE signed",
    sent: String.raw`{"redeem_code":"AB","redirect_uri":"https:\/\/lp.example\/cb","notes":"\u00e9 \ud83d\ude00"}`,
    signed: '{"redeem_code":"AB","redirect_uri":"https://lp.example/cb","notes":"é 😀"}',
  },
  {
    by: "Python, requests(json=...) sent, json.dumps with separators=(',', ':') signed",
    sent: String.raw`{"redeem_code": "AB", "notes": "Rapi, \"5/5\": \u00e9 \ud83d\ude00", "sequence": 1}`,
    signed: String.raw`{"redeem_code":"AB","notes":"Rapi, \"5/5\": \u00e9 \ud83d\ude00","sequence":1}`,
  },
  {
    by: "Python, requests(json=...) sent, ensure_ascii=False signed",
    sent: String.raw`{"redeem_code": "AB", "notes": "\u00e9 \ud83d\ude00"}`,
    signed: '{"redeem_code":"AB","notes":"é 😀"}',
  },
  {
    by: "Python, json.dumps with its default separators, signed as sent",
    sent: '{"redeem_code": "AB", "sequence": 1}',
    signed: '{"redeem_code": "AB", "sequence": 1}',
  },
  {
    by: "Ruby, to_json",
    sent: `{"redeem_code":"AB","notes":"Rapi & <teliti> 'bagus' é 😀","sequence":1}`,
    signed: `{"redeem_code":"AB","notes":"Rapi & <teliti> 'bagus' é 😀","sequence":1}`,
  },
  {
    by: "Ruby on Rails, ActiveSupport to_json",
    sent: String.raw`{"redeem_code":"AB","notes":"Rapi \u0026 \u003cteliti\u003e"}`,
    signed: '{"redeem_code":"AB","notes":"Rapi & <teliti>"}',
  },
  {
    by: "Java, Jackson",
    sent: String.raw`{"redeem_code":"AB","notes":"Rapi & <teliti> \"5/5\"","url_file":null}`,
    signed: String.raw`{"redeem_code":"AB","notes":"Rapi & <teliti> \"5/5\"","url_file":null}`,
  },
  {
    by: "Java, Jackson with ESCAPE_NON_ASCII sent, plain signed",
    sent: String.raw`{"redeem_code":"AB","notes":"\u00E9 \uD83D\uDE00"}`,
    signed: '{"redeem_code":"AB","notes":"é 😀"}',
  },
  {
    by: "Java, Gson sent, disableHtmlEscaping signed",
    sent: String.raw`{"redeem_code":"AB","notes":"Rapi \u0026 \u003cteliti\u003e \u003d \u0027bagus\u0027"}`,
    signed: `{"redeem_code":"AB","notes":"Rapi & <teliti> = 'bagus'"}`,
  },
  {
    by: "Java, Gson, signed as sent",
    sent: String.raw`{"redeem_code":"AB","notes":"a\u003db \u0026 c"}`,
    signed: String.raw`{"redeem_code":"AB","notes":"a\u003db \u0026 c"}`,
  },
  {
    by: ".NET, System.Text.Json",
    sent: String.raw`{"redeem_code":"AB","notes":"Rapi \u0026 \u003Cteliti\u003E \u0027bagus\u0027 \u002B \u00E9 \uD83D\uDE00 \u00225/5\u0022"}`,
    signed: String.raw`{"redeem_code":"AB","notes":"Rapi \u0026 \u003Cteliti\u003E \u0027bagus\u0027 \u002B \u00E9 \uD83D\uDE00 \u00225/5\u0022"}`,
  },
  {
    by: ".NET, System.Text.Json sent, UnsafeRelaxedJsonEscaping signed",
    sent: String.raw`{"redeem_code":"AB","notes":"Rapi \u0026 \u0027bagus\u0027 \u002B \u00E9 \u00225/5\u0022"}`,
    signed: String.raw`{"redeem_code":"AB","notes":"Rapi & 'bagus' + é \"5/5\""}`,
  },
  {
    by: ".NET, a body with a byte order mark, signed without it",
    sent: '\uFEFF{"redeem_code":"AB","sequence":1}',
    signed: '{"redeem_code":"AB","sequence":1}',
  },
  {
    by: "anything, numbers larger than a double and written with fractions",
    sent: '{ "redeem_code": "AB", "amount": 12345678901234567890, "sequence": 1.0, "x": 1e2 }',
    signed: '{"redeem_code":"AB","amount":12345678901234567890,"sequence":1.0,"x":1e2}',
  },
  {
    by: "anything, keys that look like numbers, and a key twice",
    sent: '{ "b": 1, "1": "x", "0": "y", "b": 2 }',
    signed: '{"b":1,"1":"x","0":"y","b":2}',
  },
];
