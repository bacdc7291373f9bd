"""A release as a stranger gets it: packed from a program, listed, unpacked, verified, served.

    release.py PROGRAM
    release.py --self-test

PROGRAM is a build of any profile; it is stripped before it is packed. What systemd says of the
unit is asked where systemd-analyze is there. It is served where no network is but loopback, as
Kreis needs none.
"""

import ctypes
import errno
import fcntl
import fnmatch
import itertools
import os
import re
import shutil
import socket
import struct
import subprocess
import sys
import tarfile
import tempfile
import time
import urllib.request
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
# systemd's own scale in tenths: 0 is a unit that may do nothing, 100 one that may do anything.
MOST_EXPOSURE = 20
PATIENCE = 30
# Documents use this address and nobody has it (RFC 5737).
NOBODY = ("192.0.2.1", 80)
# Of linux/sched.h, linux/sockios.h and linux/if.h.
CLONE_NEWNET, SIOCGIFFLAGS, SIOCSIFFLAGS, IFF_UP = 0x40000000, 0x8913, 0x8914, 1
PAPERS = ("LICENSE", "LICENSE.de.md", "CHANGELOG.md", "THIRD-PARTY.txt", "examples/*.conf", "handbook/operation.md",
          "handbook/betrieb.md", "handbook/geschaeftsstelle.md", "handbook/pictures/*.webp")
IN_ARCHIVE = (*PAPERS, "kreis", "kreis.toml", "kreis.service", "kreis.1")
IN_PACKAGE = (*(f"usr/share/doc/kreis/{it}" for it in (*PAPERS, "copyright")), "usr/bin/kreis", "usr/share/kreis/kreis.toml",
              "usr/lib/systemd/system/kreis.service", "usr/share/man/man1/kreis.1.gz")
SCRIPTS = ("postinst", "prerm", "postrm")


def run(*command, **how):
    return subprocess.run(command, capture_output=True, text=True, **how)


def must(*command, **how):
    done = run(*command, **how)
    if done.returncode:
        raise SystemExit(f"{' '.join(map(str, command))} ended with {done.returncode}:\n{done.stdout}{done.stderr}")
    return done.stdout


def pack(program, out):
    env = {**os.environ, "SOURCE_DATE_EPOCH": "1511164800", "KREIS_PACK_QUICKLY": "1"}
    must(ROOT / "packaging" / "pack", program, out, env=env)


def sums_faults(out):
    """The checksums are those of the files, and three they are: both packages and the changes."""
    done = run("sha256sum", "--check", "--strict", "SHA256SUMS", cwd=out)
    if done.returncode or done.stdout.count(": OK") != 3:
        yield "sums", (done.stdout + done.stderr).strip()


def listing_faults(kind, found, wanted):
    for name in sorted(found):
        if not any(fnmatch.fnmatch(name, it) for it in wanted):
            yield "listing", f"{name} in the {kind} is not expected"
    for pattern in wanted:
        if not fnmatch.filter(found, pattern):
            yield "listing", f"{pattern} is missing in the {kind}"


def owners_faults(members):
    for member in members:
        name = member.name
        if (member.uid, member.gid) != (0, 0):
            yield "owners", f"{name} belongs to {member.uid}:{member.gid}"
        if member.isfile() and member.mode & 0o777 not in (0o644, 0o755) or member.mode & 0o022:
            yield "owners", f"{name} has the mode {member.mode:o}"


def one(out, pattern):
    return next(Path(out).glob(pattern))


def members_of(out):
    """What is in the archive, and in the Debian package, as tar knows it."""
    with tarfile.open(one(out, "*.tar.gz")) as archive:
        yield "archive", [it for it in archive.getmembers()]
    with subprocess.Popen(["dpkg-deb", "--fsys-tarfile", one(out, "*.deb")], stdout=subprocess.PIPE) as unpacking:
        with tarfile.open(fileobj=unpacking.stdout, mode="r|") as package:
            yield "package", [it for it in package]


