"""Words that differ within a paragraph."""

from __future__ import annotations

import pytest

from clausekit.comparison.align import lay_side_by_side
from clausekit.comparison.flow import Change, Matched
from clausekit.reading import OBJECT_MARK, Passage, Reading, Span
from tests.comparison.marking import written
from tests.comparison.readings import PLAIN, reading_of
from tests.comparison.test_align import flows_of


def compared(old: str, new: str) -> str:
    """Return the words of a paragraph with what changed."""
    return compared_readings(reading_of(old), reading_of(new))


def compared_readings(old: Reading, new: Reading) -> str:
    """Return the words of two readings with what changed."""
    return written(flows_of(old, new).body)


@pytest.mark.parametrize(
    ("old", "new", "marked"),
    [
        pytest.param(
            "The Council shall pay £4,745,000 to the Fund.",
            "The Council shall pay £4,745,020 to the Fund.",
            "The Council shall pay [£4,745,000-£4,745,020] to the Fund.",
            id="a money figure is one token",
        ),
        pytest.param(
            "It ends on 31 March 2019 for all Partners.",
            "It ends on 31 March 2020 for all Partners.",
            "It ends on [31 March 2019-31 March 2020] for all Partners.",
            id="a date is one token",
        ),
        pytest.param(
            "The Partner gives notice of 20 Working Days to each other Partner.",
            "The Partner gives notice of three months to each other Partner.",
            "The Partner gives notice of [20 Working Days-three months] to each other Partner.",
            id="a period is one token",
        ),
        pytest.param(
            "The Council bears 52.5% of an Overspend in the Pooled Fund.",
            "The Council bears 50 per cent of an Overspend in the Pooled Fund.",
            "The Council bears [52.5%-50 per cent] of an Overspend in the Pooled Fund.",
            id="a percentage is one token",
        ),
        pytest.param(
            "The Partners act under section 75 of the National Health Service Act 2006 throughout.",
            "The Partners act under section 65Z5 of the National Health Service Act 2006 throughout.",
            "The Partners act under section [75-65Z5] of the National Health Service Act 2006 throughout.",
            id="of a long citation only what changed",
        ),
        pytest.param(
            "The Partners may amend this agreement at any time.",
            "The Partners may, in writing, amend this agreement at any time.",
            "The Partners may[-, in writing,] amend this agreement at any time.",
            id="words put in between commas",
        ),
        pytest.param(
            "The Council pays. The Trust reports. The Board meets every month.",
            "The Council pays. The Trust reports. The Trust audits. The Board meets every month.",
            "The Council pays. The Trust reports. [-The Trust audits. ]The Board meets every month.",
            id="a sentence put in is a whole sentence",
        ),
        pytest.param(
            "The Partners shall meet the cost of the Services.",
            "The Partners shall meet the  cost of the Services.",
            "The Partners shall meet the [-\u00a0]cost of the Services.".replace("\u00a0", " "),
            id="a double space",
        ),
        pytest.param(
            "It ends on 31 March 2019 for all Partners.",
            "It ends on 31  March 2019 for all Partners.",
            "It ends on 31 [- ]March 2019 for all Partners.",
            id="a double space within a date",
        ),
        pytest.param(
            "The Partners’ contributions are non-recurrent for this year.",
            "The Partner’s contributions are recurrent for this year.",
            "The [Partners’-Partner’s] contributions are [non-recurrent-recurrent] for this year.",
            id="apostrophes and hyphens belong to words",
        ),
        pytest.param(
            "The Fund is for the frail, elderly people of the county.",
            "The Fund is for the young, disabled people of the county.",
            "The Fund is for the [frail, elderly-young, disabled] people of the county.",
            id="changes with only a comma between are one",
        ),
    ],
)
def test_words(old: str, new: str, marked: str) -> None:
    assert compared(old, new) == marked


