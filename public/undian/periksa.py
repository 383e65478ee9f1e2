#!/usr/bin/env python3
"""Memeriksa undian sebuah gelombang dari berkas yang diumumkan (aturan 2, "prakerja-draw/2").
Checks the draw of a wave from its published files. Python 3.8 or later, standard library only.

    python3 periksa.py FOLDER                      seluruh undian / the whole draw
    python3 periksa.py FOLDER --bukti bukti.json   juga bukti satu orang / one person's proof as well
    python3 periksa.py --bukti bukti.json          hanya bukti terhadap akarnya / the proof against its root alone
    python3 periksa.py --banyak FOLDER             setiap subfolder, satu baris per undian / every subfolder, a line each

Kode keluar 0: tidak ada yang salah; 1: ada yang salah. / Exit code 0: nothing is wrong; 1: something is.
"""

import argparse
import hashlib
import hmac
import json
import os
import re
import sys
from datetime import datetime, timedelta

TAG = b"prakerja-draw-2 "
DAY = timedelta(hours=24)
OUTCOMES = ("selected", "family_card_full", "quota_full")
WHO = {"operator": "pengelola", "witness": "saksi", "public": "angka umum"}


class Fault(Exception):
    """The first thing that is wrong: the step, and what to say in both languages."""

    def __init__(self, step, indonesian, english):
        super().__init__(english)
        self.step, self.indonesian, self.english = step, indonesian, english


def digest(*parts):
    return hashlib.sha256(b"".join(parts)).digest()


# ------------------------------------------------------------------------------------------ shapes of values


def is_int(value, least=0):
    return type(value) is int and least <= value < 2**53


def is_hex(value, characters):
    return isinstance(value, str) and len(value) == characters and re.fullmatch("[0-9a-f]*", value) is not None


def is_text(value):
    if not isinstance(value, str):
        return False
    try:
        value.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def as_moment(value):
    """The moment of "2026-11-24T09:00:00Z", or None."""
    if not isinstance(value, str) or not re.fullmatch(
        "[1-9][0-9]{3}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z", value
    ):
        return None
    try:
        return datetime.strptime(value, "%Y-%m-%dT%H:%M:%SZ") if value[17:19] < "60" else None
    except ValueError:
        return None


def is_moment(value):
    return as_moment(value) is not None


def or_none(test):
    return lambda value: value is None or test(value)


def is_places(key_pattern):
    return lambda value: isinstance(value, dict) and all(
        re.fullmatch(key_pattern, key) and is_int(places) for key, places in value.items()
    )


DRAW_SHAPE = {
    "format": lambda value: value == "prakerja-draw/2",
    "wave": lambda value: is_int(value, 1),
    "rule": lambda value: is_int(value) and value == 2,
    "quota": is_int,
    "provinces": is_places("[0-9.]+"),
    "groups": is_places("0|[1-9][0-9]{0,8}"),
    "perFamilyCard": is_int,
    "entries": is_int,
    "root": lambda value: is_hex(value, 64),
    "frozenAt": is_moment,
    "commitments": lambda value: isinstance(value, list),
    "reveals": lambda value: isinstance(value, list),
    "seed": or_none(lambda value: is_hex(value, 64)),
    "selected": or_none(is_int),
    "digest": or_none(lambda value: is_hex(value, 64)),
    "drawnAt": or_none(is_moment),
}
PROMISE_SHAPE = {
    "party": lambda value: isinstance(value, str) and value in WHO,
    "commitment": lambda value: is_hex(value, 64),
    "committedAt": is_moment,
}
REVEAL_SHAPE = {
    "party": PROMISE_SHAPE["party"],
    "value": lambda value: isinstance(value, str) and value != "" and len(value) % 2 == 0 and is_hex(value, len(value)),
    "fallback": lambda value: isinstance(value, bool),
    "revealedAt": is_moment,
}
PROOF_SHAPE = {
    "format": lambda value: value == "prakerja-draw-proof/2",
    "wave": lambda value: is_int(value, 1),
    "participant": lambda value: isinstance(value, str)
    and re.fullmatch("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", value) is not None,
    "salt": lambda value: is_hex(value, 32),
    "entry": lambda value: is_hex(value, 64),
    "province": lambda value: isinstance(value, str) and re.fullmatch("[0-9.]*", value) is not None,
    "priority": is_int,
    "weight": lambda value: is_int(value) and value == 1,
    "family": lambda value: is_hex(value, 32),
    "taken": is_int,
    "position": is_int,
    "leaf": lambda value: is_hex(value, 64),
    "path": lambda value: isinstance(value, list),
    "root": lambda value: is_hex(value, 64),
}
PROOF_RESULT_SHAPE = {
    "rank": or_none(is_int),
    "stratumRank": or_none(is_int),
    "outcome": or_none(lambda value: value in OUTCOMES),
    "cutOff": or_none(is_int),
}
NODE_SHAPE = {"side": lambda value: value in ("left", "right"), "hash": lambda value: is_hex(value, 64)}


