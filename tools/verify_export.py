#!/usr/bin/env python3
"""Verifies an export of Plimsoll's record with nothing but Python's standard library.

The second opinion to `./plimsoll verify`, and no code in common with it; docs/reference/record.md describes the
format that both read. It does not make decisions again.

Usage: verify_export.py <export.ndjson> [--key <public key pem>]... [--checkpoint <file>]...
                        [--from <sequence>] [--to <sequence>] [--json]

Exit codes: 0 nothing is wrong, 1 something is, 2 wrong usage or a file can't be read.
"""

import argparse
import base64
import binascii
import datetime
import hashlib
import json
import re
import sys

MAX_LINE = 16 << 20
MAX_DEPTH = 100
MAX_KEPT = 1000
ZERO = "sha256:" + "0" * 64

HASH = rb"sha256:[0-9a-f]{64}"
TIME = rb"[0-9]{4}-[0-9]{2}-[0-9]{2}T(?:[01][0-9]|2[0-3])(?::[0-5][0-9]){2}\.[0-9]{6}Z"
SEQUENCE = rb"[1-9][0-9]{0,17}"
ENTRY = re.compile(
    rb'\{"hash":"(' + HASH + rb')","entry":(\{"sequence":(' + SEQUENCE + rb'),"previous":"(' + HASH
    + rb')","kind":"([A-Za-z][A-Za-z0-9._-]{0,63})","at":"(' + TIME + rb')","body":(\{.*\})\})\}', re.DOTALL)
CHECKPOINT = re.compile(
    rb'\{"checkpoint":(\{"sequence":(' + SEQUENCE + rb'),"hash":"(' + HASH + rb')","at":"(' + TIME
    + rb')","key":"([0-9a-f]{16})"\}),"signature":"([A-Za-z0-9+/]{86}==)"\}')
KEY = re.compile(rb'\{"key":\{"id":"([0-9a-f]{16})","algorithm":"Ed25519","publicKey":"([A-Za-z0-9+/]{59}=)"\}\}')
PATH = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.-]*(?:/[A-Za-z0-9_][A-Za-z0-9_.-]*){0,7}")
SPKI_START = bytes.fromhex("302a300506032b6570032100")


class Invalid(Exception):
    """A line that is none of an export."""


# --- Ed25519, after RFC 8032, section 6 ---------------------------------------------------------------------------