def contents_faults(out):
    for kind, members in members_of(out):
        names = [it.name.removeprefix("./") for it in members if it.isfile()]
        if kind == "archive":
            names = [name.partition("/")[2] for name in names]
        yield from listing_faults(kind, names, IN_ARCHIVE if kind == "archive" else IN_PACKAGE)
        yield from owners_faults(members)


def scripts_faults(control):
    for name in SCRIPTS:
        done = run("sh", "-n", Path(control) / name)
        if done.returncode or not os.access(Path(control) / name, os.X_OK):
            yield "scripts", f"{name}: {done.stderr.strip() or 'cannot be run'}"


def conffiles_faults(control):
    """No upgrade stops to ask about a file: settings are laid down once, and no part of the package."""
    for name in (control / "conffiles").read_text().split() if (control / "conffiles").exists() else ():
        yield "conffile", f"an upgrade asks about {name}"


def changes_faults(out):
    """Who reads what is new reads of which release."""
    text, version = (out / "CHANGELOG.md").read_text(), one(out, "*.deb").name.split("_")[1]
    if f"\n## {version}\n" not in text or "Unreleased" in text:
        yield "changes", f"no heading says {version}"


def unit_faults(unit, program):
    """What systemd says of the unit, with the program where it lies unpacked."""
    if not shutil.which("systemd-analyze"):
        print("     systemd is not here: its word on the unit is missing")
        return
    with tempfile.TemporaryDirectory() as folder:
        here = Path(folder) / "kreis.service"
        text = unit.read_text()
        here.write_text(re.sub(r"(?m)^ExecStart=\S+", f"ExecStart={program}", text))
        done = run("systemd-analyze", "verify", "--man=no", here)
        said = [line for line in (done.stdout + done.stderr).splitlines() if "kreis" in line]
        if done.returncode or said:
            yield "unit", "; ".join(said) or f"ended with {done.returncode}"
        done = run("systemd-analyze", "security", "--offline=true", f"--threshold={MOST_EXPOSURE}", "--no-pager", here)
        if done.returncode:
            yield "exposure", (done.stdout.strip().splitlines() or [done.stderr])[-1]


def manual_faults(manual, program):
    """Every command that the program knows stands in its manual."""
    text = manual.replace("\\-", "-")
    open_ = [()]
    while open_:
        words = open_.pop()
        said = must(program, *words, "--help")
        commands = re.search(r"^Commands:\n(.*?)\n\n", said, re.S | re.M)
        found = re.findall(r"^  ([a-z-]+) ", commands[1], re.M) if commands else []
        open_ += [(*words, word) for word in found if word != "help"]
        if words and not commands and not re.search(rf"^\.B {re.escape(' '.join(words))}\b", text, re.M):
            yield "manual", f"kreis {' '.join(words)} is not in it"


def built(text):
    """How a chapter is built: its headings by level, lines of code and rows of tables."""
    is_code = False
    for line in text.splitlines():
        if line.startswith("```"):
            is_code = not is_code
        elif is_code and line:
            yield "code", line
        elif line[:1] in ("#", "|"):
            yield re.match(r"#+|\|", line)[0], line


def handbook_faults(german, english):
    """Both chapters for operators lead the same way."""
    for ours, theirs in itertools.zip_longest(built(german), built(english), fillvalue=("end", "the end")):
        if ours[0] != theirs[0]:
            yield "handbook", f'"{ours[1][:60]}" against "{theirs[1][:60]}"'
            return


def free_port():
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        return door.getsockname()[1]


def leave_the_network():
    """This process and its children see their own loopback and no network besides; says whether."""
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.unshare(CLONE_NEWNET):
        print("     only root may leave the network: served with it")
        return False
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as door:
        asked = struct.pack("16sh14x", b"lo", 0)
        flags = struct.unpack("16sh14x", fcntl.ioctl(door, SIOCGIFFLAGS, asked))[1]
        fcntl.ioctl(door, SIOCSIFFLAGS, struct.pack("16sh14x", b"lo", flags | IFF_UP))
    return True


def network_faults(address=NOBODY):
    """Where the network was left, nobody outside can be reached."""
    with socket.socket() as door:
        door.settimeout(1)
        found = door.connect_ex(address)
    if found != errno.ENETUNREACH:
        yield "network", f"it is there still: {os.strerror(found)}"


