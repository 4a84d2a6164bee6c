"""Word files that a matter attaches: merged where they belong, and told in the parameter file's own lines."""

from __future__ import annotations

from pathlib import Path

import pytest

from clausekit.formats.docx.package import verify
from clausekit.pipeline import Typeset, make_draft, typeset
from clausekit.problems import ClausekitError, show
from clausekit.workshop import open_workshop
from tests.docx.attachment_files import simple
from tests.docx.word_files import paragraphs

ROOT = Path(__file__).parent.parent
EXAMPLE = ROOT / "templates" / "section-75-agreement" / "examples" / "leicestershire-2019-20.yaml"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("CLAUSEKIT_CACHE", str(tmp_path / "cache"))
    (tmp_path / "plan.docx").write_bytes(simple("The words of the plan."))
    return tmp_path


def drafted(folder: Path, attachments: str, kind: str = "docx") -> Typeset:
    matter = folder / "matter.yaml"
    matter.write_text(f"attachments: {attachments}\n{EXAMPLE.read_text('utf-8')}", "utf-8")
    workshop = open_workshop(ROOT)
    return typeset(workshop, make_draft(workshop, matter), kind)


def told(folder: Path, attachments: str) -> str:
    with pytest.raises(ClausekitError) as error:
        drafted(folder, attachments)
    return "\n".join(map(show, error.value.findings)).replace(f"{folder}/", "")


def test_a_file_stands_at_the_end_of_its_schedule(folder: Path) -> None:
    typed = drafted(folder, "[{schedule: performance, file: plan.docx}]")
    words = [paragraph.text for paragraph in paragraphs(typed.data)]
    place = words.index("The words of the plan.")
    assert words.index("Performance Arrangements", words.index("Governance", 90)) < place
    assert words[place + 1] == "Better Care Fund Plan"
    assert verify(typed.data) == ()


def test_other_formats_name_the_file(folder: Path) -> None:
    text = drafted(folder, "[{schedule: performance, file: plan.docx}]", "txt").data.decode()
    assert "[Attached: plan.docx]" in text


def test_a_schedule_that_is_not_there_and_a_missing_file_are_told_together(folder: Path) -> None:
    messages = told(folder, "[{schedule: performence, file: plan.docx}, {schedule: plan, file: a.docx}]")
    assert 'matter.yaml:1:39: error: The document has no schedule or annex "performence"' in messages
    assert "Did you mean performance?" in messages
    assert 'no schedule or annex "plan"' in messages
    messages = told(folder, "[{schedule: governance, file: a.docx}]")
    assert messages.splitlines() == [
        'matter.yaml:1:38: error: "a.docx" cannot be attached: There is no such file.',
        "    1 | attachments: [{schedule: governance, file: a.docx}]",
        "  Check the name and the folder.",
    ]


def test_what_is_no_word_file_is_told_at_its_line(folder: Path) -> None:
    (folder / "plan.docx").write_bytes(b"%PDF-1.7")
    assert told(folder, "[{schedule: performance, file: plan.docx}]").startswith("matter.yaml:1:39: error: ")


def test_two_files_for_one_schedule_are_told(folder: Path) -> None:
    assert "schedule" in told(
        folder, "[{schedule: performance, file: plan.docx}, {schedule: performance, file: plan.docx}]"
    )