P = 2**255 - 19
L = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P
SQRT_M1 = pow(2, (P - 1) // 4, P)


def point_add(a, b):
    k, m = (a[1] - a[0]) * (b[1] - b[0]) % P, (a[1] + a[0]) * (b[1] + b[0]) % P
    c, e = 2 * a[3] * b[3] * D % P, 2 * a[2] * b[2] % P
    f, g, h, i = m - k, e - c, e + c, m + k
    return f * g % P, h * i % P, g * h % P, f * i % P


def point_mul(s, a):
    result = (0, 1, 1, 0)
    while s > 0:
        if s & 1:
            result = point_add(result, a)
        a = point_add(a, a)
        s >>= 1
    return result


def point_equal(a, b):
    return (a[0] * b[2] - b[0] * a[2]) % P == 0 and (a[1] * b[2] - b[1] * a[2]) % P == 0


def point(encoded):
    """The point that 32 bytes stand for, or None if they are not its only encoding."""
    y = int.from_bytes(encoded, "little")
    sign, y = y >> 255, y & ((1 << 255) - 1)
    if y >= P:
        return None
    x2 = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    if x2 == 0:
        return None if sign else (0, y, 1, 0)
    x = pow(x2, (P + 3) // 8, P)
    if (x * x - x2) % P:
        x = x * SQRT_M1 % P
    if (x * x - x2) % P:
        return None
    if x & 1 != sign:
        x = P - x
    return x, y, 1, x * y % P


BASE = point((4 * pow(5, P - 2, P) % P).to_bytes(32, "little"))


class PublicKey:
    """An Ed25519 key; one of small order would accept what nobody signed, and is refused."""

    def __init__(self, spki):
        if len(spki) != 44 or not spki.startswith(SPKI_START):
            raise Invalid("shows no Ed25519 key.")
        self.id = hashlib.sha256(spki).hexdigest()[:16]
        self.encoded = spki[12:]
        self.point = point(self.encoded)
        if self.point is None or point_equal(point_mul(8, self.point), (0, 1, 1, 0)):
            raise Invalid("shows no Ed25519 key.")

    def verifies(self, message, signature):
        r, s = point(signature[:32]), int.from_bytes(signature[32:], "little")
        if r is None or s >= L:
            return False
        h = int.from_bytes(hashlib.sha512(signature[:32] + self.encoded + message).digest(), "little") % L
        return point_equal(point_mul(s, BASE), point_add(r, point_mul(h, self.point)))


def read_pem(file):
    with open(file, "rb") as pem:
        text = pem.read(64 << 10).decode("latin-1")
    block = re.fullmatch(r"\s*-----BEGIN PUBLIC KEY-----\s([A-Za-z0-9+/=\s]+)-----END PUBLIC KEY-----\s*", text)
    if not block:
        raise OSError("the file %s must hold one block BEGIN PUBLIC KEY and nothing else" % file)
    try:
        return PublicKey(base64.b64decode("".join(block.group(1).split()), validate=True))
    except (binascii.Error, Invalid):
        raise OSError("the file %s holds no Ed25519 key" % file) from None


# --- lines --------------------------------------------------------------------------------------------------------


class Number(str):
    """A number as it is written: its value does not matter here."""


def unique(pairs):
    fields = dict(pairs)
    if len(fields) != len(pairs):
        raise Invalid("has a name twice in one object.")
    return fields


def no_constant(name):
    raise Invalid("is not strict JSON.")


STRICT = json.JSONDecoder(
    object_pairs_hook=unique, parse_int=Number, parse_float=Number, parse_constant=no_constant)


def is_deeper(value, most):
    level = [value]
    while level:
        level = [child for each in level if isinstance(each, (dict, list))
                 for child in (each.values() if isinstance(each, dict) else each)]
        most -= 1
        if most < 0:
            return any(isinstance(each, (dict, list)) for each in level)
    return False


def strict_json(text):
    try:
        value = STRICT.decode(text.decode("utf-8"))
    except UnicodeDecodeError:
        raise Invalid("is not UTF-8.") from None
    except (ValueError, RecursionError):
        raise Invalid("is not strict JSON.") from None
    if not isinstance(value, dict) or is_deeper(value, MAX_DEPTH - 1):
        raise Invalid("is not one JSON object of the known form.")
    return value


def is_time(text):
    try:
        datetime.date(int(text[0:4]), int(text[5:7]), int(text[8:10]))
        return True
    except ValueError:
        return False


class Entry:
    def __init__(self, line):
        parts = ENTRY.fullmatch(line)
        if not parts or not is_time(parts.group(6)):
            raise Invalid("is not framed as an entry.")
        self.stated = parts.group(1).decode()
        self.own = "sha256:" + hashlib.sha256(parts.group(2)).hexdigest()
        self.sequence = int(parts.group(3))
        self.previous = parts.group(4).decode()
        self.rule_set = None
        body = strict_json(parts.group(7))
        if parts.group(5) == b"decision":
            for name in ("id", "account", "time", "ruleSet", "by"):
                value = body.get(name)
                if not isinstance(value, str) or isinstance(value, Number) or not value:
                    raise Invalid("is a decision without (%s), or with one that says nothing." % name)
            for name in ("snapshot", "decision"):
                if not isinstance(body.get(name), dict) or not body[name]:
                    raise Invalid("is a decision without (%s), or with one that says nothing." % name)
            self.rule_set = body["ruleSet"]
            if not re.fullmatch(HASH.decode(), self.rule_set):
                raise Invalid("is a decision without (ruleSet), or with one that says nothing.")


class Checkpoint:
    def __init__(self, line):
        parts = CHECKPOINT.fullmatch(line)
        if not parts or not is_time(parts.group(4)):
            raise Invalid("is not framed as a checkpoint.")
        self.text = line
        self.signed = parts.group(1)
        self.sequence = int(parts.group(2))
        self.hash = parts.group(3).decode()
        self.key = parts.group(5).decode()
        self.signature = base64.b64decode(parts.group(6))
        if base64.b64encode(self.signature) != parts.group(6):
            raise Invalid("is a checkpoint whose signature is written in a second way.")


def key_of(line):
    parts = KEY.fullmatch(line)
    if not parts:
        raise Invalid("is not framed as a key.")
    spki = base64.b64decode(parts.group(2))
    key = PublicKey(spki)
    if key.id.encode() != parts.group(1) or base64.b64encode(spki) != parts.group(2):
        raise Invalid("shows a key whose id is not that of the key.")
    return key


ESCAPES = {'"': '\\"', "\\": "\\\\", "\b": "\\b", "\t": "\\t", "\n": "\\n", "\f": "\\f", "\r": "\\r"}


def quoted(text):
    return '"%s"' % re.sub(
        r'[\x00-\x1f"\\]', lambda c: ESCAPES.get(c.group(), "\\u%04X" % ord(c.group())), text)


def file_bytes(value):
    try:
        if isinstance(value, str) and not isinstance(value, Number):
            return value.encode("utf-8")
        if isinstance(value, dict) and list(value) == ["base64"] and isinstance(value["base64"], str):
            return base64.b64decode(value["base64"], validate=True)
    except ValueError:
        pass
    raise Invalid("has a file that is neither text nor Base64.")


def written(content):
    try:
        return quoted(content.decode("utf-8"))
    except UnicodeDecodeError:
        return '{"base64":"%s"}' % base64.b64encode(content).decode()


def rule_set_of(line):
    """The digest of the rule set on a line, if its files give it and the line is written in the one way."""
    outer = strict_json(line)
    inner = outer.get("ruleSet")
    if list(outer) != ["ruleSet"] or not isinstance(inner, dict) or list(inner) != ["digest", "files"] \
            or not isinstance(inner["files"], dict):
        raise Invalid("is not one JSON object of the known form.")
    files = {path: file_bytes(value) for path, value in inner["files"].items()}
    if len(files) > 1000 or sum(map(len, files.values())) > 8 << 20 \
            or any(len(path) > 200 or not PATH.fullmatch(path) for path in files) \
            or any(len(content) > 1 << 20 for content in files.values()):
        raise Invalid("has files that no rule set may have.")
    sha256 = hashlib.sha256()
    for path in sorted(files):
        for part in (path.encode(), files[path]):
            sha256.update(len(part).to_bytes(4, "big"))
            sha256.update(part)
    digest = "sha256:" + sha256.hexdigest()
    canonical = '{"ruleSet":{"digest":"%s","files":{%s}}}' % (
        digest, ",".join(quoted(path) + ":" + written(files[path]) for path in sorted(files)))
    if canonical.encode("utf-8") != line:
        raise Invalid("has files that don't give its digest, or is written in another way.")
    return digest


def lines_of(file):
    """(number, content, ending) of each line; of a line that is too long only the number is kept."""
    number = 0
    while True:
        content = file.readline(MAX_LINE + 2)
        if not content:
            return
        number += 1
        if content.endswith(b"\n") and len(content) <= MAX_LINE + 1:
            yield number, content[:-1], "break"
        elif len(content) <= MAX_LINE:
            yield number, content, "file"
        else:
            while content and not content.endswith(b"\n"):
                content = file.readline(MAX_LINE)
            yield number, b"", "bound"


# --- the walk -----------------------------------------------------------------------------------------------------


class Verifier:
    def __init__(self, export, keys, outside_files, first, last):
        self.export, self.given, self.first, self.last = export, keys, first, last
        self.shown = {}
        self.problems, self.other_problems, self.problem_count = [], [], 0
        self.outside, self.torn = {}, []
        self.rule_sets, self.missing = set(), set()
        self.sequence, self.hashes, self.doubt = 0, (), False
        self.start, self.entries, self.decisions, self.head, self.checkpoints = 0, 0, 0, None, 0
        self.confirmed, self.leading = 0, []
        self.at, self.at_hashes, self.texts, self.outside_here = 0, (), set(), []
        self.lines = 0
        for file in outside_files:
            self.read_outside(file)

    def problem(self, line, first, last, message):
        self.keep(self.problems, self.export, line, first, last, message)

    def keep(self, where, file, line, first, last, message):
        self.problem_count += 1
        if len(where) < MAX_KEPT:
            where.append({"file": file, "line": line, "first": first, "last": last, "message": message})

    def read_outside(self, name):
        seen = {each[2].text for those in self.outside.values() for each in those}
        with open(name, "rb") as file:
            for number, content, ending in lines_of(file):
                try:
                    if ending == "bound":
                        raise Invalid("is too long.")
                    if content.startswith(b'{"key":'):
                        key_of(content)
                        continue
                    checkpoint = Checkpoint(content)
                    if content not in seen:
                        seen.add(content)
                        self.outside.setdefault(checkpoint.sequence, []).append((name, number, checkpoint))
                except Invalid as e:
                    if ending == "file":
                        self.torn.append((number, name))
                    else:
                        self.keep(self.other_problems, name, number, 0, 0,
                                  "The line %s Maybe the file was changed." % e)

    def run(self, file):
        for number, content, ending in lines_of(file):
            self.lines = number
            try:
                if ending == "file":
                    raise Invalid("ends without a line break: the export was cut off in it.")
                if ending == "bound":
                    raise Invalid("is longer than any line of a record.")
                self.read(content, number)
            except Invalid as e:
                self.doubt = True
                self.problem(number, self.place() - 1, self.place(),
                             "The line %s It was changed, put in or damaged." % e)
        self.end(self.lines + 1)

    def read(self, content, number):
        if content.startswith(b'{"hash":'):
            self.enter(Entry(content), number)
        elif content.startswith(b'{"ruleSet":'):
            digest = rule_set_of(content)
            if digest in self.rule_sets:
                self.problem(number, 0, 0, "The rule set %s stands here a second time." % digest)
            self.rule_sets.add(digest)
        elif content.startswith(b'{"checkpoint":'):
            self.take(Checkpoint(content), number)
        elif content.startswith(b'{"key":'):
            key = key_of(content)
            if key.id in self.shown:
                self.problem(number, 0, 0, "The key stands here a second time.")
            self.shown[key.id] = key
        else:
            raise Invalid("is neither an entry nor a rule set, a checkpoint or a key.")

    def enter(self, entry, number):
        n = entry.sequence
        self.start = self.start or n
        self.entries += 1
        if entry.own != entry.stated:
            place = self.place()
            self.problem(number, place, place,
                         "Entry %d and the hash beside it don't fit: one of them was changed." % place)
            self.move(entry, place if self.sequence else n, number)
        elif self.sequence == 0:
            self.begin(entry, number)
            self.move(entry, n, number)
        elif self.go_on(entry, number):
            self.move(entry, n, number)
        self.doubt = False
        if entry.rule_set is not None:
            self.decisions += 1
            if entry.rule_set not in self.rule_sets and entry.rule_set not in self.missing:
                self.missing.add(entry.rule_set)
                self.problem(number, n, n, "Entry %d was decided by the rule set %s, whose files don't stand before it:"
                             " they were taken out or changed." % (n, entry.rule_set))

    def place(self):
        """The sequence that the next entry should have, as far as is known."""
        return self.sequence + 1 if self.sequence else max(1, self.first)

    def move(self, entry, n, number):
        if self.sequence:
            self.leave(number)
        self.sequence, self.hashes, self.head = n, {entry.own, entry.stated}, entry.stated
        self.at, self.at_hashes, self.texts = n, self.hashes, set()
        self.outside_here = self.compare_outside(self.outside.pop(n, []), number)

    def begin(self, entry, number):
        n = entry.sequence
        if self.first and n != self.first:
            self.problem(number, min(self.first, n), max(self.first, n),
                         "The export begins at entry %d and must begin at %d: entries were cut off or put in front."
                         % (n, self.first))
        if n == 1 and entry.previous != ZERO:
            self.problem(number, 1, 1, "Entry 1 names an entry before it, and there is none: it was replaced.")
        self.at, self.at_hashes = n - 1, {entry.previous}
        for checkpoint, line in self.leading:
            if n == 1 or checkpoint.sequence != n - 1:
                self.misplaced(checkpoint, line)
            else:
                self.compare(checkpoint, line, "The checkpoint")
        self.texts = set()
        if n > 1:
            self.compare_outside(self.outside.pop(n - 1, []), number)

    def go_on(self, entry, number):
        n, before = entry.sequence, self.sequence
        if n <= before:
            self.problem(number, n, before,
                         "Entry %d stands after entry %d: it was moved, put in, or stands there twice." % (n, before))
            return False
        if n > before + 1:
            if not (self.doubt and n == before + 2):
                self.problem(number, before + 1, n - 1,
                             "Entry %d follows entry %d: the entries between were taken out or moved." % (n, before))
        elif entry.previous not in self.hashes:
            self.problem(number, before, n,
                         "Entry %d names another hash than that of the entry before it: %d or %d was replaced."
                         % (n, before, n))
        return True

    def objection(self, checkpoint):
        key = (self.given or self.shown).get(checkpoint.key)
        if key is None:
            return "The checkpoint of entry %d names the key %s, which %s: it proves nothing." % (
                checkpoint.sequence, checkpoint.key,
                "is none of those given" if self.given else "the export does not show before it")
        if not key.verifies(checkpoint.signed, checkpoint.signature):
            return "The checkpoint of entry %d was not signed by the key %s: it was changed or made up." % (
                checkpoint.sequence, checkpoint.key)
        return None

    def take(self, checkpoint, number):
        objection = self.objection(checkpoint)
        if objection:
            self.problem(number, self.at, checkpoint.sequence, objection)
        elif checkpoint.text in self.texts:
            self.problem(number, self.at, self.at, "The checkpoint of entry %d stands here twice." % self.at)
        elif self.sequence == 0:
            self.texts.add(checkpoint.text)
            self.leading.append((checkpoint, number))
        else:
            self.texts.add(checkpoint.text)
            if checkpoint.sequence != self.at:
                self.misplaced(checkpoint, number)
            else:
                self.compare(checkpoint, number, "The checkpoint")

    def misplaced(self, checkpoint, number):
        if checkpoint.sequence > self.at:
            self.cut_off(number, checkpoint.sequence, "a checkpoint")
        else:
            self.problem(number, checkpoint.sequence, self.at,
                         "The checkpoint of entry %d stands after entry %d: it was moved."
                         % (checkpoint.sequence, self.at))

    def cut_off(self, number, n, name):
        self.problem(number, self.confirmed + 1, n,
                     "The chain is at entry %d, and %s is of entry %d: its end was cut off, or entries after %d were"
                     " taken out and hashes made anew." % (self.at, name, n, self.confirmed))

    def compare(self, checkpoint, number, name):
        if checkpoint.hash in self.at_hashes:
            self.confirmed = self.at
            self.checkpoints += 1
        else:
            before = "the checkpoint of %d" % self.confirmed if self.confirmed else "the beginning"
            self.problem(number, self.confirmed + 1, self.at,
                         "%s says that entry %d has another hash: between %s and this one, entries were replaced and"
                         " hashes made anew." % (name, self.at, before))

    def is_sound(self, outside):
        name, line, checkpoint = outside
        objection = self.objection(checkpoint)
        if objection:
            self.keep(self.other_problems, name, line, checkpoint.sequence, checkpoint.sequence, objection)
        return not objection

    def compare_outside(self, those, number):
        sound = [each for each in those if self.is_sound(each)]
        for name, line, checkpoint in sound:
            self.compare(checkpoint, number, "Line %d of %s" % (line, name))
        return sound

    def leave(self, number):
        for name, line, checkpoint in self.outside_here:
            if checkpoint.text not in self.texts:
                self.problem(number, self.at, self.at,
                             "The checkpoint of entry %d that line %d of %s holds is not in the export: it was taken"
                             " out." % (self.at, line, name))
        self.outside_here = []

    def end(self, number):
        if self.sequence == 0:
            self.problem(number, 0, 0, "The export holds no entry, so it proves nothing.")
        else:
            self.leave(number)
        if self.last and self.sequence != self.last:
            self.problem(number, min(self.sequence, self.last), max(self.sequence, self.last),
                         "The export ends at entry %d and must end at %d: entries were cut off or put in."
                         % (self.sequence, self.last))
        left = [each for n in sorted(self.outside) for each in self.outside[n] if self.is_sound(each)]
        beyond = [each for each in left
                  if each[2].sequence > self.at and (not self.last or each[2].sequence <= self.last)]
        if beyond:
            name, line, checkpoint = beyond[-1]
            self.cut_off(number, checkpoint.sequence, "the checkpoint in line %d of %s" % (line, name))
        self.uncovered = sum(each[2].sequence < self.start for each in left)

    def notes(self):
        if self.start > 1:
            yield "The export begins at entry %d: nothing is proven about entries 1 to %d." % (
                self.start, self.start - 1)
        if self.uncovered:
            yield "%d checkpoints are of entries before the export, and were not compared." % self.uncovered
        for number, name in self.torn:
            yield "The last line (%d) of %s is cut off, and was passed over." % (number, name)
        if not self.confirmed:
            yield "No checkpoint confirms the chain: whoever could write it could have written all of it anew."
        elif self.confirmed < self.sequence:
            yield "Entries %d to %d come after the last checkpoint: they could have been replaced together." % (
                self.confirmed + 1, self.sequence)
        if not self.given and self.checkpoints:
            yield ("No key was given, so the export's own was trusted: whoever changed it could have put in another."
                   " Give the key by --key.")

    def report(self):
        summary = {"lines": self.lines, "entries": self.entries, "from": self.start, "to": self.sequence,
                   "head": self.head, "checkpoints": self.checkpoints, "ruleSets": len(self.rule_sets),
                   "decisions": self.decisions}
        return {
            "good": self.problem_count == 0,
            "problemCount": self.problem_count,
            "problems": sorted(self.problems, key=lambda each: each["line"]) + self.other_problems,
            "notes": list(self.notes()),
            "summary": {name: value for name, value in summary.items() if value is not None},
        }


def positive(text):
    number = int(text)
    if number < 1:
        raise ValueError(text)
    return number


def main(arguments):
    usage = argparse.ArgumentParser(prog="verify_export.py", description="Verify an export of the record.")
    usage.add_argument("export")
    usage.add_argument("--key", action="append", default=[], metavar="PEM", help="a public key that you trust")
    usage.add_argument("--checkpoint", action="append", default=[], metavar="FILE", help="checkpoints kept elsewhere")
    usage.add_argument("--from", dest="first", type=positive, default=0, help="the entry at which it must begin")
    usage.add_argument("--to", dest="last", type=positive, default=0, help="the entry at which it must end")
    usage.add_argument("--json", action="store_true", help="write one JSON document")
    options = usage.parse_args(arguments)
    try:
        keys = {key.id: key for key in map(read_pem, options.key)}
        verifier = Verifier(options.export, keys, options.checkpoint, options.first, options.last)
        with open(options.export, "rb") as file:
            verifier.run(file)
    except OSError as e:
        print("A file can't be read: %s. Maybe check its name." % e, file=sys.stderr)
        return 2
    report = verifier.report()
    if options.json:
        print(json.dumps(report, ensure_ascii=True))
    else:
        for each in report["problems"]:
            print("%(file)s:%(line)d: %(message)s" % each)
        for note in report["notes"]:
            print("Note: %s" % note)
        print("%s: %d entries (%d to %d), head %s, %d checkpoints, %d rule sets, %d decisions" % (
            "Good" if report["good"] else "NOT GOOD", verifier.entries, verifier.start, verifier.sequence,
            verifier.head or "none", verifier.checkpoints, len(verifier.rule_sets), verifier.decisions))
    return 0 if report["good"] else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