def as_stranger():
    """Not as root, where we are root."""
    return {"user": "nobody", "group": "nogroup", "extra_groups": []} if os.getuid() == 0 else {}


def serve_faults(tree, folder):
    """The unit's own command line from the unpacked tree, by somebody who owns a folder alone."""
    port = free_port()
    state, vault = Path(folder) / "state", Path(folder) / "vault"
    for place in (state, vault):
        place.mkdir(mode=0o700)
        if os.getuid() == 0:
            shutil.chown(place, "nobody")
    env = {"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "KREIS_LISTEN": f"127.0.0.1:{port}",
           "KREIS_BASE_URL": f"http://127.0.0.1:{port}", "KREIS_DATABASE_PATH": f"{state}/kreis.db",
           "KREIS_BACKUP_FOLDER": f"{state}/backups",
           "KREIS_VAULT_FOLDER": f"{vault}", "KREIS_VAULT_KEY_FILE": f"{state}/vault.key",
           "KREIS_MAIL_HOST": "127.0.0.1", "KREIS_MAIL_TLS": "none"}
    line = re.search(r"(?m)^ExecStart=(.*)$", (tree / "usr/lib/systemd/system/kreis.service").read_text())[1]
    laid = {"/usr/bin/kreis": tree / "usr/bin/kreis", "/etc/kreis/kreis.toml": tree / "usr/share/kreis/kreis.toml"}
    command = [str(laid.get(word, word)) for word in line.split()]
    how = {"env": env, "cwd": state, **as_stranger()}
    check = run(command[0], "config", "check", *command[2:], **how)
    if check.returncode:
        yield "settings", (check.stdout + check.stderr).strip()
    serving = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, **how)
    answers = {path: answer(serving, f"http://127.0.0.1:{port}{path}") for path in ("/healthz", "/readyz", "/einrichten")}
    serving.terminate()
    said, complained = serving.communicate(timeout=PATIENCE)
    for path, status in answers.items():
        if status != 200:
            yield "serve", f"{path} answers {status}; {complained.strip()[-300:]}"
    if serving.returncode:
        yield "end", f"asked to end, it ended with {serving.returncode}"
    if f"http://127.0.0.1:{port}/einrichten?" not in said:
        yield "first run", f"no link that sets up the first network: {said.strip()[:200]}"
    if not (state / "kreis.db").is_file():
        yield "state", "no database lies where the settings say"


def answer(serving, address):
    for _ in range(PATIENCE * 10):
        if serving.poll() is not None:
            return f"nothing, it ended with {serving.returncode}"
        try:
            with urllib.request.urlopen(address) as got:
                return got.status
        except urllib.error.HTTPError as refused:
            return refused.code
        except OSError:
            time.sleep(0.1)
    return "nothing"


def look(program):
    with tempfile.TemporaryDirectory(prefix="kreis-release.") as folder:
        folder = Path(folder)
        folder.chmod(0o755)
        must("strip", "-o", folder / "kreis", program)
        out = folder / "out"
        pack(folder / "kreis", out)
        tree = folder / "tree"
        must("dpkg-deb", "--extract", one(out, "*.deb"), tree)
        must("dpkg-deb", "--control", one(out, "*.deb"), folder / "control")
        yield from sums_faults(out)
        yield from contents_faults(out)
        yield from changes_faults(out)
        yield from scripts_faults(folder / "control")
        yield from conffiles_faults(folder / "control")
        yield from unit_faults(tree / "usr/lib/systemd/system/kreis.service", tree / "usr/bin/kreis")
        yield from manual_faults((ROOT / "packaging/kreis.1").read_text(), tree / "usr/bin/kreis")
        handbook = tree / "usr/share/doc/kreis/handbook"
        yield from handbook_faults((handbook / "betrieb.md").read_text(), (handbook / "operation.md").read_text())
        if leave_the_network():
            yield from network_faults()
        yield from serve_faults(tree, folder)


# Any program will do where only packages are looked at.
SMALL = "/bin/true"


