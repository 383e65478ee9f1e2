import type { AddressInfo } from "node:net";
import { createServer, type Socket } from "node:net";

/** A letter as it came over the wire, readable again. */
export type SunkLetter = { readonly to: string; readonly text: string };

const answers = {
  accept: "250 yes",
  refuse: "550 nobody here",
  busy: "451 come back",
  full: "552 no room",
  "full for now": "452 4.2.2 no room today",
  forbidden: "554 5.7.1 not from you",
} as const;

export type SmtpSink = {
  readonly url: string;
  readonly letters: SunkLetter[];
  /** What every address is told. */
  mode: keyof typeof answers;
  close(): Promise<void>;
};

/** A mail server of the fewest words (RFC 5321) that keeps what it is handed. */
export async function startSmtpSink(): Promise<SmtpSink> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
    socket.on("error", () => socket.destroy());
    converse(socket, sink);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const sink: SmtpSink = {
    url: `smtp://127.0.0.1:${port}`,
    letters: [],
    mode: "accept",
    close: () => {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
  return sink;
}

function converse(socket: Socket, sink: SmtpSink): void {
  let heard = "";
  let to: string | undefined;
  let isData = false;
  socket.write("220 sink\r\n");
  socket.on("data", (chunk) => {
    heard += chunk.toString("latin1");
    for (let said = next(); said !== null; said = next()) socket.write(`${answer(said)}\r\n`);
  });

  /** The next line, or the letter up to its lone dot; null while it is not all there. */
  function next(): string | null {
    const end = isData ? "\r\n.\r\n" : "\r\n";
    const at = heard.indexOf(end);
    if (at < 0) return null;
    const said = heard.slice(0, at);
    heard = heard.slice(at + end.length);
    return said;
  }

  function answer(said: string): string {
    if (isData) {
      isData = false;
      sink.letters.push({ to: to ?? "", text: readable(said) });
      return "250 kept";
    }
    if (/^RCPT TO/i.test(said)) {
      to = /<(.*)>/.exec(said)?.[1];
      return answers[sink.mode];
    }
    isData = /^DATA/i.test(said);
    return isData ? "354 go on" : "250 yes";
  }
}

/** Undoes quoted-printable and encoded subjects. */
function readable(raw: string): string {
  const unfolded = raw
    .replace(/\?=\r\n\s+=\?UTF-8\?Q\?/gi, "")
    .replace(/=\?UTF-8\?Q\?(.*?)\?=/gi, (_, words: string) => words.replaceAll("_", " "))
    .replace(/=\r\n/g, "");
  const bytes = unfolded.replace(/=([0-9A-F]{2})/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  return Buffer.from(bytes, "latin1").toString("utf8");
}