def check_shape(thing, needed, step, where, optional=None):
    optional = optional or {}
    if not isinstance(thing, dict):
        raise Fault(step, f"{where} bukan objek", f"{where} is not an object")
    for name in thing:
        if name not in needed and name not in optional:
            raise Fault(step, f"{where}: kolom {name!r} tidak dikenal", f"{where}: field {name!r} is unknown")
    for name, test in needed.items():
        if name not in thing or not test(thing[name]):
            raise Fault(
                step,
                f"{where}: {name} tidak ada atau tidak benar bentuknya",
                f"{where}: {name} is missing or malformed",
            )
    for name, test in optional.items():
        if name in thing and not test(thing[name]):
            raise Fault(step, f"{where}: {name} tidak benar bentuknya", f"{where}: {name} is malformed")


def no_constant(word):
    raise ValueError(word)


def whole_or_float(text):
    value = float(text)
    return int(value) if value.is_integer() else value


def load_json(path, step):
    try:
        with open(path, "rb") as file:
            text = file.read().decode("utf-8")
    except FileNotFoundError:
        raise Fault(step, f"{path} tidak ada", f"{path} is missing")
    except UnicodeDecodeError:
        raise Fault(step, f"{path} bukan UTF-8", f"{path} is not UTF-8")
    try:
        return json.loads(text, parse_float=whole_or_float, parse_constant=no_constant)
    except (ValueError, RecursionError):
        raise Fault(step, f"{path} bukan JSON", f"{path} is not JSON")


# ------------------------------------------------------------------------------------------ one draw


