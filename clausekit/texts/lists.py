"""The numbers of Markdown's lists as they are printed: counted on, and in full where lists stand in lists.

Word processors save "3.1.2" as the second item of a list within the first item of a list within item 3.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from clausekit.patterns import pattern
from clausekit.texts.shapes import Paragraph, Shape

_ITEM = pattern(r"(?P<number>\d{1,3})(?P<mark>[.)])\t")


@dataclass(slots=True)
class _List:
    """A list that goes on: the number of its last item, and that which all its items had in the source, ""
    once two differ. ``above`` is the path of the item in which it stands, () if it has a bracket."""

    typed: str
    last: int
    above: tuple[int, ...]

    @property
    def path(self) -> tuple[int, ...]:
        return (*self.above, self.last)


def count_lists(shapes: Iterable[Shape]) -> None:
    """Set the numbers of lists whose items all have the same in the source, and of lists within lists."""
    lists: dict[int, _List] = {}
    for shape in shapes:
        indent = shape.indent if isinstance(shape, Paragraph) else 0
        for deeper in [other for other in lists if other > indent]:
            del lists[deeper]
        item = _ITEM.match(shape.text) if isinstance(shape, Paragraph) and not shape.rank else None
        if item is None or not isinstance(shape, Paragraph):
            lists.pop(indent, None)
            continue
        lists[indent] = _with_item(lists, indent, item["number"], item["mark"] == ".")
        printed = ".".join(map(str, lists[indent].path))
        if printed != item["number"]:
            first = shape.runs[0]
            words = f"{printed}{item['mark']}\t{first.text[item.end() :]}"
            shape.runs = (replace(first, text=words), *shape.runs[1:])


def _with_item(lists: dict[int, _List], indent: int, number: str, pointed: bool) -> _List:
    """Return the list at an indent with one more item."""
    before = lists.get(indent)
    if before is None:
        around = [lists[one] for one in sorted(lists) if one < indent and pointed]
        return _List(number, int(number), around[-1].path if around else ())
    if before.typed == number:
        return _List(number, before.last + 1, before.above)
    return _List("", int(number), before.above)
