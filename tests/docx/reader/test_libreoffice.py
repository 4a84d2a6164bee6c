"""A file that LibreOffice saved again reads the same: nothing in it has changed for a reader."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from clausekit.draft import Draft
from clausekit.formats.docx.reader import read
from tests.docx.reader.sameness import differences
from tests.docx.reader.small_files import (
    field,
    level,
    lines,
    numbered,
    numbering,
    p,
    style,
    t,
    table,
    word_file,
)
from tests.docx.samples import every_depth, word
from tests.docx.word_files import needs_libreoffice
from tests.formats.agreement import agreement, alone, draft

pytestmark = [pytest.mark.libreoffice, needs_libreoffice]

SAMPLES = {
    "every depth": every_depth(),
    "every kind of node": draft(agreement()),
    "a schedule alone": draft(alone(), "schedule-alone"),
}


def saved_again(data: bytes, folder: Path) -> bytes:
    """Return a Word file as LibreOffice saves it."""
    source, target = folder / "given.docx", folder / "saved"
    source.write_bytes(data)
    command = ["soffice", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless",
               "--convert-to", "docx", "--outdir", str(target), str(source)]  # fmt: skip
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return (target / "given.docx").read_bytes()


@pytest.mark.parametrize("sample", SAMPLES.values(), ids=SAMPLES.keys())
def test_our_drafts(sample: Draft, tmp_path: Path) -> None:
    data = word(sample, notes=True)
    again = saved_again(data, tmp_path)
    assert differences(read(data, "a.docx").reading, read(again, "a.docx").reading) == []


STYLES = (
    '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Calibri" w:hAnsi="Calibri"/><w:sz w:val="22"/>'
    "</w:rPr></w:rPrDefault></w:docDefaults>"
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
    + style("heading 1", '<w:pPr><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/></w:rPr>', "Normal")
    + style("Clause", '<w:pPr><w:jc w:val="both"/></w:pPr>', "Normal")
    + style("Term", "<w:rPr><w:b/></w:rPr>", kind="character")
)
FOREIGN = {
    "typed numbers": lines("1.\tTERM", "1.1\tThe term is a year.", "(a)\tor less", "SCHEDULE 1", "1.\tFUNDS"),
    "native numbers": numbered("Term") + numbered("The term", 1) + numbered("or less", 2) + numbered("Funds"),
    "looks": p(
        t("bold", "<w:b/>") + t(" italic", "<w:i/>") + t(" under", '<w:u w:val="single"/>')
        + t(" red", '<w:color w:val="FF0000"/>') + t(" big", '<w:sz w:val="32"/>') + t(" caps", "<w:caps/>")
        + t(" marked", '<w:highlight w:val="yellow"/>') + t(" struck", "<w:strike/>")
        + t(" term", '<w:rStyle w:val="Term"/>') + t("2", '<w:vertAlign w:val="superscript"/>')
    ),
    "layout": p(t("x"), '<w:pStyle w:val="Clause"/>')
    + p(t("y"), '<w:ind w:left="721" w:hanging="283"/><w:jc w:val="center"/>'),
    "heading": p(t("Term"), '<w:pStyle w:val="heading1"/>') + p(t("text")),
    "table": table((p(t("Partner")),), (p(t("Council")), p(t("£5")))) + p(""),
    "breaks and blanks": p(
        t("one  two\tthree") + "<w:r><w:br/></w:r>" + t("four") + "<w:r><w:noBreakHyphen/></w:r>" + t("five")
    ),
    "reference": p('<w:bookmarkStart w:id="1" w:name="_Ref1"/>' + t("Funds") + '<w:bookmarkEnd w:id="1"/>')
    + p(t("see ") + field("REF _Ref1 \\h", t("Funds")) + t(" above")),
}  # fmt: skip
LISTS = numbering(level(0, "%1."), level(1, "%1.%2"), level(2, "(%3)", "lowerLetter"))


@pytest.mark.parametrize("body", FOREIGN.values(), ids=FOREIGN.keys())
def test_other_files(body: str, tmp_path: Path) -> None:
    data = word_file(body, styles=STYLES, numbering=LISTS)
    again = saved_again(data, tmp_path)
    assert differences(read(data, "a.docx").reading, read(again, "a.docx").reading) == []