class Bundle:
    """The published files of one wave, and what follows from them."""

    def __init__(self, folder, say):
        self.folder, self.say = folder, say
        self.promised, self.shown = {}, {}
        self.leaves, self.provinces, self.priorities, self.families, self.taken = [], [], [], [], {}
        self.order, self.rank_of, self.places, self.last_in = [], {}, [], {}

    def path(self, name):
        return os.path.join(self.folder, name)

    def ok(self, step, indonesian, english):
        self.say("BENAR", step, indonesian, english)

    def open(self, step, indonesian, english):
        self.say("BELUM", step, indonesian, english)

    def check(self, proof_path):
        """Every check in turn. Answers whether there was a result to check."""
        self.read_record()
        self.ok("berkas", f"undian gelombang {self.record['wave']}, aturan 2", f"draw of wave {self.record['wave']}, rule 2")
        self.read_list()
        self.check_root()
        self.check_promises()
        self.check_times()
        self.check_values()
        if len(self.shown) == 3:
            self.check_seed()
            self.hold_draw()
            if self.has_result:
                self.check_result()
                self.check_numbers()
            else:
                self.open(
                    "hasil",
                    f"belum diumumkan; sidiknya nanti {self.digest}",
                    f"not published yet; its digest will be {self.digest}",
                )
        else:
            self.open("hasil", "benih dan hasil belum ada", "there is no seed and no result yet")
        if proof_path is not None:
            proof = load_proof(proof_path)
            self.check_proof(proof)
            self.ok("bukti", f"ada dalam daftar dengan akar {proof['root']}", "the person is in the list with this root")
        return self.has_result

    # -- undian.json

    def read_record(self):
        record = load_json(self.path("undian.json"), "berkas")
        check_shape(record, DRAW_SHAPE, "berkas", "undian.json")
        self.record = record
        for index, promise in enumerate(record["commitments"]):
            where = f"undian.json commitments[{index}]"
            party = promise.get("party") if isinstance(promise, dict) else None
            if party == "public":
                shape = dict(PROMISE_SHAPE, source=lambda value: is_text(value) and value != "", knownAt=is_moment)
                check_shape(promise, shape, "berkas", where)
            else:
                nothing = {"source": lambda value: value is None, "knownAt": lambda value: value is None}
                check_shape(promise, PROMISE_SHAPE, "berkas", where, nothing)
            self.keep(self.promised, promise, where)
        for index, reveal in enumerate(record["reveals"]):
            where = f"undian.json reveals[{index}]"
            check_shape(reveal, REVEAL_SHAPE, "berkas", where)
            self.keep(self.shown, reveal, where)
        self.has_result = os.path.exists(self.path("hasil.csv"))
        for right, indonesian, english in (
            (not self.shown or len(self.promised) == 3, "nilai dibuka sebelum semua berjanji", "shown before all promised"),
            ((record["seed"] is not None) == (len(self.shown) == 3), "benih tanpa ketiga nilai, atau sebaliknya", "a seed without the three values, or the reverse"),
            (record["drawnAt"] is None or record["seed"] is not None, "diundi tanpa benih", "drawn without a seed"),
            ((record["selected"] is None) == (record["digest"] is None), "selected tanpa digest, atau sebaliknya", "selected without digest, or the reverse"),
            (record["selected"] is None or record["drawnAt"] is not None, "hasil tanpa waktu undian", "a result without the moment of the draw"),
            (self.has_result == (record["selected"] is not None), "hasil.csv dan undian.json tidak sama jauhnya", "hasil.csv and undian.json are not equally far"),
        ):
            if not right:
                raise Fault("berkas", indonesian, english)

    @staticmethod
    def keep(by_party, entry, where):
        if entry["party"] in by_party:
            raise Fault("berkas", f"{where}: pihak dua kali", f"{where}: the party is there twice")
        by_party[entry["party"]] = entry

    # -- daftar.csv

    def lines(self, name, step):
        """Number from 1 and text of each line; a line ends with one byte 0x0A, the last one too."""
        path = self.path(name)
        if not os.path.exists(path):
            raise Fault(step, f"{path} tidak ada", f"{path} is missing")
        with open(path, "rb", buffering=1 << 20) as file:
            for number, line in enumerate(file, 1):
                if not line.endswith(b"\n"):
                    raise Fault(step, f"{name} baris {number} tidak diakhiri baris baru", f"{name} line {number} does not end with a newline")
                yield number, line[:-1]

    def read_list(self):
        columns = re.compile(rb"([0-9a-f]{64}),([0-9.]*),(0|[1-9][0-9]{0,8}),(0|[1-9][0-9]{0,8}),([0-9a-f]{32}),(0|[1-9][0-9]{0,8})")
        people, before, sha = set(), b"", hashlib.sha256
        for number, line in self.lines("daftar.csv", "daftar"):
            found = columns.fullmatch(line)
            problem = None
            if found is None:
                problem = ("tidak benar bentuknya", "is malformed")
            else:
                entry, province, priority, weight, family, taken = found.groups()
                leaf = sha(b"\0" + line).digest()
                if weight != b"1":
                    problem = ("punya bobot lain dari 1", "has a weight other than 1")
                elif leaf <= before:
                    problem = ("tidak pada urutannya atau dua kali", "is out of order or there twice")
                elif entry in people:
                    problem = ("memuat entri yang sudah ada", "has an entry that is there already")
                elif self.taken.setdefault(family, int(taken)) != int(taken):
                    problem = ("menyebut jumlah penerima lain untuk satu Kartu Keluarga", "says another number of recipients of one family card")
            if problem:
                raise Fault("daftar", f"daftar.csv baris {number} {problem[0]}", f"daftar.csv line {number} {problem[1]}")
            people.add(entry)
            before = leaf
            self.leaves.append(leaf)
            self.provinces.append(sys.intern(province.decode("ascii")))
            self.priorities.append(int(priority))
            self.families.append(family)
        counted, said = len(self.leaves), self.record["entries"]
        if counted != said:
            raise Fault("daftar", f"daftar.csv punya {counted} baris, undian.json menyebut {said}", f"daftar.csv has {counted} lines, undian.json says {said}")
        self.ok("daftar", f"{counted} baris, urut, masing-masing sekali", f"{counted} lines, in order, each once")

    def check_root(self):
        level, sha = self.leaves, hashlib.sha256
        while len(level) > 1:
            above = [sha(b"\1" + left + right).digest() for left, right in zip(level[0::2], level[1::2])]
            if len(level) % 2:
                above.append(level[-1])
            level = above
        root = level[0] if level else sha().digest()
        if root.hex() != self.record["root"]:
            raise Fault("akar", "akar bukan sidik daftar ini", "the root is not the hash of this list")
        self.ok("akar", root.hex(), "the root is the hash of this list")

    # -- promises, times, values

    def tagged(self, word, *lines):
        return TAG + "\n".join([word, str(self.record["wave"]), *lines]).encode("utf-8")

    def check_promises(self):
        public = self.promised.get("public")
        if public and len(self.promised) < 3:
            raise Fault("janji", "angka umum diumumkan sebelum yang lain berjanji", "the public value is announced before the others have promised")
        if public and digest(self.tagged("public", public["knownAt"], public["source"])).hex() != public["commitment"]:
            raise Fault("janji", "janji angka umum bukan sidik dari saat dan sumbernya", "the promise of the public is not the hash of its moment and source")
        waiting = [party for party in WHO if party not in self.promised]
        if waiting:
            self.open("janji", "belum berjanji: " + ", ".join(WHO[party] for party in waiting), "not promised yet: " + ", ".join(waiting))
        else:
            self.ok("janji", "ketiga pihak sudah berjanji", "all three parties have promised")

    def check_times(self):
        def fault(indonesian, english):
            raise Fault("waktu", indonesian, english)

        frozen = as_moment(self.record["frozenAt"])
        promised = {party: as_moment(promise["committedAt"]) for party, promise in self.promised.items()}
        shown = {party: as_moment(reveal["revealedAt"]) for party, reveal in self.shown.items()}
        if promised and min(promised.values()) < frozen:
            fault("ada janji sebelum daftar ditetapkan", "something was promised before the list was fixed")
        if "public" in promised:
            known = as_moment(self.promised["public"]["knownAt"])
            if promised["public"] != max(promised.values()):
                fault("angka umum bukan janji yang terakhir", "the public value is not the last promise")
            if known - promised["public"] < timedelta(minutes=10):
                fault("angka umum dapat diketahui kurang dari sepuluh menit sesudah diumumkan", "the public value can be known less than ten minutes after it was announced")
            if shown and min(shown.values()) < promised["public"]:
                fault("ada nilai yang dibuka sebelum semua berjanji", "a value was shown before all had promised")
        for party, moment in shown.items():
            by_rule = self.shown[party]["fallback"]
            if party == "public":
                in_time = moment >= (known + DAY if by_rule else known)
            else:
                in_time = (moment >= known) == by_rule
            if not in_time:
                fault(f"nilai {WHO[party]} tidak pada waktunya", f"the value of {party} is not in its time")
        if self.record["drawnAt"] is not None and as_moment(self.record["drawnAt"]) < max(shown.values()):
            fault("diundi sebelum semua nilai ada", "drawn before all values were there")
        self.ok("waktu", "setiap langkah pada waktunya", "every step is in its time")

    def check_values(self):
        for party, reveal in self.shown.items():
            value = bytes.fromhex(reveal["value"])
            promise = bytes.fromhex(self.promised[party]["commitment"])
            right, words = True, ("nilai sesuai janji", "the value is what was promised")
            if reveal["fallback"]:
                words = ("nilai pengganti menurut aturan", "the value of the rule stands in")
                root = bytes.fromhex(self.record["root"])
                right = value == digest(self.tagged("fallback", party, ""), root, promise)
            elif party == "public":
                try:
                    value.decode("utf-8")
                except UnicodeDecodeError:
                    right = False
            else:
                right = len(value) == 32 and digest(self.tagged("commit", party, ""), value) == promise
            if not right:
                raise Fault("bukaan", f"nilai {WHO[party]} tidak menurut janji atau aturan", f"the value of {party} follows neither from promise nor rule")
            self.ok("bukaan", f"{WHO[party]}: {words[0]}", f"{party}: {words[1]}")
        waiting = [party for party in WHO if party not in self.shown]
        if waiting:
            self.open("bukaan", "belum dibuka: " + ", ".join(WHO[party] for party in waiting), "not shown yet: " + ", ".join(waiting))

    # -- seed, order, walk

    def check_seed(self):
        values = [digest(bytes.fromhex(self.shown[party]["value"])) for party in ("operator", "witness", "public")]
        seed = digest(self.tagged("seed", ""), bytes.fromhex(self.record["root"]), *values)
        if seed.hex() != self.record["seed"]:
            raise Fault("benih", "benih tidak menurut aturan", "the seed does not follow from the rule")
        self.seed = seed
        self.ok("benih", seed.hex(), "the seed follows from the list and the three values")

    def hold_draw(self):
        """Puts the list in its order and gives every line its outcome."""
        keys = [hmac.digest(self.seed, leaf, "sha256") for leaf in self.leaves]
        self.order = sorted(range(len(keys)), key=lambda at: (self.priorities[at], keys[at]))
        quota, limit, by_province = self.record["quota"], self.record["perFamilyCard"], self.record["provinces"]
        province_left = dict(by_province)
        group_left = {int(group): places for group, places in self.record["groups"].items()}
        of_family, in_stratum, chosen = dict(self.taken), {}, hashlib.sha256()
        self.selected = 0
        for position in self.order:
            province, group, family = self.provinces[position], self.priorities[position], self.families[position]
            stratum = in_stratum[province, group] = in_stratum.get((province, group), 0) + 1
            if of_family[family] >= limit:
                outcome = "family_card_full"
            elif (
                self.selected == quota
                or (by_province and province_left.get(province, 0) == 0)
                or group_left.get(group) == 0
            ):
                outcome = "quota_full"
            else:
                outcome = "selected"
                self.selected += 1
                of_family[family] += 1
                if province in province_left:
                    province_left[province] -= 1
                if group in group_left:
                    group_left[group] -= 1
                chosen.update(self.leaves[position])
                self.last_in[province, group] = stratum
            self.places.append((stratum, outcome))
        self.digest = chosen.hexdigest()

    def check_result(self):
        number = 0
        for number, line in self.lines("hasil.csv", "urutan"):
            if number > len(self.order):
                raise Fault("urutan", f"hasil.csv baris {number} berlebih", f"hasil.csv line {number} is one too many")
            place = f"{number},{self.order[number - 1]},"
            right = place + self.places[number - 1][1]
            if line != right.encode("ascii"):
                step = "hasil" if line.startswith(place.encode("ascii")) else "urutan"
                raise Fault(step, f'hasil.csv baris {number} seharusnya "{right}"', f'hasil.csv line {number} should be "{right}"')
        if number != len(self.order):
            raise Fault("urutan", f"hasil.csv berhenti sesudah baris {number} dari {len(self.order)}", f"hasil.csv ends after line {number} of {len(self.order)}")
        self.ok("urutan", f"{number} baris dalam urutan undian", f"{number} lines in the drawn order")
        self.ok("hasil", "setiap baris mendapat hasil menurut kuota dan Kartu Keluarga", "every line has its outcome by quota and family card")

    def check_numbers(self):
        said = self.record["selected"]
        if said != self.selected:
            raise Fault("sidik", f"terpilih {self.selected}, undian.json menyebut {said}", f"{self.selected} are selected, undian.json says {said}")
        if self.record["digest"] != self.digest:
            raise Fault("sidik", "sidik hasil tidak cocok", "the digest of the result differs")
        self.ok("sidik", f"{self.selected} terpilih, {self.digest}", f"{self.selected} selected, the digest agrees")

    # -- one person

    def check_proof(self, proof):
        def fault(indonesian, english):
            raise Fault("bukti", indonesian, english)

        position = proof["position"]
        if proof["wave"] != self.record["wave"]:
            fault("bukti dari gelombang lain", "the proof is of another wave")
        if proof["root"] != self.record["root"]:
            fault("akar bukti bukan akar daftar", "the proof's root is not the list's")
        if position >= len(self.leaves) or self.leaves[position].hex() != proof["leaf"]:
            fault("baris bukti tidak ada pada tempatnya dalam daftar", "the proof's line is not at its place in the list")
        sides, at, last = [], position, len(self.leaves) - 1
        while last > 0:
            if at & 1 or at < last:
                sides.append("left" if at & 1 else "right")
            at, last = at >> 1, last >> 1
        if [node["side"] for node in proof["path"]] != sides:
            fault("jalan bukti bukan dari tempat itu", "the path is not from that place")
        told = [proof.get(name) for name in ("rank", "stratumRank", "outcome", "cutOff")]
        if told == [None] * 4:
            return
        if not self.has_result:
            fault("bukti menyebut hasil yang belum diumumkan", "the proof tells a result that is not published")
        index = self.order.index(position)
        stratum, outcome = self.places[index]
        last = self.last_in.get((self.provinces[position], self.priorities[position]))
        if told != [index + 1, stratum, outcome, last]:
            fault("urutan atau hasil dalam bukti tidak menurut undian", "rank or result in the proof is not the draw's")


