"""What pages repeat is no part of the body: running headers and footers, and the numbers of pages."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise

from clausekit.patterns import pattern
from clausekit.texts.cells import is_row
from clausekit.texts.openings import label_of
from clausekit.texts.printed import Printed, by_page

_PAGE = pattern(
    r"(?:[\w .,:()/–-]{0,60}(?:[|–-]\s*|\s{3,}))?"
    r"page\s+\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?"
    r"(?:(?:\s*[|–-]\s*|\s{3,})[\w .,:()/–-]{0,60})?"
    r"|[-–—]\s*\d{1,4}\s*[-–—]"
    r"|\d{1,4}\s*\|\s*page"
    r"|\d{1,4}\s+of\s+\d{1,4}",
    re.IGNORECASE,
)
_BARE = pattern(r"\d{1,4}|[ivxl]{1,6}")
_BARE_NUMBER = pattern(r"[0-9]{1,4}")
_WORDS_AND_NUMBER = pattern(
    r"(?P<words>\S.{5,80}?)"
    r"(?:(?:\s{3,}|\s[–-]\s)(?P<bare>[0-9]{1,4})"
    r"|\s(?:page )?(?P<counted>[0-9]{1,4})\s?(?:of|/)\s?[0-9]{1,4})",
    re.IGNORECASE,
)
_NUMBER_AND_WORDS = pattern(
    r"(?P<number>[0-9]{1,3})\s+(?P<words>[A-Z].{0,60}(?:\bv\d{1,2}(?:\.\d+)?\b|\b\d{2}[./]\d{2}[./]\d{2,4}).{0,30})"
)
"""The number of a page before the version or date of the paper: "1 SCHEME v6 23.04.2021"."""
_HEADED = pattern(r"\d{1,2}\.\s+[A-Z]")
_MADE = pattern(
    r"this (?:agreement|deed|memorandum|contract) is (?:made|dated|entered into)\b", re.IGNORECASE
)
_A_PAGE = 10
"""A page has at least so many lines."""
_PAGE_OF_TEXT, _UNEVEN = 25, 0.35
"""A page of running text has at least so many lines, and by such a part of it more or fewer than others."""
_MIDDLE = 25
"""What stands so far in is in the middle of its line."""
_FIRST = 3
"""The first page that shows its number is no later one: covers and contents may show none."""
_SUM = pattern(r"£?\d[\d,.]*%?")
_DIGITS = pattern(r"\d+")
_SCHEDULE = pattern(r"(?:schedule|annexe?|appendix|part) \w{1,4}\b")
_BLANKS = pattern(r"\s+")
_LONGEST = 150
_OFTEN = 0.5
"""On this share of the pages a line must stand to be taken for a header or footer."""
_FEWEST = 3
_SHORTEST = 5
_EDGE = 3
"""A page number stands among so many lines at the head or the foot of its page."""
_SENTENCE = 30
"""A line that is at least so long may be part of a sentence."""
_NAMES_ALL = pattern(
    r"\b(?:agreement|memorandum|deed|contract|protocol|mou|draft|version|v\d+(?:\.\d+)?|official|confidential)\b",
    re.IGNORECASE,
)
_ENDED = pattern(r"[.;:!?][”\"’')]?$")


def without_running(lines: Sequence[Printed]) -> tuple[list[Printed], list[Printed]]:
    """Return the lines without what only pages carry, and what those are, each wording once.

    What follows such a line has turned the page.
    """
    numbers = set() if lines and lines[-1].page else _set_pages(lines)
    pages = by_page(lines)
    if len(pages) > 1:
        gone = numbers | _repeated(pages) | _page_numbers(pages, bare=not numbers)
        gone |= _of_some_pages(pages, gone)
    else:
        gone = _interruptions(lines) | _counted_apart(lines) | _evenly_apart(lines)
    gone |= _before_numbers(lines)
    found: list[Printed] = []
    running: dict[str, Printed] = {}
    turned, gap, page = False, False, 0
    for line in lines:
        turned = turned or line.page != page
        page = line.page
        if id(line) in gone:
            turned, gap = True, gap or line.gap
            running.setdefault(_key(line.text), line)
            continue
        line.turned, line.gap = turned and bool(found), line.gap or gap or turned
        found.append(line)
        turned = gap = False
    return found, list(running.values())


def _key(text: str) -> str:
    """Return what pages repeat of a line: not its numbers, unless they are those of schedules."""
    words = _BLANKS.sub(" ", text).casefold()
    schedule = _SCHEDULE.match(words)
    own = schedule.end() if schedule else 0
    return words[:own] + _DIGITS.sub("#", words[own:])


def _set_pages(lines: Sequence[Printed]) -> set[int]:
    """Set the pages of lines without form feeds, if numbers of pages stand among them; return the bare ones.

    A bare number is one if a line stands beside it that is repeated beside the numbers before and after it.
    """
    beside: dict[str, list[int]] = defaultdict(list)
    for place in _bare(lines):
        for key in _neighbours(lines, place):
            beside[key].append(int(lines[place].text))
    running = {key for key, numbers in beside.items() if len(numbers) > 1 and _count_up(numbers)}
    bare = {place for place in _bare(lines) if running.intersection(_neighbours(lines, place))}
    bare |= _counted(lines) | _in_the_middle(lines)
    page = 0
    for place, line in enumerate(lines):
        line.page = page
        page += (place in bare and _has_number(line.text)) or bool(_PAGE.fullmatch(line.text))
    return {id(lines[place]) for place in bare}


def _counted(lines: Sequence[Printed]) -> set[int]:
    """Return the places of lines whose words are repeated, far apart, with a number that counts the pages.

    The number stands on the same line, or alone on the next, or on the one before.
    """
    found: dict[str, list[tuple[int, int]]] = defaultdict(list)
    below = set()
    for place, (line, after) in enumerate(zip(lines, [*lines[1:], None], strict=False)):
        footer = _WORDS_AND_NUMBER.fullmatch(line.text)
        header = _NUMBER_AND_WORDS.fullmatch(line.text)
        if header:
            found[header["words"]].append((int(header["number"]), place))
        elif footer:
            found[footer["words"]].append((int(footer["bare"] or footer["counted"]), place))
        elif after is not None and len(line.text) > _SHORTEST and _BARE_NUMBER.fullmatch(after.text):
            found[line.text].append((int(after.text), place))
            below.add(place)
        elif after is not None and _BARE_NUMBER.fullmatch(line.text) and _heads_a_page(after.text):
            found[f"^{after.text}"].append((int(line.text), place))
            below.add(place)
    return {
        place
        for pages in found.values()
        if len(pages) > 1
        and _count_up([number for number, _ in pages])
        and all(after[1] - before[1] > _A_PAGE for before, after in pairwise(pages))
        for _, first in pages
        for place in ((first, first + 1) if first in below else (first,))
    }


def _in_the_middle(lines: Sequence[Printed]) -> set[int]:
    """Return the places of bare numbers in the middle of the width, if all that stand so count the pages."""
    found = [
        place
        for place, line in enumerate(lines)
        if line.indent >= _MIDDLE and line.gap and _BARE_NUMBER.fullmatch(line.text)
    ]
    numbers = [int(lines[place].text) for place in found]
    apart = all(lines[after].line - lines[before].line > _A_PAGE for before, after in pairwise(found))
    counts = len(found) >= _FEWEST and numbers[0] <= _FIRST and _count_up(numbers)
    return set(found) if counts and apart else set()


def _has_number(text: str) -> bool:
    """Tell whether a line has the number of a page: not what stands above or below that."""
    return any(one.fullmatch(text) for one in (_BARE_NUMBER, _WORDS_AND_NUMBER, _NUMBER_AND_WORDS))


def _heads_a_page(text: str) -> bool:
    """Tell whether a line may be the header that stands below the number of the page before."""
    return len(text) > _SHORTEST and text[0].isupper() and not _ENDED.search(text)


def _count_up(numbers: Sequence[int]) -> bool:
    return all(after == before + 1 for before, after in pairwise(numbers))


def _bare(lines: Sequence[Printed]) -> list[int]:
    return [place for place, line in enumerate(lines) if line.gap and _BARE_NUMBER.fullmatch(line.text)]


def _neighbours(lines: Sequence[Printed], place: int) -> set[str]:
    """Return the lines before and after one, unless they are numbers or too short to be told apart.

    Each is told by itself and by its side: what stands below a header may be the number of a clause.
    """
    before = {_key(line.text) for line in lines[max(0, place - 1) : place]}
    after = {_key(line.text) for line in lines[place + 1 : place + 2]}
    keys = {key for key in before | after if len(key.strip("# .()")) > _SHORTEST}
    return keys | {f"<{key}" for key in keys & before} | {f">{key}" for key in keys & after}


def _repeated(pages: Sequence[Sequence[Printed]]) -> set[int]:
    """Return the lines that stand on most pages, their numbers aside, once on each."""
    places: dict[str, list[Printed]] = defaultdict(list)
    heading: dict[str, list[Printed]] = defaultdict(list)
    for page in pages:
        for line, after in zip(page, [*page[1:], None], strict=True):
            if len(line.text) <= _LONGEST:
                where = heading if _heads_table(line, after) else places
                where[_key(line.text)].append(line)
    for key, same in heading.items():
        if len(same) < len(places[key]):  # on some pages a table happens to follow the header
            places[key] += same
    edges = {id(line) for page in pages for line in _at_edge(page)}
    found: set[int] = set()
    for key, same in places.items():
        on = {line.page for line in same}
        inside = [line for line in same if id(line) not in edges]
        below_cover = len(inside) == 1 and not inside[0].page and len(same) > 2 * _FEWEST
        at_edges = not inside or below_cover
        if not at_edges and any(map(_is_numbered, same)):
            continue  # schemes that have the same headings: "2 Services and budget"
        if any(map(_is_item, same)) or 2 * len(inside) > len(same):
            continue  # what stands in tables and lists of many pages
        fewest = 2 if at_edges else _FEWEST
        if key.strip("#() .") and len(on) >= max(fewest, len(pages) * _OFTEN) and len(same) < 1.3 * len(on):
            found.update(map(id, same))
    return found


def _of_some_pages(pages: Sequence[Sequence[Printed]], gone: set[int]) -> set[int]:
    """Return the headers and footers of a part of the pages, given what is known to be gone.

    They are the first or the last of their pages, and name what they are pages of, or break a sentence once.
    """
    bare = [kept for page in pages if (kept := [line for line in page if id(line) not in gone])]
    heads: dict[str, list[tuple[Printed, bool]]] = defaultdict(list)
    for before, page in pairwise(bare):
        if len(page) > 1 and _may_run(page[0], page[1]):
            heads[_key(page[0].text)].append((page[0], _breaks(before[-1], page[1])))
    feet: dict[str, list[tuple[Printed, bool]]] = defaultdict(list)
    for page, after in pairwise(bare):
        if len(page) > 1 and page[-1].gap and _may_run(page[-1], None):
            feet[_key(page[-1].text)].append((page[-1], _breaks(page[-2], after[0])))
    return {
        id(line)
        for same in (*heads.values(), *feet.values())
        if len(same) >= _FEWEST and any(breaks or _NAMES_ALL.search(line.text) for line, breaks in same)
        for line, _ in same
    }


def _may_run(line: Printed, after: Printed | None) -> bool:
    """Tell whether a line may be a header or footer by itself: a title, apart from what follows."""
    words = line.text
    return (
        _SHORTEST < len(words) <= _LONGEST
        and not words[0].islower()
        and not _ENDED.search(words)
        and not _has_number_of_its_own(line)
        and (after is None or after.gap)
    )


def _breaks(before: Printed, after: Printed) -> bool:
    """Tell whether the words of two lines are those of one sentence."""
    return len(before.text) > _SENTENCE and not _ENDED.search(before.text) and after.text[:1].islower()


def _is_numbered(line: Printed) -> bool:
    return _has_number_of_its_own(line) and not _is_alone(line)


def _has_number_of_its_own(line: Printed) -> bool:
    """Tell whether a line is, or begins with, the number of a provision."""
    label = label_of(line.text)
    return label is not None and label.typed is not None


def _is_alone(line: Printed) -> bool:
    label = label_of(line.text)
    return label is not None and label.alone


def _is_item(line: Printed) -> bool:
    """Tell whether a line is the number of an item that stands alone, "(d)", which many lists have."""
    return line.text.startswith("(") and label_of(line.text) is not None


def _heads_table(line: Printed, after: Printed | None) -> bool:
    """Tell whether a line is the header of a table, which may be repeated on each page as well."""
    return after is not None and not after.gap and is_row(line) and is_row(after)


def _at_edge(page: Sequence[Printed]) -> Iterable[Printed]:
    return page if len(page) <= 2 * _EDGE else (*page[:_EDGE], *page[-_EDGE:])


def _page_numbers(pages: Sequence[Sequence[Printed]], *, bare: bool) -> set[int]:
    """Return the numbers of pages: those that say so, and bare ones that count the pages, all at one edge.

    Bare ones are left alone if they are known already: then another may be that of a clause.
    """
    found = {id(line) for page in pages for line in page if _PAGE.fullmatch(line.text)}
    counted: dict[tuple[int, bool], list[Printed]] = defaultdict(list)
    for page in pages if bare else ():
        middle = page[len(page) // 2].line
        for line in _at_edge(page):
            if _BARE_NUMBER.fullmatch(line.text):
                counted[int(line.text) - line.page, line.line < middle].append(line)
    most = max(counted.values(), key=len, default=[])
    if len(most) >= max(_FEWEST, len(pages) * _OFTEN):
        found.update(map(id, most))
    return found


def _before_numbers(lines: Sequence[Printed]) -> set[int]:
    """Return bare numbers that have no words: what follows has its own number, or begins an instrument."""
    found = set()
    for place, line in enumerate(lines[1:-1], 1):
        if not (line.text.isdecimal() and _BARE_NUMBER.fullmatch(line.text)):
            continue
        label = label_of(lines[place + 1].text)
        headed = label is not None and not label.alone and _HEADED.match(lines[place + 1].text) is not None
        apart = line.gap and lines[place + 1].gap and not _BARE_NUMBER.fullmatch(lines[place - 1].text)
        begins = any(_MADE.match(one.text) for one in lines[place + 1 : place + 1 + _EDGE])
        if (headed and apart) or (begins and not _BARE_NUMBER.fullmatch(lines[place - 1].text)):
            found.add(id(line))
    return found


def _counted_apart(lines: Sequence[Printed]) -> set[int]:
    """Return the bare numbers of pages whose turns left no sign: they stand by themselves, count up from the
    first to the last, mostly lie far apart, and what follows mostly has a number of its own."""
    alone = [
        at for at in _bare(lines[:-1]) if lines[at + 1].gap and not _BARE_NUMBER.fullmatch(lines[at + 1].text)
    ]
    numbers = [int(lines[at].text) for at in alone]
    if len(alone) < _FEWEST or not _count_up(numbers) or numbers[0] > 2:
        return set()
    near = sum(after - before <= _A_PAGE for before, after in pairwise(alone))
    labelled = sum(label_of(lines[at + 1].text) is not None for at in alone)
    return {id(lines[at]) for at in alone} if 4 * near <= len(alone) <= 2 * labelled else set()


def _evenly_apart(lines: Sequence[Printed]) -> set[int]:
    """Return the bare numbers of pages that stand as close as any other line: they count up at even distances
    through the whole text, and one at least breaks a sentence or a column of figures."""
    found: list[int] = []
    for place, line in enumerate(lines):
        if not (line.text.isascii() and line.text.isdecimal()) or int(line.text) != len(found) + 1:
            continue
        length = line.line / (len(found) + 1)
        last = lines[found[-1]].line if found else 0
        if length >= _PAGE_OF_TEXT and abs(line.line - last - length) <= length * _UNEVEN:
            found.append(place)
    if len(found) < _FEWEST or lines[-1].line > lines[found[-1]].line * (1 + 2 / len(found)):
        return set()
    broken = any(
        _breaks(before, after) or (_SUM.fullmatch(before.text) and _SUM.fullmatch(after.text))
        for before, after in ((lines[at - 1], lines[at + 1]) for at in found if 0 < at < len(lines) - 1)
    )
    return {id(lines[at]) for at in found} if broken else set()


def _interruptions(lines: Sequence[Printed]) -> set[int]:
    """Return what stands by itself in the middle of a sentence: a bare number, or a line that is repeated.

    A line that once does is taken for a running one wherever it stands.
    """
    often = Counter(_key(line.text) for line in lines)
    found: set[int] = set()
    running: set[str] = set()
    for before, line, after in zip(lines, lines[1:], lines[2:], strict=False):
        if not (_breaks(before, after) and line.gap and after.gap):
            continue
        if _BARE.fullmatch(line.text):
            found.add(id(line))
        elif often[_key(line.text)] >= _FEWEST and not line.text[0].islower() and len(line.text) <= _LONGEST:
            running.add(_key(line.text))
    return found | {id(line) for line in lines if _key(line.text) in running}
