"""What pages repeat is no part of an instrument: running headers and footers, and the numbers of pages."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from clausekit.texts.printed import Printed, by_page

_PAGE = re.compile(
    r"(?:[\w .,:()/–-]{0,60}[|–-]\s*)?"
    r"page\s+\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?"
    r"(?:\s*[|–-]\s*[\w .,:()/–-]{0,60})?"
    r"|[-–—]\s*\d{1,4}\s*[-–—]"
    r"|\d{1,4}\s*\|\s*page"
    r"|\d{1,4}\s+of\s+\d{1,4}",
    re.IGNORECASE,
)
_BARE = re.compile(r"\d{1,4}|[ivxl]{1,6}")
_DIGITS = re.compile(r"\d+")
_BLANKS = re.compile(r"\s+")
_LONGEST = 150
_OFTEN = 0.5
"""On this share of the pages a line must stand to be taken for a header or footer."""
_FEWEST = 3
_SHORTEST = 5
_EDGE = 3
"""A page number stands among so many lines at the head or the foot of its page."""
_SENTENCE = 30
"""A line that is at least so long may be part of a sentence."""
_ENDED = re.compile(r"[.;:!?][”\"’')]?$")


def without_running(lines: Sequence[Printed]) -> list[Printed]:
    """Return the lines without what only pages carry; what follows such a line has turned the page."""
    paged = list(lines) if lines and lines[-1].page else _paged_by_numbers(lines)
    pages = by_page(paged)
    gone = _repeated(pages) | _page_numbers(pages) if len(pages) > 1 else _interruptions(paged)
    found: list[Printed] = []
    turned, gap, page = False, False, 0
    for line in paged:
        turned = turned or line.page != page
        page = line.page
        if id(line) in gone:
            turned, gap = True, gap or line.gap
            continue
        line.turned, line.gap = turned and bool(found), line.gap or gap or turned
        found.append(line)
        turned = gap = False
    return found


def _key(text: str) -> str:
    return _BLANKS.sub(" ", _DIGITS.sub("#", text)).casefold()


def _paged_by_numbers(lines: Sequence[Printed]) -> list[Printed]:
    """Return lines without form feeds as pages, if numbers of pages stand among them.

    A bare number is one if a line that is repeated beside such numbers stands beside it.
    """
    beside = Counter(key for place in _bare(lines) for key in _neighbours(lines, place))
    repeated = {key for key, count in beside.items() if count > 1}
    bare = {place for place in _bare(lines) if repeated.intersection(_neighbours(lines, place))}
    page = 0
    for place, line in enumerate(lines):
        line.page = page
        page += place in bare or bool(_PAGE.fullmatch(line.text))
    return list(lines)


def _bare(lines: Sequence[Printed]) -> list[int]:
    return [place for place, line in enumerate(lines) if line.gap and line.text.isdecimal()]


def _neighbours(lines: Sequence[Printed], place: int) -> set[str]:
    """Return the lines before and after one, unless they are numbers or too short to be told apart."""
    keys = {_key(line.text) for line in (*lines[max(0, place - 1) : place], *lines[place + 1 : place + 2])}
    return {key for key in keys if len(key.strip("# .()")) > _SHORTEST}


def _repeated(pages: Sequence[Sequence[Printed]]) -> set[int]:
    """Return the lines that stand on most pages, their numbers aside, once on each."""
    places: dict[str, list[Printed]] = defaultdict(list)
    for page in pages:
        for line in page:
            if len(line.text) <= _LONGEST:
                places[_key(line.text)].append(line)
    edges = {id(line) for page in pages for line in _at_edge(page)}
    found: set[int] = set()
    for key, same in places.items():
        on = {line.page for line in same}
        fewest = 2 if edges.issuperset(map(id, same)) else _FEWEST
        if key.strip("#() .") and len(on) >= max(fewest, len(pages) * _OFTEN) and len(same) < 1.3 * len(on):
            found.update(map(id, same))
    return found


def _at_edge(page: Sequence[Printed]) -> Iterable[Printed]:
    return page if len(page) <= 2 * _EDGE else (*page[:_EDGE], *page[-_EDGE:])


def _page_numbers(pages: Sequence[Sequence[Printed]]) -> set[int]:
    """Return the numbers of pages: those that say so, and bare ones at an edge that count the pages."""
    found = {id(line) for page in pages for line in page if _PAGE.fullmatch(line.text)}
    counted: dict[int, list[Printed]] = defaultdict(list)
    for page in pages:
        for line in _at_edge(page):
            if line.text.isdecimal() and len(line.text) <= 4:
                counted[int(line.text) - line.page].append(line)
    most = max(counted.values(), key=len, default=[])
    if len(most) >= max(_FEWEST, len(pages) * _OFTEN):
        found.update(map(id, most))
    return found


def _interruptions(lines: Sequence[Printed]) -> set[int]:
    """Return what stands by itself in the middle of a sentence: a bare number, or a line that is repeated.

    A line that once does is taken for a running one wherever it stands.
    """
    often = Counter(_key(line.text) for line in lines)
    found: set[int] = set()
    running: set[str] = set()
    for before, line, after in zip(lines, lines[1:], lines[2:], strict=False):
        broken = len(before.text) > _SENTENCE and not _ENDED.search(before.text) and after.text[:1].islower()
        if not (broken and line.gap and after.gap):
            continue
        if _BARE.fullmatch(line.text):
            found.add(id(line))
        elif often[_key(line.text)] >= _FEWEST and not line.text[0].islower() and len(line.text) <= _LONGEST:
            running.add(_key(line.text))
    return found | {id(line) for line in lines if _key(line.text) in running}
