#!/usr/bin/env node
/**
 * Memeriksa undian sebuah gelombang dari berkas yang diumumkan: undian.json, daftar.csv, hasil.csv.
 * Checks the draw of a wave from its published files. Rule version 2 ("prakerja-draw/2").
 *
 *   node periksa.mjs FOLDER                     seluruh undian / the whole draw
 *   node periksa.mjs FOLDER --bukti bukti.json  juga bukti satu orang / one person's proof as well
 *   node periksa.mjs --bukti bukti.json         hanya bukti terhadap akarnya / the proof against its root alone
 *   node periksa.mjs --banyak FOLDER            setiap subfolder, satu baris per undian / every subfolder, a line each
 *
 * Kode keluar 0: tidak ada yang salah; 1: ada yang salah. / Exit code 0: nothing is wrong; 1: something is.
 * Hanya pustaka bawaan Node. Tidak memakai portal, basis datanya, atau jaringan. / Node's own library, nothing else.
 */
import { createHash, createHmac } from "node:crypto";
import { createReadStream, existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

const PARTIES = ["operator", "witness", "public"];
const PARTY_WORDS = { operator: "pengelola", witness: "saksi", public: "angka umum" };
const MINUTE = 60_000;
const SHORTEST_LINE = 105;
const LINE = /^([0-9a-f]{64}),([0-9.]*),(0|[1-9][0-9]{0,8}),(0|[1-9][0-9]{0,8}),([0-9a-f]{32}),(0|[1-9][0-9]{0,8})$/;

/** What is wrong, in both languages, and in which step it was found. */
class Wrong extends Error {
  constructor(step, id, en) {
    super(en);
    Object.assign(this, { step, id, en });
  }
}

function must(holds, step, id, en) {
  if (!holds) throw new Wrong(step, id, en);
}

/** The same for a line of a file, whose number is only written when it is wrong. */
function mustLine(holds, step, file, line, id, en) {
  if (!holds) throw new Wrong(step, `${file} baris ${angka(line)} ${id}`, `${file} line ${number(line)} ${en}`);
}

function sha256(...parts) {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part);
  return hash.digest();
}

const bytes = (hex) => Buffer.from(hex, "hex");
const isHex = (value, length) => typeof value === "string" && value.length === length && /^[0-9a-f]*$/.test(value);
const isCount = (value) => Number.isSafeInteger(value) && value >= 0;
const isTime = (value) => momentOf(value) !== null;
const isThing = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
const isText = (value) => typeof value === "string" && Buffer.from(value, "utf8").toString("utf8") === value;
const number = (value) => value.toLocaleString("en-US");
const angka = (value) => value.toLocaleString("id-ID");

/** Milliseconds of a moment such as 2026-11-24T09:00:00Z; null when it is none. */
function momentOf(text) {
  if (typeof text !== "string" || !/^[1-9][0-9]{3}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$/.test(text)) return null;
  const moment = Date.parse(text);
  return !Number.isNaN(moment) && new Date(moment).toISOString() === text.replace("Z", ".000Z") ? moment : null;
}

// ---------------------------------------------------------------------------------------------- the files

function readJson(path, step) {
  must(existsSync(path), step, `${path} tidak ada`, `${path} is missing`);
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(readFileSync(path)));
  } catch {
    throw new Wrong(step, `${path} bukan JSON dalam UTF-8`, `${path} is not JSON in UTF-8`);
  }
}

/** Every field that a thing must have, and how its value must look. */
function mustLookLike(thing, fields, step, where) {
  must(isThing(thing), step, `${where} bukan objek`, `${where} is not an object`);
  for (const name of Object.keys(thing))
    must(Object.hasOwn(fields, name), step, `${where}: kolom ${name} tidak dikenal`, `${where}: field ${name} is unknown`);
  for (const [name, looksRight] of Object.entries(fields))
    must(
      looksRight(Object.hasOwn(thing, name) ? thing[name] : undefined),
      step,
      `${where}: ${name} tidak ada atau tidak benar bentuknya`,
      `${where}: ${name} is missing or malformed`,
    );
}

