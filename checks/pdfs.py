"""PDF documents by poppler: tagged, A4, with a title, every font embedded and readable as text.

    pdfs.py FILE.pdf…
    pdfs.py --self-test

PDF/UA and PDF/A are checked where documents are made, in the tests of crates/print.
"""

import re
import subprocess
import sys
import tempfile
from pathlib import Path

A4 = (595, 842)


def tell(*command):
    run = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    return run.returncode, run.stdout.decode("utf-8", "replace")


def faults(path):
    code, text = tell("pdfinfo", str(path))
    if code:
        yield "broken", text.strip().split("\n")[0]
        return
    facts = dict(re.findall(r"^([\w ]+?):\s+(.*)$", text, re.M))
    if facts.get("Tagged") != "yes":
        yield "tagged", "the document has no structure to read out"
    if not facts.get("Title", "").strip():
        yield "title", "the document has no title"
    size = re.search(r"([\d.]+) x ([\d.]+) pts", facts.get("Page size", ""))
    if not size or sorted(round(float(side)) for side in size.groups()) != list(A4):
        yield "size", f"{facts.get('Page size')} is not A4"
    _, table = tell("pdffonts", str(path))
    for row in table.split("\n")[2:]:
        # The columns after the encoding: emb sub uni object ID.
        columns = re.search(r"\s(yes|no)\s+(yes|no)\s+(yes|no)\s+\d+\s+\d+\s*$", row)
        if columns and columns[1] == "no":
            yield "font", f"{row.split()[0]} is not embedded"
        if columns and columns[3] == "no":
            yield "font", f"{row.split()[0]} cannot be read as text"
    _, words = tell("pdftotext", str(path), "-")
    if not words.strip():
        yield "text", "no text can be taken out"


def sample(font="Helvetica", size=A4):
    """A small PDF by hand, with a font that is named and not embedded."""
    stream = "BT /F 12 Tf 72 200 Td (Guten Tag) Tj ET".encode()
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {size[0]} {size[1]}]/Contents 4 0 R"
        f"/Resources<</Font<</F 5 0 R>>>>>>".encode(),
        b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream),
        f"<</Type/Font/Subtype/Type1/BaseFont/{font}>>".encode(),
    ]
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj%s endobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return (
        out
        + b"xref\n0 6\n0000000000 65535 f \n"
        + table
        + b"trailer<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % len(out)
    )


def self_test():
    """Chromium prints the good one; the others are spoilt by hand."""
    wrong = 0
    with tempfile.TemporaryDirectory() as folder:
        page, good = Path(folder) / "page.html", Path(folder) / "good.pdf"
        page.write_text(
            '<!DOCTYPE html><html lang="de"><title>Probe</title><style>@page{size:A4}</style><p>Guten Tag'
        )
        tell(
            "chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer",
            "--export-tagged-pdf", f"--user-data-dir={folder}/browser", f"--print-to-pdf={good}", page.as_uri(),
        )
        plain, small, broken = (Path(folder) / f"{name}.pdf" for name in ("plain", "small", "broken"))
        plain.write_bytes(sample())
        small.write_bytes(sample(size=(300, 300)))
        broken.write_bytes(b"%PDF-1.4\nnothing")
        cases = [
            (good, set()),
            (plain, {"tagged", "title", "font"}),
            (small, {"tagged", "title", "font", "size"}),
            (broken, {"broken"}),
        ]
        for path, rules in cases:
            found = list(faults(path))
            fine = {rule for rule, _ in found} == rules
            print(f"{'ok  ' if fine else 'FAIL'} {path.stem}: {found or 'no fault'}")
            wrong += not fine
    return 1 if wrong else 0


def main():
    if sys.argv[1:] == ["--self-test"]:
        return self_test()
    paths = [Path(name) for name in sys.argv[1:]]
    if not paths:
        print("no files given")
        return 2
    wrong = 0
    for path in paths:
        found = list(faults(path))
        print(f"{'FAIL' if found else 'ok  '} {path.name}")
        for rule, what in found:
            print(f"       {rule}: {what}")
        wrong += bool(found)
    print(f"{len(paths)} documents looked at, {wrong} with faults")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
