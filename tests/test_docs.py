"""The documentation is true: its commands run, its tables agree with the code, its links lead somewhere.

What a page says is read from the page: a table by its header, a block by its language. Blocks of ``sh`` and
``console`` are all run, one page after another, each in a copy of the library of its own; in a ``console``
block the lines below a command are what it prints, where ``...`` stands for anything. "``x.md``:" above any
other block lays that file down first. ``pytest --accept`` writes what is printed, and the page of commands.
"""

from __future__ import annotations

import inspect
import re
import shlex
import shutil
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from pathlib import Path
from typing import get_args

import click
import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token

from clausekit.cache import Cache
from clausekit.checking import read_suppressions
from clausekit.checks.rules import RULES
from clausekit.checks.rules import load as load_rule
from clausekit.cli import cli
from clausekit.cli.check import FORMATS as CHECK_FORMATS
from clausekit.draft import Draft
from clausekit.files import read_text as read_file
from clausekit.formats import FORMATS as DRAFT_FORMATS
from clausekit.formats.docx.styles import needed, text_style
from clausekit.formats.text import write as write_text
from clausekit.library.clausefile import STATUSES, read_clause_file
from clausekit.library.copying import copy_library
from clausekit.library.versions import CHANGE_KINDS, Version
from clausekit.model import Clause, Document, Paragraph, Section
from clausekit.numbering import Format, Level, Listing, number
from clausekit.parameters.dictionary import load_dictionary
from clausekit.parameters.values import FORMATS, PartyValue, read_value
from clausekit.parsing import build, parse
from clausekit.parsing.blocks import MAX_LEVELS
from clausekit.problems import ClausekitError, Finding
from clausekit.problems import Level as Gravity
from clausekit.references import resolve
from clausekit.rendering.faults import TAGS
from clausekit.rendering.language import FILTERS
from clausekit.rendering.runtime import MAX_CHARACTERS, MAX_REPEATS
from clausekit.templates import load_template
from clausekit.walk import plain_text
from tests.builders import ROOT, annex, part, schedule, scheme
from tests.command import clausekit
from tests.parsing.matter import read, render

DOCS = ROOT / "docs"
COMMANDS = DOCS / "commands.md"
CLAUSES = DOCS / "clause-files.md"
PAGES = (ROOT / "README.md", *sorted(DOCS.glob("*.md")))
HOME = "/home/ann/our-library"
"""What stands in the pages for the folder in which their commands are run."""


# Reading a page


def tokens(page: Path) -> list[Token]:
    return MarkdownIt("commonmark").enable("table").parse(page.read_text("utf-8"))


def table(page: str, *header: str) -> list[list[str]]:
    """Return the rows of the one table of a page that has this header, each cell as it is written."""
    found: list[list[list[str]]] = [[]]
    for line in [*(DOCS / page).read_text("utf-8").split("\n"), ""]:
        if line.startswith("|"):
            cells = re.split(r"(?<!\\)\|", line)[1:-1]
            found[-1].append([cell.strip().replace(r"\|", "|") for cell in cells])
        elif found[-1]:
            found.append([])
    (rows,) = (rows[2:] for rows in found if rows and rows[0] == list(header))
    return rows


def names(cells: Iterator[str] | list[str]) -> list[str]:
    """Return what stands in backquotes in the cells."""
    return [name for cell in cells for name in re.findall(r"`([^`]+)`", cell)]


def first_cells(page: str, *header: str) -> list[str]:
    return [row[0] for row in table(page, *header)]


# Links


@pytest.mark.parametrize("page", [*PAGES, ROOT / "clauses" / "STYLE.md"], ids=lambda page: page.name)
def test_every_link_leads_to_a_file_and_a_heading(page: Path) -> None:
    for target in _links(page):
        file, _, heading = target.partition("#")
        linked = page.parent / file if file else page
        assert linked.exists(), target
        assert not heading or heading in _slugs(linked), target


def test_the_picture_is_small() -> None:
    assert (DOCS / "leicestershire.png").stat().st_size < 250_000


def test_the_first_page_leads_to_every_other() -> None:
    linked = {(ROOT / target.partition("#")[0]).resolve() for target in _links(ROOT / "README.md")}
    assert set(DOCS.glob("*.md")) <= linked