const orNull = (looksRight) => (value) => value === null || looksRight(value);
const places = (code) => (value) =>
  isThing(value) && Object.entries(value).every(([key, count]) => code.test(key) && isCount(count));

const DRAW = {
  format: (value) => value === "prakerja-draw/2",
  wave: (value) => isCount(value) && value > 0,
  rule: (value) => value === 2,
  quota: isCount,
  provinces: places(/^[0-9.]+$/),
  groups: places(/^(0|[1-9][0-9]{0,8})$/),
  perFamilyCard: isCount,
  entries: isCount,
  root: (value) => isHex(value, 64),
  frozenAt: isTime,
  commitments: Array.isArray,
  reveals: Array.isArray,
  seed: orNull((value) => isHex(value, 64)),
  selected: orNull(isCount),
  digest: orNull((value) => isHex(value, 64)),
  drawnAt: orNull(isTime),
};
const isParty = (value) => PARTIES.includes(value);
const ABSENT = (value) => value === undefined || value === null;
const PROMISE = { party: isParty, commitment: (value) => isHex(value, 64), committedAt: isTime };
const PROMISES = {
  operator: { ...PROMISE, source: ABSENT, knownAt: ABSENT },
  witness: { ...PROMISE, source: ABSENT, knownAt: ABSENT },
  public: { ...PROMISE, source: (value) => isText(value) && value !== "", knownAt: isTime },
};
const SHOWN = {
  party: isParty,
  value: (value) => typeof value === "string" && value !== "" && value.length % 2 === 0 && isHex(value, value.length),
  fallback: (value) => typeof value === "boolean",
  revealedAt: isTime,
};

/** undian.json with promises and shown values by party. Throws what is wrong with its shape. */
function readDraw(folder) {
  const step = "berkas";
  const draw = readJson(join(folder, "undian.json"), step);
  mustLookLike(draw, DRAW, step, "undian.json");
  const promises = byParty(draw.commitments, (entry) => PROMISES[entry?.party] ?? PROMISE, "commitments");
  const shown = byParty(draw.reveals, () => SHOWN, "reveals");
  const hasResult = existsSync(join(folder, "hasil.csv"));
  must(
    shown.size === 0 || promises.size === 3,
    step,
    "ada nilai yang dibuka sebelum ketiga pihak berjanji",
    "a value is shown before all three parties have promised",
  );
  must(
    (draw.seed !== null) === (shown.size === 3),
    step,
    "benih ada jika dan hanya jika ketiga nilai sudah dibuka",
    "there is a seed if and only if all three values are shown",
  );
  must(draw.drawnAt === null || draw.seed !== null, step, "diundi tanpa benih", "drawn without a seed");
  must(
    (draw.selected === null) === (draw.digest === null) && (draw.selected === null || draw.drawnAt !== null),
    step,
    "selected, digest, dan drawnAt tidak cocok satu sama lain",
    "selected, digest and drawnAt do not go together",
  );
  must(
    hasResult === (draw.selected !== null),
    step,
    hasResult ? "hasil.csv ada, tetapi undian.json belum menyebut hasil" : "hasil.csv tidak ada",
    hasResult ? "hasil.csv is there, but undian.json names no result" : "hasil.csv is missing",
  );
  return { ...draw, promises, shown, hasResult };
}

function byParty(list, fieldsOf, where) {
  const found = new Map();
  list.forEach((entry, index) => {
    const at = `undian.json ${where}[${index}]`;
    mustLookLike(entry, fieldsOf(entry), "berkas", at);
    must(!found.has(entry.party), "berkas", `${at}: ${entry.party} dua kali`, `${at}: ${entry.party} twice`);
    found.set(entry.party, entry);
  });
  return found;
}

