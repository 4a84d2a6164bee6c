"""Two editions of one agreement: what changed with the law between 2017-19 and 2019/20, and what did not."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from clausekit.pipeline import Made, make_draft, typeset
from clausekit.walk import clauses, definitions, inline_runs, plain_text, term_of
from clausekit.workshop import open_workshop

ROOT = Path(__file__).parent.parent
EXAMPLES = ROOT / "templates" / "section-75-agreement" / "examples"
EARLIER, LATER = EXAMPLES / "leicestershire-2017-19.yaml", EXAMPLES / "leicestershire-2019-20.yaml"


@pytest.fixture(scope="module")
def editions(tmp_path_factory: pytest.TempPathFactory) -> tuple[Made, Made]:
    """Return the drafts of the two editions; the locks of the examples, if there are any, are left aside."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CLAUSEKIT_CACHE", str(tmp_path_factory.mktemp("cache")))
        workshop = open_workshop(ROOT)
        earlier, later = (make_draft(workshop, matter, upgrade=True) for matter in (EARLIER, LATER))
        return earlier, later


def wording(made: Made, family: str) -> list[str]:
    """Return the runs of text of a clause, without numbers and with its references not yet resolved."""
    (clause,) = (clause for clause in clauses(made.draft.document) if clause.key == family)
    return [plain_text(run) for run in inline_runs(clause.blocks)]


def terms(made: Made) -> set[str]:
    """Return the terms that the definitions clause defines."""
    (clause,) = (clause for clause in clauses(made.draft.document) if clause.key == "definitions")
    return {term_of(entry.term) for entry in definitions(clause.blocks)}


def printed(made: Made) -> str:
    """Return the whole document as text, each paragraph in one line."""
    return " ".join(typeset(open_workshop(ROOT), made, "txt").data.decode().split())


def test_the_terms_of_data_protection_law_are_those_of_the_day(editions: tuple[Made, Made]) -> None:
    earlier, later = (terms(made) for made in editions)
    assert earlier - later == {"1998 Act", "Sensitive Personal Data", "BCF 2015/16 Agreement"}
    assert later - earlier == {"2018 Act", "Data Protection Legislation", "GDPR", "BCF 2017-19 Agreement"}


@pytest.mark.parametrize(
    ("family", "then", "now"),
    [
        ("information-sharing", "in particular under the 1998 Act", "under the Data Protection Legislation"),
        ("sharing-basis", "the condition in Schedule 3 to the 1998 Act", "every other special category"),
        ("protocol-commitments", "a privacy impact assessment", "a data protection impact assessment"),
    ],
)
def test_information_is_shared_under_the_law_of_the_day(
    editions: tuple[Made, Made], family: str, then: str, now: str
) -> None:
    earlier, later = (" ".join(wording(made, family)) for made in editions)
    assert then in earlier
    assert then not in later
    assert now in later
    assert now not in earlier


@pytest.mark.parametrize(
    "family",
    [
        "liability",
        "dispute-resolution",
        "no-partnership",
        "third-party-rights",
        "entire-agreement",
        "counterparts",
        "governing-law",
    ],
)
def test_what_the_law_left_alone_is_the_same_word_for_word(editions: tuple[Made, Made], family: str) -> None:
    earlier, later = (wording(made, family) for made in editions)
    assert earlier == later


def test_the_earlier_edition_cites_no_law_that_was_still_to_come(editions: tuple[Made, Made]) -> None:
    text = printed(editions[0])
    years = re.findall(r"(?:Act|Regulations|Order|Regulation \(EU\)) (20\d\d)", text)
    assert max(map(int, years)) < 2017
    for later in ("2018 Act", "GDPR", "Data Protection Legislation", "Department of Health and Social Care"):
        assert later not in text


def test_the_earlier_edition_invents_no_figure(editions: tuple[Made, Made]) -> None:
    """But for £0, each sum of money of the later edition is a blank in the earlier one."""
    earlier, later = (set(re.findall(r"£\d[\d,.]*\d", printed(made))) for made in editions)
    assert "£60,267,168" in later
    assert earlier & later == set()