def _links(page: Path) -> list[str]:
    inlines = (child for token in tokens(page) for child in token.children or ())
    targets = (str(child.attrs.get("href") or child.attrs.get("src") or "") for child in inlines)
    return [target for target in targets if target and not target.startswith(("http:", "https:"))]


def _slugs(page: Path) -> set[str]:
    parsed = tokens(page)
    headings = (
        parsed[place + 1].content for place, token in enumerate(parsed) if token.type == "heading_open"
    )
    return {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}


# Commands are run


@dataclass(frozen=True, slots=True)
class Block:
    """A block of commands, or of the text of a file; ``lines`` is where its text stands in the page."""

    language: str
    file: str
    text: str
    lines: tuple[int, int]


def blocks(page: Path) -> Iterator[Block]:
    file = ""
    for token in tokens(page):
        if token.type == "inline":
            named = re.fullmatch("`([^`]+)`:", token.content)
            file = named[1] if named else ""
        elif token.type == "fence":
            first, last = token.map or (0, 0)
            language = token.info
            if language in ("sh", "console") or file:
                yield Block(language, file, token.content, (first + 1, last - 1))


@pytest.fixture
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the library, which is the working folder."""
    folder = tmp_path / "our-library"
    copy_library(ROOT, folder)
    monkeypatch.chdir(folder)
    monkeypatch.setenv("CLAUSEKIT_CACHE", str(tmp_path / "cache"))
    return folder


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_command_of_a_page_runs_and_prints_what_the_page_says(
    page: Path, library: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    printed: list[tuple[Block, str]] = []
    for block in blocks(page):
        if block.language == "sh":
            for line in block.text.splitlines():
                status, _ = _run(line, monkeypatch)
                assert status == 0, line
            monkeypatch.chdir(library)
        elif block.language == "console":
            printed.append((block, _session(block.text, library, monkeypatch)))
        else:
            (library / block.file).parent.mkdir(parents=True, exist_ok=True)
            (library / block.file).write_text(block.text, "utf-8")
    wrong = [(block, text) for block, text in printed if not _agrees(block.text, text)]
    if request.config.getoption("--accept", default=False):
        _accept(page, wrong)
    else:
        assert [text for _, text in wrong] == [block.text for block, _ in wrong]


def test_the_first_page_marks_the_commands_to_draft_and_to_test() -> None:
    page = (ROOT / "README.md").read_text("utf-8")
    assert re.findall(r"<!-- run: (\w+) -->\n```sh\n", page) == ["draft", "test"]


def _session(text: str, library: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """Run the commands in a ``console`` block; return the block with what they print."""
    lines = []
    for line in text.splitlines():
        if line.startswith("$ "):
            status, output = _run(line[2:], monkeypatch)
            lines += [line, *output.replace(str(library), HOME).splitlines()]
            lines += [f"(exit status {status})"] if status else []
    return "\n".join(lines) + "\n"


def _run(line: str, monkeypatch: pytest.MonkeyPatch) -> tuple[int, str]:
    """Run a command as a shell would; return its exit status and what it prints."""
    command, *arguments = shlex.split(line, comments=True) or ["#"]
    match command:
        case "clausekit":
            ended = clausekit(*arguments)
            return ended.status, ended.errors + ended.text
        case "cd":
            monkeypatch.chdir(arguments[0])
        case "cp":
            shutil.copy(*arguments)
        case "pip":
            _check_installable(*arguments)
        case "pytest":
            assert _project()["tool"]["pytest"]["ini_options"]["testpaths"] == [Path(__file__).parent.name]
        case _:
            assert command == "#", f"{line} is no command that these pages may use"
    return 0, ""


def _check_installable(command: str, what: str) -> None:
    """Check, without installing it a second time, that ``pip install ".[test]"`` names this project."""
    named = re.fullmatch(r"\.(?:\[(\w+)\])?", what)
    assert command == "install"
    assert named
    assert named[1] in (None, *_project()["project"]["optional-dependencies"])


def _project() -> dict[str, dict[str, dict[str, dict[str, list[str]]]]]:
    project: dict[str, dict[str, dict[str, dict[str, list[str]]]]] = tomllib.loads(
        (ROOT / "pyproject.toml").read_text("utf-8")
    )
    return project


def _agrees(expected: str, printed: str) -> bool:
    """Tell whether the text is as expected; a line of ``...`` stands for any lines, else for any words."""
    pattern = re.escape(expected)
    pattern = re.sub(r"^\\\.\\\.\\\.\n", r"(?:.*\n)*?", pattern.replace("\\\n", "\n"), flags=re.MULTILINE)
    return re.fullmatch(pattern.replace(r"\.\.\.", ".*?"), printed) is not None


def _accept(page: Path, wrong: list[tuple[Block, str]]) -> None:
    lines = page.read_text("utf-8").split("\n")
    for block, text in reversed(wrong):
        first, last = block.lines
        lines[first:last] = text.splitlines()
    page.write_text("\n".join(lines), "utf-8")


# Every command and option is documented


def test_every_command_and_option_is_documented(request: pytest.FixtureRequest) -> None:
    context = click.Context(cli, info_name="clausekit", **cli.context_settings)
    page = "\n".join(["# Commands and options", "", _BEFORE, *_command_section(cli, context)])
    if request.config.getoption("--accept", default=False):
        COMMANDS.write_text(page, "utf-8")
    assert COMMANDS.read_text("utf-8") == page


_BEFORE = """\
`clausekit COMMAND --help` prints the same on the screen. The exit status is 0 if all is well, 1 if `verify`
finds a fault or `search` and `used-by` find nothing, and 2 if the input must be corrected. `--version` prints
the version of clausekit.
"""


def _command_section(command: click.Command, context: click.Context) -> Iterator[str]:
    """Yield the lines that document a command and those in it."""
    if isinstance(command, click.Group):
        for name in command.list_commands(context):
            inner = command.get_command(context, name)
            assert inner is not None
            yield from _command_section(inner, click.Context(inner, info_name=name, parent=context))
        return
    yield f"## {context.command_path}\n"
    yield f"    {context.command_path} {' '.join(command.collect_usage_pieces(context))}\n"
    yield f"{_help(command)}\n"
    yield "| option | what it does |\n|---|---|"
    for parameter in command.get_params(context):
        if isinstance(parameter, click.Option) and (record := parameter.get_help_record(context)):
            option, about = (words.replace("|", r"\|") for words in record)
            yield f"| `{option}` | {about} |"
    yield ""


def _help(command: click.Command) -> str:
    paragraphs = inspect.cleandoc(command.help or "").split("\n\n")
    return "\n\n".join(" ".join(paragraph.split()) for paragraph in paragraphs)


# docs/drafting.md


@pytest.mark.parametrize(
    ("name", "written", "printed"), table("drafting.md", "format", "you write", "it prints")
)
def test_a_value_is_written_and_printed_as_the_table_says(name: str, written: str, printed: str) -> None:
    (form, text) = names([name, written])
    value = PartyValue(text, "") if form == "party" else read_value(form, text, "")
    assert str(value) == printed


def test_every_format_of_a_value_is_documented() -> None:
    documented = names(first_cells("drafting.md", "format", "you write", "it prints"))
    assert set(documented) == {*FORMATS, "party"}


def test_every_format_of_a_draft_is_documented() -> None:
    assert names(first_cells("drafting.md", "format", "what it is for")) == list(DRAFT_FORMATS)


def test_every_gravity_of_a_message_is_documented() -> None:
    assert names(first_cells("drafting.md", "word", "meaning")) == list(get_args(Gravity))


# docs/checking.md

_RULES = ("rule", "level", "what it finds")


def test_every_rule_is_documented(request: pytest.FixtureRequest) -> None:
    rules = [load_rule(id_) for id_ in RULES]
    rows = [[f"`{rule.id}`", rule.level, rule.title] for rule in rules]
    if request.config.getoption("--accept", default=False):
        page, header = DOCS / "checking.md", f"| {' | '.join(_RULES)} |\n"
        before = page.read_text("utf-8").partition(header)[0]
        lines = (f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in row)} |\n" for row in rows)
        page.write_text(f"{before}{header}|---|---|---|\n{''.join(lines)}", "utf-8")
    assert table("checking.md", *_RULES) == rows


def test_every_format_of_a_check_is_documented() -> None:
    assert names(first_cells("checking.md", "format", "for")) == list(CHECK_FORMATS)


def test_every_level_of_a_finding_is_documented() -> None:
    assert names(first_cells("checking.md", "level", "means")) == list(get_args(Gravity))


def test_every_entry_of_a_suppression_is_documented(tmp_path: Path) -> None:
    file = tmp_path / "stands.yaml"
    file.write_text("suppressions: [{rule: CK-REF, reason: It is so., nonsense: 1}]\n", "utf-8")
    with pytest.raises(ClausekitError) as refused:
        read_suppressions(file)
    documented = names(first_cells("checking.md", "name", "what it says"))
    assert documented == _listed(refused.value.findings)


# docs/library.md


def test_every_status_is_documented() -> None:
    assert names(first_cells("library.md", "status", "what it means for a draft")) == list(STATUSES)


def test_every_kind_of_change_is_documented() -> None:
    header = ("kind", "from 1.2.3", "the reader", "what `verify` refuses")
    documented = {kind: next_version for kind, next_version, *_ in table("library.md", *header)}
    assert set(names(list(documented))) == set(CHANGE_KINDS)
    for kind, following in documented.items():
        assert Version.parse(following).step_from(Version(1, 2, 3)) == kind.strip("`")


def test_every_entry_of_the_dictionary_is_documented() -> None:
    documented = names(first_cells("library.md", "entry", "what it says"))
    known = {"$ref", "x-gathers"}
    for kind in ("string", "integer", "boolean", "array", "object"):
        text = (
            f"{{type: object, additionalProperties: false, properties: {{a: {{type: {kind}, nonsense: 1}}}}}}"
        )
        with pytest.raises(ClausekitError) as refused:
            load_dictionary(text, "parameters.yaml", Cache(None))
        known.update(_listed(refused.value.findings))
    assert {name.partition(":")[0] for name in documented} == known


def test_every_entry_of_a_template_is_documented(tmp_path: Path) -> None:
    file = tmp_path / "templates" / "x" / "template.yaml"
    file.parent.mkdir(parents=True)
    file.write_text("nonsense: 1\n", "utf-8")
    with pytest.raises(ClausekitError) as refused:
        load_template(tmp_path, "x", Cache(None))
    documented = names(first_cells("library.md", "name", "what it says"))
    assert documented == _listed(refused.value.findings)


def _listed(findings: Iterable[Finding]) -> list[str]:
    """Return the names that may be used, from the message about one that may not."""
    remedies = (re.search(r"(?:There may be|It can say): (.*)\.", finding.remedy) for finding in findings)
    return next(remedy[1].split(", ") for remedy in remedies if remedy)


# docs/house-style.md


def test_every_style_that_a_house_style_needs_is_documented() -> None:
    documented = names(first_cells("house-style.md", "style", "what is set in it"))
    levels = {level.style for listing in get_args(Listing) for level in scheme().levels(listing)}
    of_levels = {*levels, *map(text_style, levels)}
    assert set(documented) == set(needed(scheme())) - of_levels


def test_every_part_of_a_level_and_every_way_to_count_is_documented() -> None:
    rows = table("house-style.md", "name", "what it says")
    assert names([name for name, _ in rows]) == [field.name for field in fields(Level)]
    assert names([about for name, about in rows if name == "`format`"]) == list(get_args(Format))


# docs/clause-files.md


def _sentence(start: str) -> str:
    """Return the sentence of the page on clause files that begins so."""
    text = " ".join(CLAUSES.read_text("utf-8").split())
    return re.split(r"(?<=[.:]) (?=[A-Z`-])", text[text.index(start) :])[0]


# The head

_HEAD_ROWS = table("clause-files.md", "name", "what it says")


@pytest.mark.parametrize(
    ("entry", "head"),
    [
        ("", "nonsense: 1"),
        ("in_force", "in_force: {nonsense: 1}"),
        ("approved", "approved: {nonsense: 1}"),
        ("change", "change: {nonsense: 1}"),
        ("authority", "authority: [{nonsense: 1}]"),
    ],
)
def test_every_entry_of_a_head_is_documented(entry: str, head: str, tmp_path: Path) -> None:
    known = _listed(_read_clause(tmp_path, f"---\n{head}\n---\n# Claims\n\nNone.\n"))
    if not entry:
        assert names([name for name, _ in _HEAD_ROWS]) == known
    else:
        (about,) = (about for name, about in _HEAD_ROWS if name == f"`{entry}`")
        assert [name for name in names([about]) if name not in CHANGE_KINDS] == known


def test_every_status_is_named_with_the_head() -> None:
    (about,) = (about for name, about in _HEAD_ROWS if name == "`status`")
    assert names([about]) == list(STATUSES)


def test_the_head_that_is_shown_is_sound(tmp_path: Path) -> None:
    (head,) = (token.content for token in tokens(CLAUSES) if token.info == "yaml")
    assert not _read_clause(tmp_path, f"{head}# Dispute Resolution\n\nNone.\n", Version(1, 0, 0))


def _read_clause(folder: Path, text: str, *siblings: Version) -> list[Finding]:
    file = folder / "clauses" / "a" / "b" / "1.1.0.md"
    file.parent.mkdir(parents=True)
    file.write_text(text, "utf-8")
    known = (*siblings, Version(1, 1, 0))
    return read_clause_file(folder, "clauses/a/b/1.1.0.md", Cache(None), known)[1]


# The body

_BODY = {
    "`1.  A Partner shall ...`": (
        "1.  A Partner shall:\n    7.  pay; and\n    7.  tell.\n9.  The last.",
        "item: A Partner shall:\n    item: pay; and\n    item: tell.\nitem: The last.",
    ),
    "text indented under an item, after its inner list": (
        "1.  A notice which:\n    1.  is late; or\n    2.  is unsigned,\n\n    is void.",
        "item: A notice which:\n    item: is late; or\n    item: is unsigned,\n    paragraph: is void.",
    ),
    "text that is in no list": ("Words, wrapped\nanywhere.", "paragraph: Words, wrapped anywhere."),
    "`-   item`": ("1.  Ways:\n    -   post.", "item: Ways:\n    bullet: post."),
    "`## Conduct of claims`": ("## Conduct of claims", "sub-heading: Conduct of claims"),
    '`**"Mediation Notice"**`': ('A (**"Mediation Notice"**).', 'paragraph: A (**"Mediation Notice"**).'),
    "`*italics*`, `**bold**`": ("*a* and **b**", "paragraph: *a* and **b**"),
    "a pipe table, `---:` for money and other figures": (
        "| Partner | Sum |\n| --- | ---: |\n| A | £1 |",
        "table: left, right\n    row: Partner | Sum\n    row: A | £1",
    ),
    "`text[^1]` and, below, `[^1]: The note.`": (
        "A text[^1].\n\n[^1]: The note.",
        "paragraph: A text^(The note.).",
    ),
    "`> [!NOTE]` and quoted lines": ("> [!NOTE]\n> Choose.", "note:\n    paragraph: Choose."),
    "quotation marks and apostrophes, straight": (
        "\"Partners' 'own'\"",
        "paragraph: “Partners’ ‘own’”",
    ),
    r"`\*`, `\[`, `\<`, `\|`": (r"\* \[ \<b> \|", "paragraph: * [ <b> |"),
}


@pytest.mark.parametrize("written", first_cells("clause-files.md", "you write", "it becomes"))
def test_what_is_written_becomes_what_the_table_says(written: str) -> None:
    fragment, outline = _BODY[written]
    parsed, read_as = read(f"# Claims\n\n{fragment}\n")
    assert not parsed.findings
    assert read_as == f"heading: Claims\n{outline}"


def test_every_case_of_the_body_is_in_the_table() -> None:
    assert list(_BODY) == first_cells("clause-files.md", "you write", "it becomes")


@pytest.mark.parametrize("clause", [token.content for token in tokens(CLAUSES) if token.info == "markdown"])
def test_every_clause_that_is_shown_can_be_read(clause: str) -> None:
    assert not read(clause)[0].findings


# References


@pytest.mark.parametrize(
    ("written", "printed"),
    [row[:2] for row in table("clause-files.md", "you write", "it prints", "what it refers to")],
)
def test_a_reference_prints_what_the_table_says(written: str, printed: str) -> None:
    (fragment,) = names([written])
    text = " ".join(write_text(_agreement(fragment), notes=False).split())
    assert f"See {printed}, below." in text


def _agreement(fragment: str) -> Draft:
    """Return an agreement that has the clauses of the examples at their numbers, and the fragment in one."""
    families = {12: "risk-share", 16: "liability", 23: "dispute-resolution"}
    here = 12 if "#first" in fragment else 23
    sentence = f"See {fragment}, below."
    clauses = (
        _clause(families.get(place, f"filler-{place}"), sentence if place == here else "The last.")
        for place in range(1, 24)
    )
    statement = part("schedule:finance-protocol/statement", _clause("contributions", "The last."))
    sections = (
        Section("clauses", tuple(clauses)),
        Section("schedules", (schedule("one"), schedule("two"), schedule("finance-protocol", statement))),
        Section("annexes", (annex("applicability"),)),
    )
    document = Document("Agreement", "Agreement", "Draft", sections)
    numbers = number(document, scheme())
    references, findings = resolve(document, numbers)
    assert not findings
    return Draft(document, scheme(), numbers, references)


def _clause(family: str, last: str) -> Clause:
    anchors = {
        "risk-share": ["#first", "", "", "#last"],
        "liability": ["", "", "", "", "#mitigation"],
        "dispute-resolution": ["#notice"],
        "contributions": ["#yearly"],
    }
    provisions = [
        f"1.  {f'[{anchor}] ' if anchor else ''}A provision.\n" for anchor in anchors.get(family, [""])
    ]
    heading = family.replace("-", " ").title()
    rendered = render(f"# {heading}\n\n{''.join(provisions)}1.  {last}\n")
    parsed = parse(rendered.text, "clause.md")
    assert not parsed.findings
    return Clause(family, f"{family}/x", "1.0.0", "", *build(parsed.nested, rendered.filled, family))


# Values and choices


@pytest.mark.parametrize(("written", "printed"), table("clause-files.md", "you write", "it prints"))
def test_a_value_or_a_choice_prints_what_the_table_says(written: str, printed: str) -> None:
    assert _printed(written.strip("`")) == printed


@pytest.mark.parametrize(("question", "answer"), table("clause-files.md", "question", "answer"))
def test_a_question_has_the_answer_that_the_table_says(question: str, answer: str) -> None:
    asked = question.strip("`")
    assert _printed(f"{{% if {asked} %}}yes{{% else %}}no{{% endif %}}") == answer


def _printed(fragment: str) -> str:
    rendered = render(f"# Claims\n\n{fragment}\n")
    parsed = parse(rendered.text, "clause.md")
    assert not parsed.findings
    _, (paragraph,) = build(parsed.nested, rendered.filled, "clause")
    assert isinstance(paragraph, Paragraph)
    return plain_text(paragraph.children)


@pytest.mark.parametrize(
    ("sentence", "known"),
    [
        ("The tags are", set(TAGS)),
        ("The filters are", set(FILTERS)),
        ("In a loop there are", {"loop.index", "loop.revindex", "loop.first", "loop.last", "loop.length"}),
    ],
)
def test_every_word_of_the_language_is_documented(sentence: str, known: set[str]) -> None:
    assert set(names([_sentence(sentence)])) == known


@pytest.mark.parametrize("place", names([_sentence("In a loop there are")]))
def test_a_loop_knows_its_place(place: str) -> None:
    assert render(f"{{% for partner in partners %}}{{{{ {place} }}}}{{% endfor %}}").text


def test_what_may_be_asked_of_a_value_is_documented() -> None:
    asked = {name.rpartition(".")[2] for name in names([_sentence("Ask a financial year")])}
    assert asked - {"name"} == set().union(*(form.attributes for form in FORMATS.values()))


def test_the_limits_are_those_of_the_code() -> None:
    assert _sentence("A provision may have").startswith(f"A provision may have {_NUMBERS[MAX_LEVELS]} levels")
    most_bytes = inspect.signature(read_file).parameters["limit"].default
    limits = re.findall(r"[0-9,]{5,}", _sentence("A clause may repeat"))
    assert limits == [f"{limit:,}" for limit in (MAX_REPEATS, MAX_CHARACTERS, most_bytes)]


_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