/** Calls `take(line, number from 1)` for each line of a file; a line ends with one byte 0x0A, the last one too. */
async function eachLine(path, step, take) {
  must(existsSync(path), step, `${path} tidak ada`, `${path} is missing`);
  let rest = Buffer.alloc(0);
  let count = 0;
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) {
    const data = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk;
    let from = 0;
    for (let end = data.indexOf(10); end >= 0; end = data.indexOf(10, from)) {
      take(data.latin1Slice(from, end), ++count);
      from = end + 1;
    }
    rest = data.subarray(from);
    must(
      rest.length < 4096,
      step,
      `${path} baris ${count + 1} terlalu panjang`,
      `${path} line ${count + 1} is too long`,
    );
  }
  must(
    rest.length === 0,
    step,
    `${path} baris ${count + 1} tidak diakhiri baris baru`,
    `${path} line ${count + 1} does not end with a newline`,
  );
  return count;
}

// ---------------------------------------------------------------------------------------------- the list

/** The list: leaves in a row, and per line what the walk needs. Throws the first line that is wrong. */
async function readList(folder) {
  const path = join(folder, "daftar.csv");
  must(existsSync(path), "daftar", `${path} tidak ada`, `${path} is missing`);
  const room = Math.floor(statSync(path).size / SHORTEST_LINE) + 1;
  const list = {
    count: 0,
    leaves: Buffer.alloc(room * 32),
    provinces: [],
    provinceOf: new Uint32Array(room),
    priorityOf: new Uint32Array(room),
    familyOf: new Uint32Array(room),
    takenByFamily: [],
  };
  const provinces = new Map();
  const families = new Map();
  const entries = new Set();
  list.count = await eachLine(path, "daftar", (line, lineNumber) => {
    const at = lineNumber - 1;
    const mustBe = (holds, id, en) => mustLine(holds, "daftar", "daftar.csv", lineNumber, id, en);
    const parts = LINE.exec(line);
    mustBe(parts, "tidak benar bentuknya", "is malformed");
    const [, entry, province, priority, weight, family, taken] = parts;
    mustBe(weight === "1", "punya bobot lain dari 1", "has a weight other than 1");
    const leaf = leafOf(line);
    const isAfter = at === 0 || leaf.compare(list.leaves, (at - 1) * 32, at * 32) > 0;
    mustBe(isAfter, "tidak pada urutannya atau dua kali", "is out of order or there twice");
    leaf.copy(list.leaves, at * 32);
    const person = bytes(entry).latin1Slice();
    mustBe(!entries.has(person), "memuat entri yang sudah ada", "has an entry that is there already");
    entries.add(person);
    list.provinceOf[at] = indexOf(provinces, province);
    list.priorityOf[at] = Number(priority);
    const familyIndex = indexOf(families, bytes(family).latin1Slice());
    list.familyOf[at] = familyIndex;
    list.takenByFamily[familyIndex] ??= Number(taken);
    mustBe(
      list.takenByFamily[familyIndex] === Number(taken),
      "menyebut jumlah penerima lain untuk satu Kartu Keluarga",
      "says another number of recipients of one family card",
    );
  });
  list.provinces = [...provinces.keys()];
  return list;
}

function indexOf(known, key) {
  let index = known.get(key);
  if (index === undefined) {
    index = known.size;
    known.set(key, index);
  }
  return index;
}

const leafOf = (line) => sha256(Buffer.of(0), Buffer.from(line, "latin1"));

/** Level by level in pairs; a last node without a partner moves up as it is. */
function rootOf(leaves, count) {
  if (count === 0) return sha256();
  const nodes = Buffer.from(leaves.subarray(0, count * 32));
  const pair = Buffer.alloc(65, 1);
  for (let width = count; width > 1; width = Math.ceil(width / 2)) {
    for (let at = 0; at < width; at += 2) {
      const to = (at / 2) * 32;
      if (at + 1 === width) nodes.copy(nodes, to, at * 32, at * 32 + 32);
      else {
        nodes.copy(pair, 1, at * 32, at * 32 + 64);
        sha256(pair).copy(nodes, to);
      }
    }
  }
  return Buffer.from(nodes.subarray(0, 32));
}