def test_a_defined_term_is_replaced_as_a_whole_by_another() -> None:
    definitions = """
    Pooled Fund means money that is pooled.
    Pooled Budget means a budget that is pooled.
    """
    old = f"{definitions}    The Council hosts the Pooled Fund for all Partners."
    new = f"{definitions}    The Council hosts the Pooled Budget for all Partners."
    assert compared(old, new).split("\n")[-1] == (
        "The Council hosts the [Pooled Fund-Pooled Budget] for all Partners."
    )


def test_a_defined_term_that_is_no_longer_one_is_compared_by_its_words() -> None:
    definitions = "    Pooled Fund means money that is pooled.\n"
    assert compared(
        f"{definitions}    The Council hosts the Pooled Fund for all Partners.",
        f"{definitions}    The Council hosts the Pooled Money for all Partners.",
    ).endswith("The Council hosts the Pooled [Fund-Money] for all Partners.")


def test_blanks_alone_are_a_change_of_space() -> None:
    old, new = reading_of("The Partners shall meet."), reading_of("The  Partners shall\u00a0meet.")
    flows = lay_side_by_side(old, new, ignore_spaces=True)
    (step,) = flows.body
    assert isinstance(step, Matched)
    assert {op.kind for op in step.ops if isinstance(op, Change)} == {"space"}
    assert flows.ignore_spaces


def test_a_note_that_is_put_in_is_a_change_of_its_mark() -> None:
    old = reading_of("The Partners shall meet^In person or by video.^ every month.")
    new = reading_of("The Partners shall meet^In person, or by video.^ every month^Or more often.^.")
    flows = flows_of(old, new)
    (step,) = flows.body
    assert isinstance(step, Matched)
    assert [op.kind for op in step.ops if isinstance(op, Change)] == ["note"]
    assert [(one, two, written(flow)) for one, two, flow in flows.notes] == [
        ("footnote:1", "footnote:1", "In person[-,] or by video."),
        (None, "footnote:2", "+ Or more often."),
    ]


def test_a_note_that_is_rewritten_keeps_its_mark() -> None:
    old = reading_of("The Partners shall meet^In person or by video.^ every month.")
    new = reading_of("The Partners shall meet^See the terms of reference.^ every month.")
    flows = flows_of(old, new)
    assert written(flows.body) == written(flows_of(old, old).body)
    ((one, two, flow),) = flows.notes
    assert (one, two) == ("footnote:1", "footnote:1")
    assert written(flow) == "[In person or by video-See the terms of reference]."


def test_another_picture_is_a_change_though_the_text_is_the_same() -> None:
    def with_picture(digest: str) -> Reading:
        spans = (Span(0, 8, PLAIN), Span(8, 9, PLAIN, object=digest))
        return Reading((Passage(f"The map {OBJECT_MARK}", spans),))

    assert compared_readings(with_picture("a"), with_picture("a")) == f"The map {OBJECT_MARK}"
    assert compared_readings(with_picture("a"), with_picture("b")) == f"The map [{OBJECT_MARK}-{OBJECT_MARK}]"


def test_texts_too_long_to_be_compared_at_once_are_compared_between_what_they_have_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    names = [f"Partner{number}" for number in range(300)]
    old = " ".join(f"{name} pays and {name} reports" for name in names)
    new = old.replace("Partner7 pays", "Partner7 now pays").replace("Partner200 reports", "Partner200 tells")
    at_once = compared(old, new)
    monkeypatch.setattr("clausekit.comparison.runs._MOST_PAIRS", 400)
    assert compared(old, new) == at_once
    assert at_once.count("[") == 2


def test_long_texts_with_little_in_common_are_compared_piece_by_piece(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("clausekit.comparison.runs._MOST_PAIRS", 400)
    old = "pay and tell " * 100
    marked = compared(old, old.replace("tell", "say", 1))
    assert marked.startswith("pay and [tell-say] pay and tell")
    assert marked.count("[") < 10
