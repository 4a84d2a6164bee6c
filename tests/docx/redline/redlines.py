"""Making redlines in tests: each has passed the product's own check and that of the tests."""

from __future__ import annotations

from clausekit.comparison.align import lay_side_by_side
from clausekit.formats.docx.reader import WordFile, read
from clausekit.formats.docx.redline import write_redline
from clausekit.formats.docx.redline.check import faults
from clausekit.problems import show
from tests.docx.redline.acceptance import differences
from tests.docx.redline.pairs import Pair, Returned
from tests.docx.redline.setting import word_file
from tests.docx.word_files import parts

DATE = "2019-04-01T00:00:00Z"
THEM = "Partner"


def redline(old: bytes, new: bytes) -> bytes:
    """Return the redline of two Word files."""
    before, after = read(old, "old.docx"), read(new, "new.docx")
    made = _redline(before, after, "Legal")
    assert [show(fault) for fault in faults(made, before, after)] == []
    assert differences(made, old, new) == []
    return made


def redline_of_returned(draft: Returned) -> bytes:
    """Return the redline of a draft as sent and as it came back; the others' changes are still theirs."""
    sent = word_file(draft.sent)
    silently, openly = (read(word_file(one), "back.docx") for one in (draft.silently, draft.openly))
    came_back = _redline(silently, openly, THEM)
    before, after = read(sent, "old.docx"), read(came_back, "new.docx", "kept")
    made = _redline(before, after, "Legal")
    assert [show(fault) for fault in faults(made, before, after)] == []
    assert differences(made, sent, came_back) == []
    assert _by_them(made) >= _by_them(came_back)
    return made


def _redline(old: WordFile, new: WordFile, author: str) -> bytes:
    flows = lay_side_by_side(old.reading, new.reading)
    return write_redline(old, new, flows, author=author, date=DATE, remarks=None)


def _by_them(redline: bytes) -> int:
    """Return how many changes are by the others."""
    return sum(part.count(f'w:author="{THEM}"'.encode()) for part in parts(redline).values())


def redline_of(pair: Pair) -> bytes:
    """Return the redline of a pair; made a second time, it is the same."""
    made = redline(*pair.files)
    assert redline(*pair.files) == made
    return made