// ---------------------------------------------------------------------------------------------- promises

const head = (word, draw, party) => `prakerja-draw-2 ${word}\n${draw.wave}\n${party === undefined ? "" : `${party}\n`}`;

function checkPromises(draw) {
  const promise = draw.promises.get("public");
  if (!promise) return;
  must(
    draw.promises.size === 3,
    "janji",
    "angka umum diumumkan sebelum pengelola dan saksi berjanji",
    "the public value is announced before operator and witness have promised",
  );
  const expected = sha256(`${head("public", draw)}${promise.knownAt}\n${promise.source}`).toString("hex");
  must(
    promise.commitment === expected,
    "janji",
    "janji angka umum bukan sidik dari saat dan sumbernya",
    "the promise of the public is not the hash of its moment and source",
  );
}

function checkTimes(draw) {
  const step = "waktu";
  const figure = draw.promises.get("public");
  for (const [party, promise] of draw.promises) {
    must(
      momentOf(promise.committedAt) >= momentOf(draw.frozenAt),
      step,
      `${PARTY_WORDS[party]} berjanji sebelum daftar ditetapkan`,
      `${party} promised before the list was fixed`,
    );
    must(
      !figure || momentOf(promise.committedAt) <= momentOf(figure.committedAt),
      step,
      `${PARTY_WORDS[party]} berjanji sesudah angka umum diumumkan`,
      `${party} promised after the public value was announced`,
    );
  }
  if (figure)
    must(
      momentOf(figure.knownAt) >= momentOf(figure.committedAt) + 10 * MINUTE,
      step,
      "angka umum dapat diketahui kurang dari sepuluh menit sesudah diumumkan",
      "the public value can be known less than ten minutes after it was announced",
    );
  for (const [party, reveal] of draw.shown) {
    checkShownInTime(draw, party, reveal);
    must(
      draw.drawnAt === null || momentOf(draw.drawnAt) >= momentOf(reveal.revealedAt),
      step,
      `diundi sebelum nilai ${PARTY_WORDS[party]} ada`,
      `drawn before the value of ${party} was there`,
    );
  }
}

function checkShownInTime(draw, party, reveal) {
  const at = momentOf(reveal.revealedAt);
  const figure = draw.promises.get("public");
  const knownAt = momentOf(figure.knownAt);
  must(
    at >= momentOf(figure.committedAt),
    "waktu",
    `nilai ${PARTY_WORDS[party]} dibuka sebelum semua berjanji`,
    `the value of ${party} was shown before all had promised`,
  );
  let inTime = reveal.fallback ? at >= knownAt : at < knownAt;
  if (party === "public") inTime = at >= (reveal.fallback ? knownAt + 24 * 60 * MINUTE : knownAt);
  must(
    inTime,
    "waktu",
    `nilai ${PARTY_WORDS[party]} tidak pada waktunya (${reveal.revealedAt})`,
    `the value of ${party} is not in its time (${reveal.revealedAt})`,
  );
}

function checkShown(draw) {
  for (const [party, { value, fallback }] of draw.shown) {
    const { commitment } = draw.promises.get(party);
    if (fallback) {
      const byRule = sha256(head("fallback", draw, party), bytes(draw.root), bytes(commitment));
      must(
        value === byRule.toString("hex"),
        "bukaan",
        `nilai pengganti ${PARTY_WORDS[party]} tidak menurut aturan`,
        `the value that stands in for ${party} does not follow from the rule`,
      );
    } else if (party === "public") {
      const figure = bytes(value);
      must(
        Buffer.from(figure.toString("utf8"), "utf8").equals(figure),
        "bukaan",
        "angka umum bukan teks",
        "the public value is not text",
      );
    } else {
      const promised = sha256(head("commit", draw, party), bytes(value)).toString("hex");
      must(
        value.length === 64 && promised === commitment,
        "bukaan",
        `nilai ${PARTY_WORDS[party]} bukan yang dijanjikan`,
        `the value of ${party} is not what was promised`,
      );
    }
  }
}

