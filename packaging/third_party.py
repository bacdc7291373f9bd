"""Whose work is in the program besides ours, and under which licence, as one text.

    third_party.py [--metadata FILE]

Every crate that is linked into the program on Linux with the licence texts that it carries;
the same text stands once. Then what the crates and we bring along: fonts, style sheets.
"""

import argparse
import json
import subprocess
import sys
from collections import defaultdict
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TARGET = "x86_64-unknown-linux-gnu"
PROGRAM = "kreis"
NAMES = ("license", "licence", "copying", "notice", "copyright", "unlicense", "ofl", "authors")
# What is no crate: a name, its licence, and where its text lies here.
BROUGHT_ALONG = [
    ("KERN UX, style sheets and icons", "EUPL-1.2", "crates/shell/assets/kern/LICENSE-KERN.md"),
    ("qr, decoder of QR codes in pages", "MIT", "crates/shell/assets/qr/LICENSE-QR.txt"),
    ("Fira Sans in pages", "OFL-1.1", "crates/shell/assets/kern/LICENSE-FIRA-SANS.txt"),
    ("Fira Sans in documents", "OFL-1.1", "crates/print/fonts/OFL.txt"),
    ("GeoNames, names of German places", "CC-BY-4.0", "crates/reading/data/SOURCE.md"),
]
# Crates that carry the C sources of others.
IN_C = {
    "libsqlite3-sys": "with SQLite, which its authors gave to the public domain",
    "libmimalloc-sys": "with mimalloc, under the MIT licence",
    "ring": "with code of BoringSSL and OpenSSL, under the licences that its texts name",
}


def linked(metadata):
    """The crates reached from the program over what is linked: neither tests nor build scripts,
    and no macros, which work while others are compiled."""
    packages = {package["id"]: package for package in metadata["packages"]}
    nodes = {node["id"]: node for node in metadata["resolve"]["nodes"]}
    start = next(id_ for id_, package in packages.items() if package["name"] == PROGRAM)
    macros = {id_ for id_, it in packages.items() if "proc-macro" in it["targets"][0]["kind"]}
    open_, seen = [start], set()
    while open_:
        here = open_.pop()
        if here in seen or here in macros:
            continue
        seen.add(here)
        for dependency in nodes[here]["deps"]:
            if any(kind["kind"] is None for kind in dependency["dep_kinds"]):
                open_.append(dependency["pkg"])
    found = (packages[id_] for id_ in seen)
    return sorted((it for it in found if it["source"]), key=lambda it: (it["name"], it["version"]))


def texts(package):
    """The licence texts that a crate carries."""
    folder = Path(package["manifest_path"]).parent
    named = package.get("license_file")
    found = {folder / named} if named else set()
    for path in folder.rglob("*"):
        if path.is_file() and path.name.lower().startswith(NAMES) and path.suffix.lower() not in (".rs", ".toml"):
            if len(path.relative_to(folder).parts) <= 3:
                found.add(path)
    return [path.read_text(encoding="utf-8", errors="replace") for path in sorted(found) if path.is_file()]


def same(text):
    """By this two texts are one: line breaks and blanks say nothing."""
    return " ".join(text.split())


def label(package):
    extra = IN_C.get(package["name"])
    return f"{package['name']} {package['version']}: {package['license']}" + (f" ({extra})" if extra else "")


def ask_cargo():
    command = ["cargo", "metadata", "--format-version", "1", "--locked", "--filter-platform", TARGET]
    return json.loads(subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.PIPE).stdout)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--metadata", type=Path)
    given = parser.parse_args()
    packages = linked(json.loads(given.metadata.read_text()) if given.metadata else ask_cargo())
    owners, whole, silent = defaultdict(list), {}, []
    for package in packages:
        found = texts(package)
        if not found:
            silent.append(package)
        for text in found:
            owners[same(text)].append(f"{package['name']} {package['version']}")
            whole[same(text)] = text.strip()
    for name, licence, place in BROUGHT_ALONG:
        text = (ROOT / place).read_text(encoding="utf-8")
        owners[same(text)].append(f"{name} ({licence})")
        whole[same(text)] = text.strip()

    out = ["Kreis is under EUPL-1.2 (LICENSE). It contains work of others, named here with its licences.", ""]
    out += [label(package) for package in packages]
    out += [f"{name}: {licence}" for name, licence, _ in BROUGHT_ALONG]
    out += ["The Rust standard library: MIT OR Apache-2.0", ""]
    if silent:
        out.append("These carry no text of their own; the licence that each names is printed below for others:")
        out += [f"  {package['name']} {package['version']}: {package['license']}" for package in silent]
        out.append("")
    for key in sorted(owners, key=lambda key: owners[key][0].lower()):
        out += ["=" * 78, ", ".join(sorted(set(owners[key]))), "=" * 78, "", whole[key], ""]
    sys.stdout.write("\n".join(out) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