def planted(folder):
    """Faults in packages that were sound, and the rule that has to find each."""
    pack(SMALL, folder / "sound")
    pack(SMALL, folder / "again")
    sums = [(folder / out / "SHA256SUMS").read_text() for out in ("sound", "again")]
    yield "the same twice", None, [] if sums[0] == sums[1] else [("sums", "two packings differ")]
    yield "sound sums", None, sums_faults(folder / "sound")
    yield "sound contents", None, contents_faults(folder / "sound")
    with one(folder / "again", "*.tar.gz").open("ab") as archive:
        archive.write(b"\0")
    yield "a byte too many", "sums", sums_faults(folder / "again")
    yield "a file is missing", "listing", listing_faults("archive", ["kreis"], IN_ARCHIVE)
    yield "a file too many", "listing", listing_faults("archive", ["kreis", ".env"], ["kreis"])
    member = tarfile.TarInfo("kreis")
    member.uid, member.mode = 1000, 0o755
    yield "a file of mine", "owners", owners_faults([member])
    member.uid, member.mode = 0, 0o666
    yield "a file for all to write", "owners", owners_faults([member])
    control = folder / "control"
    must("dpkg-deb", "--control", one(folder / "sound", "*.deb"), control)
    yield "sound scripts", None, scripts_faults(control)
    yield "no questions", None, conffiles_faults(control)
    (control / "conffiles").write_text("/etc/kreis/kreis.toml\n")
    yield "a question in an upgrade", "conffile", conffiles_faults(control)
    yield "sound changes", None, changes_faults(folder / "sound")
    (folder / "again" / "CHANGELOG.md").write_text("# Changes\n\n## Unreleased\n")
    yield "changes of nothing", "changes", changes_faults(folder / "again")
    (control / "prerm").write_text("if true; then\n")
    yield "a script that is none", "scripts", scripts_faults(control)
    yield "a manual without backup", "manual", manual_faults(".B config", help_of(folder))
    yield "one chapter says less", "handbook", handbook_faults("# A\n\n## B\n", "# A\n\n```\nrm -r /\n```\n\n## B\n")
    if shutil.which("systemd-analyze"):
        unit = folder / "kreis.service"
        sound = (ROOT / "docs/systemd/kreis.service").read_text()
        unit.write_text(sound)
        yield "sound unit", None, unit_faults(unit, SMALL)
        unit.write_text(sound.replace("NoNewPrivileges=yes", "NoNewPrivilege=yes"))
        yield "a word that systemd does not know", "unit", unit_faults(unit, SMALL)
        unit.write_text(re.sub(r"(?m)^(Capability|SystemCall|Protect|Private).*\n", "", sound))
        yield "an open unit", "exposure", unit_faults(unit, SMALL)
    tree = folder / "tree"
    must("dpkg-deb", "--extract", one(folder / "sound", "*.deb"), tree)
    folder.chmod(0o755)
    yield "a program that does not serve", "serve", serve_faults(tree, folder)
    with socket.create_server(("127.0.0.1", 0)) as somebody:
        yield "somebody can be reached", "network", network_faults(somebody.getsockname())


def help_of(folder):
    """A program that says which commands it has."""
    program = folder / "helpful"
    program.write_text('#!/bin/sh\n[ $# -gt 1 ] || printf "Commands:\\n  config  Look\\n  backup  Write\\n\\n"\n')
    program.chmod(0o755)
    return program


def self_test():
    missed = 0
    with tempfile.TemporaryDirectory(prefix="kreis-release.") as folder:
        for name, expected, found in planted(Path(folder)):
            found = list(found)
            fits = expected in {rule for rule, _ in found} if expected else not found
            print(f"{'ok  ' if fits else 'FAIL'} {name}: {found[:2]}")
            missed += not fits
    return 1 if missed else 0


def main():
    if sys.argv[1:] == ["--self-test"]:
        return self_test()
    if len(sys.argv) != 2:
        print("the program is missing")
        return 2
    found = list(look(sys.argv[1]))
    for rule, what in found:
        print(f"FAIL {rule}: {what}")
    print(f"a release looked at, {len(found)} faults")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