function seedOf(draw) {
  const values = PARTIES.map((party) => sha256(bytes(draw.shown.get(party).value)));
  return sha256(head("seed", draw), bytes(draw.root), ...values);
}

// ---------------------------------------------------------------------------------------------- the draw

/** Positions in the drawn order: priority group, then HMAC-SHA-256(seed, leaf). */
function orderOf(list, seed) {
  const keys = Buffer.alloc(list.count * 32);
  const start = new Float64Array(list.count);
  const order = new Uint32Array(list.count);
  for (let at = 0; at < list.count; at += 1) {
    const key = createHmac("sha256", seed).update(list.leaves.subarray(at * 32, at * 32 + 32)).digest();
    key.copy(keys, at * 32);
    start[at] = key.readUIntBE(0, 6);
    order[at] = at;
  }
  return order.sort(
    (a, b) =>
      list.priorityOf[a] - list.priorityOf[b] ||
      start[a] - start[b] ||
      keys.compare(keys, b * 32, b * 32 + 32, a * 32, a * 32 + 32),
  );
}

/** Walks the order and gives each line its outcome, in the order; the digest over the selected; ranks within strata. */
function walk(draw, list, order) {
  const inFamily = Uint32Array.from(list.takenByFamily);
  const hasProvinces = Object.keys(draw.provinces).length > 0;
  const leftInProvince = list.provinces.map((code) => (hasProvinces ? (draw.provinces[code] ?? 0) : Infinity));
  const leftInGroup = new Map(Object.entries(draw.groups).map(([group, count]) => [Number(group), count]));
  const strata = new Map();
  const digest = createHash("sha256");
  const outcomes = [];
  const stratumRanks = [];
  let selected = 0;
  for (const position of order) {
    const province = list.provinceOf[position];
    const group = list.priorityOf[position];
    const family = list.familyOf[position];
    const groupLeft = leftInGroup.get(group) ?? Infinity;
    let outcome = "selected";
    if (inFamily[family] >= draw.perFamilyCard) outcome = "family_card_full";
    else if (selected >= draw.quota || leftInProvince[province] <= 0 || groupLeft <= 0) outcome = "quota_full";
    const stratumKey = `${province}/${group}`;
    const stratum = strata.get(stratumKey) ?? { size: 0, cutOff: null };
    strata.set(stratumKey, stratum);
    stratum.size += 1;
    if (outcome === "selected") {
      selected += 1;
      inFamily[family] += 1;
      leftInProvince[province] -= 1;
      leftInGroup.set(group, groupLeft - 1);
      stratum.cutOff = stratum.size;
      digest.update(list.leaves.subarray(position * 32, position * 32 + 32));
    }
    outcomes.push(outcome);
    stratumRanks.push(stratum.size);
  }
  const cutOffAt = (position) => strata.get(`${list.provinceOf[position]}/${list.priorityOf[position]}`).cutOff;
  return { order, outcomes, stratumRanks, cutOffAt, selected, digest: digest.digest("hex") };
}

async function checkResult(folder, result) {
  const count = await eachLine(join(folder, "hasil.csv"), "urutan", (line, lineNumber) => {
    mustLine(lineNumber <= result.order.length, "urutan", "hasil.csv", lineNumber, "berlebih", "is one too many");
    const place = `${lineNumber},${result.order[lineNumber - 1]},`;
    const right = place + result.outcomes[lineNumber - 1];
    const step = line.startsWith(place) ? "hasil" : "urutan";
    mustLine(line === right, step, "hasil.csv", lineNumber, `seharusnya "${right}"`, `should be "${right}"`);
  });
  must(
    count === result.order.length,
    "urutan",
    `hasil.csv berhenti sesudah baris ${angka(count)} dari ${angka(result.order.length)}`,
    `hasil.csv ends after line ${number(count)} of ${number(result.order.length)}`,
  );
}

