"""A file that is cast in a mould is, byte by byte, the one that the ordinary stages make."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clausekit.batch.joining import joined_file
from clausekit.batch.moulds import Moulds
from clausekit.matter import Matter, read_matter
from clausekit.pipeline import compose, typeset
from clausekit.rendering import Renderer
from clausekit.rendition import Rendition
from clausekit.templates import load_template
from clausekit.workshop import Workshop, open_workshop
from tests.batch.notes_library import TERMS, notes_library, row
from tests.builders import ROOT

EXAMPLES = sorted(
    path for path in ROOT.glob("templates/*/examples/*.yaml") if not path.name.endswith(".lock.yaml")
)
COMMON = {
    "agreement": {"date": "2026-04-01", "status": "Draft 1"},
    "council": {
        "name": "Westmarch County Council",
        "short": "the Council",
        "address": "Westmarch",
        "execution": "seal",
    },
    "health_bodies": [
        {"name": "NHS Dale ICB", "short": "the ICB", "address": "Daleford", "execution": "hand"}
    ],
}


@contextmanager
def opened(root: Path, cache: Path) -> Iterator[Workshop]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CLAUSEKIT_CACHE", str(cache))
        yield open_workshop(root)


@pytest.fixture(scope="module")
def workshop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workshop]:
    with opened(ROOT, tmp_path_factory.mktemp("cache")) as own:
        yield own


@pytest.fixture
def notes(tmp_path: Path) -> Iterator[Workshop]:
    with opened(notes_library(tmp_path / "library"), tmp_path / "cache") as own:
        yield own


def matter(workshop: Workshop, template: str, data: dict[str, Any]) -> Matter:
    loaded = load_template(workshop.root, template, workshop.cache)
    return Matter(Path("rows.csv"), joined_file({}, data), loaded, date(2026, 4, 1), None, None)


def cast(workshop: Workshop, moulds: Moulds, matter: Matter) -> bytes | None:
    return moulds.cast(Rendition(workshop, matter, None, Renderer(workshop.cache, keeps=False)))


def drafted(workshop: Workshop, matter: Matter) -> bytes:
    return typeset(
        workshop, compose(Rendition(workshop, matter, None, Renderer(workshop.cache))), "docx"
    ).data


def same(workshop: Workshop, template: str, *rows: dict[str, Any]) -> list[bool]:
    """Hold each row's cast file against its draft; return which rows were cast at all."""
    moulds = Moulds()
    was_cast = []
    for data in rows:
        one = matter(workshop, template, data)
        file = cast(workshop, moulds, one)
        assert file in (None, drafted(workshop, one))
        was_cast.append(file is not None)
    return was_cast


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: f"{path.parent.parent.name}/{path.stem}")
def test_every_example_is_cast_as_it_is_drafted(workshop: Workshop, path: Path) -> None:
    one = read_matter(workshop, path)
    file = cast(workshop, Moulds(), one)
    assert file in (None, drafted(workshop, one))


def test_rows_that_branch_alike_share_a_mould_and_keep_their_values(notes: Workshop) -> None:
    rows = [row(number) for number in (1, 2, 4, 5, 3, 7)]
    assert all(same(notes, "note", *rows))


def test_a_blank_is_no_value(notes: Workshop) -> None:
    assert all(same(notes, "note", row(1), row(1, amount=None), row(1, start=None), row(4)))


def test_what_a_value_says_is_never_markup(notes: Workshop) -> None:
    names = ["<w:b/> & \"Sons\" 'Ltd'", "A*B_C [[fee]]", "{{ amount }}", "“Zoë”’s", "\u00a0x\u200b"]
    assert all(same(notes, "note", row(1), *(row(1, name=name) for name in names)))


def test_columns_are_as_wide_as_the_words_of_each_row(notes: Workshop) -> None:
    longer = [{"name": name, "fee": "£1"} for name in ("x" * 300, "a b c" * 40, "Payroll")]
    assert all(same(notes, "note", row(1), *(row(1, services=[one]) for one in longer)))


