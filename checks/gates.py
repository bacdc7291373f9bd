"""The house rules that no lint knows: sizes, places of SQL, forbidden words, named paths.

    gates.py [--root DIR] [--self-test]

Looks at every file that git tracks or would track, and prints `path:line: gate: what`.
"""

import argparse
import re
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path, PurePosixPath

ROOT = Path(__file__).resolve().parent.parent
MAX_LINES = 500
MAX_FILES = 15
SIZED = {".rs", ".py", ".mjs", ".js", ".sh", ".html", ".typ"}
# Files of others, committed as they are.
VENDORED = ("crates/shell/assets/kern/", "crates/shell/assets/qr/")
# These two hold the forbidden words, to find them.
GATES_THEMSELVES = {"checks/gates.py"}
MEDIA_TYPES = {"text", "application", "image", "multipart", "message", "font", "audio", "video"}

UNFINISHED = re.compile(r"\b(TODO|FIXME|XXX)\b|\b(todo|unimplemented|dbg)!")
ALLOWED = re.compile(r"#!?\[allow\b|cfg_attr\([^)]*,\s*allow\(")
EXCUSE = re.compile(r"#!?\[expect\((?P<inside>[^\]]*)\)\]", re.S)
SQL = re.compile(
    r"\b(SELECT\s.*\bFROM\b|SELECT\s+(\$|\d|\*|COUNT|EXISTS)|INSERT\s+(OR\s+\w+\s+)?INTO|DELETE\s+FROM"
    r"|UPDATE\s+\w+\s+SET|(CREATE|ALTER|DROP)\s+(UNIQUE\s+|VIRTUAL\s+)?(TABLE|INDEX|VIEW|TRIGGER)|PRAGMA\s)"
    r"|\"\s*(SELECT|WITH\s+\w+\s+AS)\b"
    r"|\"\s*(select .* from |insert into |delete from |update \w+ set |create table |alter table )"
)
MACHINE_PATH = re.compile(r"(?<![\w.…-])/(root|work|home|Users)/[\w.]")
REGISTRY_HOST = re.compile(r"registry\.npmjs\.org|(?<!lang/)\bcrates\.io\b(?!-index)|\bpypi\.org|files\.pythonhosted")
NAMED_PATH = re.compile(r"`([A-Za-z0-9_.*][\w.*-]*(?:/[\w.*-]+)*/?)`")


def tracked(root):
    """Every file of the tree, as git sees it; all files where there is no git."""
    if (root / ".git").exists():
        command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
        names = subprocess.run(command, cwd=root, check=True, stdout=subprocess.PIPE).stdout
        found = [root / name for name in names.decode().split("\0") if name]
    else:
        found = list(root.rglob("*"))
    return sorted(path for path in found if path.is_file())


def production(lines):
    """The lines before the tests at the end of a Rust file."""
    for number, line in enumerate(lines):
        if line.startswith("#[cfg(test)]") and any(
            re.match(r"(pub(\(.*\))? )?mod \w+ \{", after) for after in lines[number + 1 : number + 5]
        ):
            return lines[:number]
    return lines


def without_comment(line):
    return re.sub(r"(^|\s)//.*$", "", line)


def is_test(name):
    return (
        "/tests/" in name
        or name.endswith(("/tests.rs", "/samples.rs"))
        or name.startswith(("crates/trial/", "bench/"))
    )


def may_hold_sql(name):
    path = PurePosixPath(name)
    return (
        name.startswith("crates/store/")
        or is_test(name)
        or path.name == "records.rs"
        or "records" in path.parts
        or "migrations" in path.parts
        or path.name == "migrations.rs"
    )


def rust_faults(name, text):
    lines = text.split("\n")
    body = production(lines)
    first = next((line for line in lines if line.strip()), "")
    if not first.startswith("//!"):
        yield 1, "module sentence", "the file does not open with what it is (`//!`)"
    for number, line in enumerate(lines, 1):
        if ALLOWED.search(line):
            yield number, "allow", "use `#[expect(…, reason = \"…\")]`, or better none"
    for excuse in EXCUSE.finditer(text):
        if "reason" not in excuse["inside"]:
            yield text.count("\n", 0, excuse.start()) + 1, "reason", "an expected lint without a reason"
    if not is_test(name):
        for number, line in enumerate(body, 1):
            code = without_comment(line)
            if re.search(r"\.unwrap\(\)", code) and "clippy::unwrap_used" not in text:
                yield number, "unwrap", "no unwrap outside tests"
            if re.search(r"\.expect\(\"", code) and "clippy::expect_used" not in text:
                yield number, "unwrap", "no expect outside tests"
    if not may_hold_sql(name):
        for number, line in enumerate(body, 1):
            if SQL.search(without_comment(line)):
                yield number, "sql", "SQL belongs into the room's records"


