"""Mails as a receiving server sees them: DKIM by dkimpy, spam score by SpamAssassin.

    mails.py [--key PUBLIC.pem|RECORD.txt] [--spam] FILE.eml…
    mails.py --self-test

--key: the key that the domain would publish, as PEM (a private key will do, its
public half is taken) or as the text of the DNS record. Nothing is looked up.
"""

import argparse
import base64
import email
import email.policy
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import dkim
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa

MAX_SCORE = 1.0
MUST_SIGN = {"from", "to", "subject", "date", "message-id"}


def dns_record(path):
    """The TXT record of the key in this file."""
    raw = path.read_bytes()
    if b"p=" in raw and b"-----" not in raw:
        return re.sub(rb"[\s\"]+", b"", raw)
    if b"PRIVATE KEY" in raw:
        public = serialization.load_pem_private_key(raw, None).public_key()
    else:
        public = serialization.load_pem_public_key(raw)
    der = public.public_bytes(
        serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo
    )
    return b"v=DKIM1;k=rsa;p=" + base64.b64encode(der)


def signature_faults(raw, record):
    mail = email.message_from_bytes(raw, policy=email.policy.compat32)
    signatures = mail.get_all("DKIM-Signature", [])
    if len(signatures) != 1:
        yield "dkim", f"{len(signatures)} signatures"
        return
    fields = {}
    for field in signatures[0].split(";"):
        name, _, value = field.partition("=")
        fields[name.strip()] = re.sub(r"\s+", "", value)
    sender = email.message_from_bytes(raw, policy=email.policy.default)["From"].addresses[0].domain
    if fields.get("d", "").lower() != sender.lower():
        yield "dkim", f"signed for {fields.get('d')}, sent from {sender}"
    unsigned = MUST_SIGN - set(fields.get("h", "").lower().split(":"))
    if unsigned:
        yield "dkim", f"not signed: {', '.join(sorted(unsigned))}"
    if "l" in fields:
        yield "dkim", "signs only a part of the body"
    asked = f"{fields.get('s')}._domainkey.{fields.get('d')}.".encode()

    def published(name, timeout=5):
        return record if name == asked else None

    try:
        if not dkim.DKIM(raw, minkey=1024).verify(dnsfunc=published):
            yield "dkim", "the signature does not fit the mail"
    except dkim.DKIMException as refusal:
        yield "dkim", f"refused: {refusal}"


def spam_faults(raw):
    """The score by local rules alone (-L): no look-ups."""
    run = subprocess.run(["spamassassin", "-x", "-L", "-t"], input=raw, stdout=subprocess.PIPE, check=True)
    status = email.message_from_bytes(run.stdout)["X-Spam-Status"] or ""
    score = re.search(r"score=(-?[\d.]+)", status)
    if not score:
        yield "spam", "SpamAssassin gave no score"
    elif float(score[1]) >= MAX_SCORE:
        rules = re.search(r"tests=([\w,\s]+?)(?:\s\w+=|$)", status)
        names = re.sub(r"\s", "", rules[1]) if rules else ""
        yield "spam", f"score {score[1]}: {names}"


def faults(raw, record, spam):
    raw = re.sub(rb"\r?\n", b"\r\n", raw)
    found = list(signature_faults(raw, record)) if record else []
    return found + (list(spam_faults(raw)) if spam else [])


def self_test():
    from samples import mail

    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    other = rsa.generate_private_key(public_exponent=65537, key_size=2048)

    def pem(of):
        return of.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.TraditionalOpenSSL,
            serialization.NoEncryption(),
        )

    def sign(raw, domain=b"probe.example", **more):
        return dkim.sign(raw, b"kreis", domain, pem(key), linesep=b"\r\n", **more) + raw

    plain = mail()
    signed = sign(plain)
    cases = [
        ("signed", signed, None),
        ("unsigned", plain, "dkim"),
        ("changed subject", signed.replace(b"Subject: Einladung", b"Subject: Ausladung"), "dkim"),
        ("changed body", signed.replace(b"hiermit laden", b"hiermit luden"), "dkim"),
        ("other domain", sign(plain, b"other.example"), "dkim"),
        ("few headers", sign(plain, include_headers=[b"from"]), "dkim"),
    ]
    wrong = 0

    def tell(name, good, found):
        nonlocal wrong
        wrong += not good
        print(f"{'ok  ' if good else 'FAIL'} {name}: {found or 'no fault'}")

    with tempfile.TemporaryDirectory() as folder:
        mine, strange = Path(folder) / "mine.pem", Path(folder) / "strange.pem"
        mine.write_bytes(pem(key))
        strange.write_bytes(pem(other))
        record = Path(folder) / "record.txt"
        record.write_bytes(b'"' + dns_record(mine) + b'"\n')
        for name, raw, rule in cases:
            found = faults(raw, dns_record(mine), False)
            tell(name, bool(found) == (rule is not None), found)
        found = faults(signed, dns_record(strange), False)
        tell("other key", bool(found), found)
        found = faults(signed, dns_record(record), False)
        tell("key as DNS record", not found, found)
    if shutil.which("spamassassin"):
        found = faults(plain, None, True)
        tell("invitation", not found, found)
        shouting = mail(html="<p>BUY VIAGRA NOW! CLICK HERE! 100% FREE MONEY, DEAR WINNER</p>")
        # The well-known test line that every filter must score.
        shouting = shouting.replace(
            b"Subject: Einladung", b"Subject: XJS*C4JDBQADN1.NSBN3*2IDNEN*GTUBE-STANDARD-ANTI-UBE-TEST-EMAIL*C.34X"
        )
        found = faults(shouting, None, True)
        tell("spam", bool(found), found)
    return 1 if wrong else 0


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--key", type=Path)
    parser.add_argument("--spam", action="store_true")
    parser.add_argument("--self-test", action="store_true")
    parser.add_argument("mails", nargs="*", type=Path)
    given = parser.parse_args()
    if given.self_test:
        return self_test()
    if not given.mails or not (given.key or given.spam):
        print("nothing to do: give mails, and --key or --spam")
        return 2
    record = dns_record(given.key) if given.key else None
    wrong = 0
    for path in given.mails:
        found = faults(path.read_bytes(), record, given.spam)
        print(f"{'FAIL' if found else 'ok  '} {path.name}")
        for rule, what in found:
            print(f"       {rule}: {what}")
        wrong += bool(found)
    print(f"{len(given.mails)} mails looked at, {wrong} with faults")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