@pytest.mark.parametrize("name", ["two  blanks", " before", "after "])
def test_a_row_with_odd_blanks_is_drafted_as_ever(notes: Workshop, name: str) -> None:
    assert same(notes, "note", row(1), row(1, name=name)) == [True, False]


@pytest.mark.parametrize(
    "clause",
    [
        "# Terms\n\n1.  The Scheme is {{ name }}.\n\nScheme\n:   what {{ name }} is\n",
        "# Terms\n\n1.  The **“{{ name }}”** is ours.\n",
        "# Terms\n\n::: signature\nSigned for us\n\n-   {{ name }}\n:::\n",
    ],
    ids=["definitions", "a value in a defined term", "a value in a label for signing"],
)
def test_where_something_looks_at_values_rows_are_drafted_as_ever(tmp_path: Path, clause: str) -> None:
    library = notes_library(tmp_path / "library", terms=clause)
    with opened(library, tmp_path / "cache") as own:
        assert same(own, "note", row(1), row(2)) == [False, False]


def test_a_row_with_a_fault_is_left_to_the_ordinary_stages(notes: Workshop) -> None:
    moulds = Moulds()
    assert cast(notes, moulds, matter(notes, "note", row(1))) is not None
    assert cast(notes, moulds, matter(notes, "note", row(1, amount="lots"))) is None
    assert cast(notes, moulds, matter(notes, "note", {"name": "Falls"})) is None


def test_moulds_are_not_kept_without_end(notes: Workshop, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("clausekit.batch.moulds._MOST_MOULDS", 2)
    assert all(same(notes, "note", *(row(number) for number in (0, 1, 2, 0, 1, 2))))


def test_the_heading_of_a_row_stands_in_title_header_and_contents(notes: Workshop) -> None:
    assert TERMS.startswith("# Terms of {{ name }}")
    assert all(same(notes, "note", row(1), row(4, name="Falls & Fractures")))


WORDS = st.one_of(
    st.sampled_from(["Reablement at home", "None", "x" * 90, "A & B <C>", "§ 75 “pooled”"]),
    st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1, max_size=30),
)
PARTY = st.sampled_from(["the Council", "the ICB"])
MONEY = st.integers(0, 10**9).map("£{:,}".format)
SPECIFICATIONS = st.fixed_dictionaries(
    {
        "name": WORDS,
        "funds": st.lists(
            st.fixed_dictionaries({"name": WORDS, "host": PARTY, "manager": WORDS}), max_size=2
        ),
        "lead": st.sampled_from(["Applies", "Does not apply", None]),
    },
    optional={
        "background": st.none() | WORDS,
        "services": WORDS,
        "contributions": st.lists(
            st.fixed_dictionaries(
                {"year": st.just("2026/27"), "fund": WORDS, "council": MONEY, "health": MONEY}
            ),
            max_size=2,
            unique_by=lambda contribution: contribution["fund"],
        ),
        "lead_officers": st.lists(
            st.fixed_dictionaries({"party": PARTY, "office": WORDS, "email": WORDS}), max_size=2
        ),
    },
)


@pytest.fixture(scope="module")
def moulds() -> Moulds:
    return Moulds()


@settings(max_examples=60, deadline=None)
@given(specification=SPECIFICATIONS, pooled=st.booleans())
def test_any_scheme_specification_is_cast_as_it_is_drafted(
    workshop: Workshop, moulds: Moulds, specification: dict[str, Any], pooled: bool
) -> None:
    data = {**COMMON, "specification": specification, "funds": {"pooled": pooled}}
    for officer in specification.get("lead_officers", ()):
        officer |= {"address": None, "telephone": None}
    one = matter(workshop, "scheme-specification", data)
    assert cast(workshop, moulds, one) == drafted(workshop, one)