def text_faults(name, text):
    lines = text.split("\n")
    for number, line in enumerate(lines, 1):
        if UNFINISHED.search(line):
            yield number, "unfinished", line.strip()[:60]
        if MACHINE_PATH.search(line):
            yield number, "machine path", line.strip()[:80]
        if not name.endswith("Cargo.lock") and REGISTRY_HOST.search(line):
            yield number, "registry host", line.strip()[:80]
    if name.endswith("package-lock.json") and '"resolved"' in text:
        yield 1, "registry host", "the lock file names where packages come from"
    if PurePosixPath(name).suffix in SIZED or name == "test":
        size = len(production(lines)) if name.endswith(".rs") else len(lines)
        if size > MAX_LINES:
            yield MAX_LINES, "size", f"{size} lines; {MAX_LINES} at most, 250 is the aim"


def named_path_faults(root, text):
    """Backticked paths of the map that lead nowhere. Addresses and media types are not paths."""
    for number, line in enumerate(text.split("\n"), 1):
        for path in NAMED_PATH.findall(line):
            if "/" not in path or path.split("/")[0] in MEDIA_TYPES:
                continue
            if not any(True for _ in root.glob(path.rstrip("/"))):
                yield number, "named path", f"{path} does not exist"


def manifest_faults(name, text):
    if name.startswith("crates/") and not re.search(r"^\[lints\]\nworkspace = true", text, re.M):
        yield 1, "lints", "the crate does not take the workspace's lints"


def faults(root):
    folders = Counter()
    for path in tracked(root):
        name = path.relative_to(root).as_posix()
        if name.startswith(VENDORED) or name in GATES_THEMSELVES:
            continue
        try:
            text = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
        found = list(text_faults(name, text))
        if name.endswith(".rs"):
            found += rust_faults(name, text)
            if "/src/" in name:
                folders[path.parent.relative_to(root).as_posix()] += 1
        if path.name == "Cargo.toml":
            found += manifest_faults(name, text)
        if name == "ARCHITECTURE.md":
            found += named_path_faults(root, text)
        for number, gate, what in found:
            yield f"{name}:{number}: {gate}: {what}"
    for folder, count in sorted(folders.items()):
        if count > MAX_FILES:
            yield f"{folder}:1: folder: {count} files; {MAX_FILES} at most"


GOOD = {
    "crates/a/src/lib.rs": "//! A room.\npub mod rules;\n",
    "crates/a/src/rules.rs": '//! Rules. They never SELECT anything.\nfn f() { g.expect_one("x") }\n'
    "#[cfg(test)]\nmod tests {\n    fn t() { x.unwrap(); }\n}\n",
    "crates/a/src/records.rs": '//! SQL.\nconst ALL: &str = "SELECT id FROM a";\n',
    "crates/a/Cargo.toml": "[package]\n[lints]\nworkspace = true\n",
    "ARCHITECTURE.md": "See `crates/a/src/rules.rs`, `crates/*/src`, `text/calendar` and `/weimar/termine`.\n",
}
PLANTED = [
    ("size", "crates/a/src/long.rs", "//! Long.\n" + "fn f() {}\n" * 501),
    ("sql", "crates/a/src/pages.rs", '//! P.\nconst Q: &str = "DELETE FROM a";\n'),
    ("sql", "crates/a/src/jobs.rs", '//! J.\nconst Q: &str = "select id from a where b = 1";\n'),
    ("allow", "crates/a/src/x.rs", "//! X.\n#[allow(dead_code)]\nfn f() {}\n"),
    ("reason", "crates/a/src/x.rs", "//! X.\n#[expect(clippy::unwrap_used)]\nfn f() {}\n"),
    ("unwrap", "crates/a/src/x.rs", "//! X.\nfn f() { g().unwrap(); }\n"),
    ("unwrap", "crates/a/src/x.rs", '//! X.\nfn f() { g().expect("never"); }\n'),
    ("unfinished", "crates/a/src/x.rs", "//! X.\n// TODO later\n"),
    ("unfinished", "crates/a/src/x.rs", "//! X.\nfn f() { dbg!(1); }\n"),
    ("module sentence", "crates/a/src/x.rs", "fn f() {}\n"),
    ("lints", "crates/b/Cargo.toml", "[package]\n"),
    ("named path", "ARCHITECTURE.md", "See `crates/a/src/nowhere.rs`.\n"),
    ("machine path", "README.md", "Lies in /root/.cache/kreis.\n"),
    ("registry host", "checks/package-lock.json", '{"resolved": "https://example.org"}\n'),
]


def grow(root, files):
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def self_test():
    wrong = 0
    many = {f"crates/a/src/m/f{i}.rs": "//! F.\n" for i in range(16)}
    cases = [(None, {})] + [(gate, {name: text}) for gate, name, text in PLANTED] + [("folder", many)]
    for gate, extra in cases:
        with tempfile.TemporaryDirectory() as folder:
            root = Path(folder)
            grow(root, GOOD | extra)
            found = list(faults(root))
        good = not found if gate is None else [f.split(": ")[1] for f in found] == [gate]
        print(f"{'ok  ' if good else 'FAIL'} {gate or 'clean'}: {found or 'no fault'}")
        wrong += not good
    return wrong


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--root", type=Path, default=ROOT)
    parser.add_argument("--self-test", action="store_true")
    given = parser.parse_args()
    if given.self_test:
        return 1 if self_test() else 0
    found = list(faults(given.root))
    for line in found:
        print(line)
    print(f"{len(found)} faults")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