// ---------------------------------------------------------------------------------------------- one person

const PROOF = {
  format: (value) => value === "prakerja-draw-proof/2",
  wave: (value) => isCount(value) && value > 0,
  participant: (value) => typeof value === "string" && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value),
  salt: (value) => isHex(value, 32),
  entry: (value) => isHex(value, 64),
  province: (value) => typeof value === "string" && /^[0-9.]*$/.test(value),
  priority: isCount,
  weight: (value) => value === 1,
  family: (value) => isHex(value, 32),
  taken: isCount,
  position: isCount,
  leaf: (value) => isHex(value, 64),
  path: Array.isArray,
  root: (value) => isHex(value, 64),
  rank: (value) => ABSENT(value) || isCount(value),
  stratumRank: (value) => ABSENT(value) || isCount(value),
  outcome: (value) => ABSENT(value) || ["selected", "family_card_full", "quota_full"].includes(value),
  cutOff: (value) => ABSENT(value) || isCount(value),
};
const NODE = { side: (value) => value === "left" || value === "right", hash: (value) => isHex(value, 64) };

/** The proof by itself: identity, line, leaf, way to the root. */
function checkProof(proof) {
  const step = "bukti";
  mustLookLike(proof, PROOF, step, "bukti.json");
  proof.path.forEach((node, index) => mustLookLike(node, NODE, step, `bukti.json path[${index}]`));
  const id = bytes(proof.participant.replaceAll("-", ""));
  must(
    sha256(bytes(proof.salt), id).toString("hex") === proof.entry,
    step,
    "entri bukan sidik dari garam dan nomor peserta",
    "the entry is not the hash of salt and participant",
  );
  const line = [proof.entry, proof.province, proof.priority, proof.weight, proof.family, proof.taken].join(",");
  const leaf = leafOf(line);
  must(leaf.toString("hex") === proof.leaf, step, "daun bukan sidik dari barisnya", "the leaf is not the hash of its line");
  const top = proof.path.reduce((node, { side, hash }) => {
    const pair = side === "left" ? [bytes(hash), node] : [node, bytes(hash)];
    return sha256(Buffer.of(1), ...pair);
  }, leaf);
  must(
    top.toString("hex") === proof.root,
    step,
    "jalan dari daun tidak sampai ke akar",
    "the path from the leaf does not lead to the root",
  );
  return line;
}

/** The sides that a path from this position has in a tree of so many leaves. */
function sidesOf(position, count) {
  const sides = [];
  let at = position;
  for (let width = count; width > 1; width = Math.ceil(width / 2)) {
    if (at % 2 === 1) sides.push("left");
    else if (at + 1 < width) sides.push("right");
    at = Math.floor(at / 2);
  }
  return sides;
}