def load_proof(path):
    """A proof that leads from its person to its root by itself."""
    proof = load_json(path, "bukti")
    check_shape(proof, PROOF_SHAPE, "bukti", "bukti.json", PROOF_RESULT_SHAPE)
    for index, node in enumerate(proof["path"]):
        check_shape(node, NODE_SHAPE, "bukti", f"bukti.json path[{index}]")
    person = bytes.fromhex(proof["participant"].replace("-", ""))
    if digest(bytes.fromhex(proof["salt"]), person).hex() != proof["entry"]:
        raise Fault("bukti", "entri bukan sidik dari garam dan nomor peserta", "the entry is not the hash of salt and participant")
    line = ",".join(str(proof[name]) for name in ("entry", "province", "priority", "weight", "family", "taken"))
    node = digest(b"\0", line.encode("ascii"))
    if node.hex() != proof["leaf"]:
        raise Fault("bukti", "daun bukan sidik dari barisnya", "the leaf is not the hash of its line")
    for step in proof["path"]:
        other = bytes.fromhex(step["hash"])
        node = digest(b"\1", other, node) if step["side"] == "left" else digest(b"\1", node, other)
    if node.hex() != proof["root"]:
        raise Fault("bukti", "jalan dari daun tidak sampai ke akar", "the path from the leaf does not lead to the root")
    return proof


