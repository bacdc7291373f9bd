"""Licences, duplicates and origins of every crate that goes into a build on Linux.

    licences.py [--metadata FILE] [--self-test]

Reads the rules from deny.toml. Without --metadata it asks cargo.
"""

import argparse
import json
import re
import subprocess
import sys
import tomllib
from collections import defaultdict
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TARGET = "x86_64-unknown-linux-gnu"
REGISTRY = "registry+"


def allowed(expression, allow):
    """Whether an SPDX expression can be met with allowed licences alone."""
    text = expression.replace("/", " OR ")
    tokens = re.findall(r"\(|\)|[\w.+-]+", text)
    place = 0

    def peek():
        return tokens[place] if place < len(tokens) else None

    def take():
        nonlocal place
        place += 1
        return tokens[place - 1]

    def either():
        result = both()
        while peek() == "OR":
            take()
            other = both()
            result = result or other
        return result

    def both():
        result = one()
        while peek() == "AND":
            take()
            other = one()
            result = result and other
        return result

    def one():
        token = take()
        if token == "(":
            result = either()
            take()
            return result
        if peek() == "WITH":
            take()
            token = f"{token} WITH {take()}"
        return token in allow

    return either() and place == len(tokens)


def built(metadata):
    """The packages reached from our own, over all kinds of dependency."""
    packages = {package["id"]: package for package in metadata["packages"]}
    nodes = {node["id"]: node for node in metadata["resolve"]["nodes"]}
    open_, seen = list(metadata["workspace_members"]), set()
    while open_:
        here = open_.pop()
        if here not in seen:
            seen.add(here)
            open_.extend(dependency["pkg"] for dependency in nodes[here]["deps"])
    return [packages[id_] for id_ in sorted(seen)]


def covers(spec, package):
    """Whether `name@0.8` names this package: the version up to a dot."""
    name, _, version = spec.partition("@")
    mine = package["version"]
    return name == package["name"] and (mine == version or mine.startswith(version + "."))


def faults(metadata, rules):
    """Everything that breaks a rule, and remarks that don't."""
    found, remarks = [], []
    packages = built(metadata)
    allow = set(rules["licenses"]["allow"])
    for package in packages:
        label = f"{package['name']} {package['version']}"
        licence = package.get("license")
        if not licence:
            found.append(f"licence: {label} names none")
        elif not allowed(licence, allow):
            found.append(f"licence: {label} is under {licence}")
        source = package.get("source")
        if source and not source.startswith(REGISTRY):
            found.append(f"origin: {label} comes from {source}")
    by_name = defaultdict(list)
    for package in packages:
        by_name[package["name"]].append(package)
    skips = rules["bans"]["skip"]
    used = set()
    for name, versions in sorted(by_name.items()):
        if len(versions) < 2:
            continue
        left = []
        for package in versions:
            hits = [skip["crate"] for skip in skips if covers(skip["crate"], package)]
            used.update(hits)
            if not hits:
                left.append(package["version"])
        if len(left) > 1:
            found.append(f"duplicate: {name} {' and '.join(left)}, not explained in deny.toml")
    for skip in skips:
        if not skip.get("reason"):
            found.append(f"duplicate: {skip['crate']} is skipped without a reason")
        if skip["crate"] not in used:
            remarks.append(f"{skip['crate']} is no longer a duplicate; its line may go")
    return found, remarks, len(packages)


def ask_cargo():
    command = ["cargo", "metadata", "--format-version", "1", "--locked", "--filter-platform", TARGET]
    return json.loads(subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.PIPE).stdout)


def self_test():
    def package(name, version, licence, source="registry+index"):
        return {
            "id": f"{name}@{version}",
            "name": name,
            "version": version,
            "license": licence,
            "source": source,
        }

    def world(*others):
        ours = package("kreis", "0.1.0", "EUPL-1.2", None)
        packages = [ours, *others]
        nodes = [{"id": p["id"], "deps": []} for p in packages]
        nodes[0]["deps"] = [{"pkg": p["id"]} for p in others]
        return {
            "packages": packages,
            "resolve": {"nodes": nodes},
            "workspace_members": [ours["id"]],
        }

    rules = {
        "licenses": {"allow": ["MIT", "EUPL-1.2", "Apache-2.0 WITH LLVM-exception"]},
        "bans": {"skip": [{"crate": "old@0.8", "reason": "held by others"}]},
    }
    cases = [
        ("clean", world(package("a", "1.0.0", "MIT OR GPL-3.0-only")), None),
        ("exception", world(package("a", "1.0.0", "Apache-2.0 WITH LLVM-exception")), None),
        ("explained", world(package("old", "0.8.1", "MIT"), package("old", "0.9.0", "MIT")), None),
        ("gpl", world(package("a", "1.0.0", "GPL-3.0-only")), "licence: a"),
        ("both", world(package("a", "1.0.0", "MIT AND (GPL-3.0-only OR LGPL-3.0)")), "licence: a"),
        ("none", world(package("a", "1.0.0", None)), "licence: a"),
        ("git", world(package("a", "1.0.0", "MIT", "git+https://example.org/a")), "origin: a"),
        ("twice", world(package("b", "1.0.0", "MIT"), package("b", "2.0.0", "MIT")), "duplicate: b"),
    ]
    wrong = 0
    for name, metadata, expected in cases:
        found, _, _ = faults(metadata, rules)
        good = not found if expected is None else any(f.startswith(expected) for f in found)
        print(f"{'ok  ' if good else 'FAIL'} {name}: {found or 'no fault'}")
        wrong += not good
    return wrong


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--metadata", type=Path)
    parser.add_argument("--self-test", action="store_true")
    given = parser.parse_args()
    if given.self_test:
        return 1 if self_test() else 0
    metadata = json.loads(given.metadata.read_text()) if given.metadata else ask_cargo()
    rules = tomllib.loads((ROOT / "deny.toml").read_text())
    found, remarks, count = faults(metadata, rules)
    for line in remarks:
        print(f"note: {line}")
    for line in found:
        print(line)
    print(f"{count} crates looked at, {len(found)} faults")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