/** The proof against the list and, when there is one, the result. */
function checkProofAgainst(proof, draw, list, result) {
  const step = "bukti";
  must(proof.wave === draw.wave, step, "bukti dari gelombang lain", "the proof is of another wave");
  must(proof.root === draw.root, step, "akar bukti bukan akar daftar", "the proof's root is not the list's");
  const { position } = proof;
  const inList =
    position < list.count && list.leaves.subarray(position * 32, position * 32 + 32).toString("hex") === proof.leaf;
  must(inList, step, "baris bukti tidak ada pada tempatnya dalam daftar", "the proof's line is not at its place in the list");
  const sides = proof.path.map(({ side }) => side).join();
  must(sides === sidesOf(position, list.count).join(), step, "jalan bukti bukan dari tempat itu", "the path is not from that place");
  const told = [proof.rank, proof.stratumRank, proof.outcome].filter((value) => !ABSENT(value)).length;
  if (!draw.hasResult) {
    must(told === 0 && ABSENT(proof.cutOff), step, "bukti menyebut hasil yang belum diumumkan", "the proof tells a result that is not published");
    return;
  }
  if (told === 0 && ABSENT(proof.cutOff)) return; // taken before the publication
  const index = result.order.indexOf(position);
  const isRight =
    proof.rank === index + 1 &&
    proof.stratumRank === result.stratumRanks[index] &&
    proof.outcome === result.outcomes[index] &&
    (proof.cutOff ?? null) === result.cutOffAt(position);
  must(isRight, step, "urutan atau hasil dalam bukti tidak menurut undian", "rank or result in the proof is not the draw's");
}

// ---------------------------------------------------------------------------------------------- telling

/** Runs every check; `tell(mark, step, id, en)` hears each. Answers whether the draw is complete. */
async function checkDraw(folder, proofPath, tell) {
  const ok = (step, id, en) => tell("BENAR", step, id, en);
  const open = (step, id, en) => tell("BELUM", step, id, en);
  const draw = readDraw(folder);
  ok("berkas", `undian gelombang ${draw.wave}, aturan 2`, `draw of wave ${draw.wave}, rule 2`);
  const list = await readList(folder);
  must(
    list.count === draw.entries,
    "daftar",
    `daftar.csv punya ${angka(list.count)} baris, undian.json menyebut ${angka(draw.entries)}`,
    `daftar.csv has ${number(list.count)} lines, undian.json says ${number(draw.entries)}`,
  );
  ok("daftar", `${angka(list.count)} baris, urut, masing-masing sekali`, `${number(list.count)} lines, in order, each once`);
  must(
    rootOf(list.leaves, list.count).toString("hex") === draw.root,
    "akar",
    "akar bukan sidik daftar ini",
    "the root is not the hash of this list",
  );
  ok("akar", draw.root, "the root is the hash of this list");
  checkPromises(draw);
  const missing = PARTIES.filter((party) => !draw.promises.has(party));
  if (missing.length === 0) ok("janji", "ketiga pihak sudah berjanji", "all three parties have promised");
  else open("janji", `belum berjanji: ${missing.map((party) => PARTY_WORDS[party]).join(", ")}`, `not promised yet: ${missing.join(", ")}`);
  checkTimes(draw);
  ok("waktu", "setiap langkah pada waktunya", "every step is in its time");
  checkShown(draw);
  for (const [party, { fallback }] of draw.shown)
    if (fallback) ok("bukaan", `${PARTY_WORDS[party]}: nilai pengganti menurut aturan`, `${party}: the value of the rule stands in`);
    else ok("bukaan", `${PARTY_WORDS[party]}: nilai sesuai janji`, `${party}: the value is what was promised`);
  const hidden = PARTIES.filter((party) => !draw.shown.has(party));
  if (hidden.length > 0) open("bukaan", `belum dibuka: ${hidden.map((party) => PARTY_WORDS[party]).join(", ")}`, `not shown yet: ${hidden.join(", ")}`);
  const result = hidden.length > 0 ? null : await checkOutcome(folder, draw, list, ok, open);
  if (!result) open("hasil", "benih dan hasil belum ada", "there is no seed and no result yet");
  checkProofOf(proofPath, tell, (proof) => checkProofAgainst(proof, draw, list, result));
  return result !== null && draw.hasResult;
}