# ------------------------------------------------------------------------------------------ telling

MARKS = {"BENAR": "[BENAR/OK]", "BELUM": "[BELUM/OPEN]", "SALAH": "[SALAH/WRONG]"}


def tell(mark, step, indonesian, english):
    print(f"{MARKS[mark]:<14} {step:<7} {indonesian} | {english}")


def check_one(folder, proof_path):
    try:
        complete = True
        if folder is None:
            proof = load_proof(proof_path)
            tell("BENAR", "bukti", f"sampai ke akar {proof['root']}", "the proof leads to this root")
            print("Bandingkan akar ini dengan yang diumumkan. | Compare this root with the published one.")
        else:
            complete = Bundle(folder, tell).check(proof_path or own_proof(folder))
    except Fault as fault:
        tell("SALAH", fault.step, fault.indonesian, fault.english)
        print("HASIL: SALAH | VERDICT: WRONG")
        return 1
    print("HASIL: BENAR | VERDICT: CORRECT" if complete else "HASIL: BENAR SEJAUH INI | VERDICT: CORRECT SO FAR")
    return 0


def own_proof(folder):
    path = os.path.join(folder, "bukti.json")
    return path if os.path.exists(path) else None


def check_many(folder):
    code = 0
    for name in sorted(os.listdir(folder)):
        each = os.path.join(folder, name)
        try:
            complete = Bundle(each, lambda *_: None).check(own_proof(each))
            print(f"{name}\t{'BENAR' if complete else 'SEJAUH-INI'}\t-")
        except Fault as fault:
            print(f"{name}\tSALAH\t{fault.step}")
            code = 1
    return code


def main():
    parser = argparse.ArgumentParser(description="Memeriksa undian gelombang / Checks the draw of a wave")
    parser.add_argument("folder", nargs="?", help="undian.json, daftar.csv, hasil.csv")
    parser.add_argument("--bukti", metavar="bukti.json")
    parser.add_argument("--banyak", metavar="FOLDER")
    asked = parser.parse_args()
    if asked.banyak is not None:
        return check_many(asked.banyak)
    if asked.folder is None and asked.bukti is None:
        parser.print_help()
        return 1
    return check_one(asked.folder, asked.bukti)


if __name__ == "__main__":
    sys.exit(main())