/** Seed, order, walk, result, digest. */
async function checkOutcome(folder, draw, list, ok, open) {
  must(seedOf(draw).toString("hex") === draw.seed, "benih", "benih tidak menurut aturan", "the seed does not follow from the rule");
  ok("benih", draw.seed, "the seed follows from the list and the three values");
  const result = walk(draw, list, orderOf(list, bytes(draw.seed)));
  if (!draw.hasResult) {
    open("hasil", `belum diumumkan; sidiknya nanti ${result.digest}`, `not published yet; its digest will be ${result.digest}`);
    return result;
  }
  await checkResult(folder, result);
  ok("urutan", `${angka(list.count)} baris dalam urutan undian`, `${number(list.count)} lines in the drawn order`);
  ok("hasil", "setiap baris mendapat hasil menurut kuota dan Kartu Keluarga", "every line has its outcome by quota and family card");
  must(
    result.selected === draw.selected,
    "sidik",
    `terpilih ${angka(result.selected)}, undian.json menyebut ${angka(draw.selected)}`,
    `${number(result.selected)} are selected, undian.json says ${number(draw.selected)}`,
  );
  must(result.digest === draw.digest, "sidik", "sidik hasil tidak cocok", "the digest of the result differs");
  ok("sidik", `${angka(result.selected)} terpilih, ${result.digest}`, `${number(result.selected)} selected, the digest agrees`);
  return result;
}

function checkProofOf(path, tell, checkAgainst) {
  if (path === null) return;
  const proof = readJson(path, "bukti");
  checkProof(proof);
  checkAgainst(proof);
  tell("BENAR", "bukti", `ada dalam daftar dengan akar ${proof.root}`, "the person is in the list with this root");
}

const MARKS = { BENAR: "[BENAR/OK]", BELUM: "[BELUM/OPEN]", SALAH: "[SALAH/WRONG]" };
const print = (mark, step, id, en) => console.log(`${MARKS[mark].padEnd(14)} ${step.padEnd(7)} ${id} | ${en}`);

async function one(folder, proofPath) {
  try {
    let isComplete = true;
    if (folder === null) {
      checkProofOf(proofPath, print, () => {});
      console.log("Bandingkan akar ini dengan yang diumumkan. | Compare this root with the published one.");
    } else isComplete = await checkDraw(folder, proofPath, print);
    console.log(isComplete ? "HASIL: BENAR | VERDICT: CORRECT" : "HASIL: BENAR SEJAUH INI | VERDICT: CORRECT SO FAR");
    return 0;
  } catch (error) {
    if (!(error instanceof Wrong)) throw error;
    print("SALAH", error.step, error.id, error.en);
    console.log("HASIL: SALAH | VERDICT: WRONG");
    return 1;
  }
}

/** Every subfolder: name, verdict, and the step that is wrong. */
async function many(folder) {
  let code = 0;
  for (const name of readdirSync(folder).sort()) {
    const proofPath = ownProof(join(folder, name));
    try {
      const isComplete = await checkDraw(join(folder, name), proofPath, () => {});
      console.log(`${name}\t${isComplete ? "BENAR" : "SEJAUH-INI"}\t-`);
    } catch (error) {
      if (!(error instanceof Wrong)) throw error;
      console.log(`${name}\tSALAH\t${error.step}`);
      code = 1;
    }
  }
  return code;
}

const ownProof = (folder) => (existsSync(join(folder, "bukti.json")) ? join(folder, "bukti.json") : null);

function usage() {
  console.log("node periksa.mjs FOLDER [--bukti bukti.json] | node periksa.mjs --banyak FOLDER");
  return 1;
}

async function main(words) {
  const after = (option) => (words.includes(option) ? (words[words.indexOf(option) + 1] ?? "") : null);
  const batch = after("--banyak");
  const proof = after("--bukti");
  const folder = words.find((word, index) => !word.startsWith("--") && !words[index - 1]?.startsWith("--")) ?? null;
  if (batch === "" || proof === "") return usage();
  if (batch !== null) return many(batch);
  if (folder === null && proof === null) return usage();
  return one(folder, proof ?? (folder === null ? null : ownProof(folder)));
}

process.exitCode = await main(process.argv.slice(2));
