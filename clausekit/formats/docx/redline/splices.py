"""Passages that answer to each other, written as one text: old words spliced into the new paragraphs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from lxml.etree import _Element as Element

from clausekit.comparison.flow import Anchor, Change, Matched, Reformat, Same
from clausekit.formats.docx.attachment_trees import w
from clausekit.formats.docx.redline.atoms import (
    RUN,
    Atom,
    IntertwinedError,
    atoms,
    before_and_after,
    between,
    nodes_of,
    paragraph_of,
    printed_at,
    starts_within,
)
from clausekit.formats.docx.redline.changes import DEL, INS, made
from clausekit.formats.docx.redline.desk import Desk, Line
from clausekit.formats.docx.redline.run_looks import emphasis, look_of, said_by
from clausekit.formats.docx.redline.spots import Spot, beyond, last_of, outermost, shared
from clausekit.formats.docx.redline.texts import (
    count_within,
    is_laid_alike,
    mark_offsets,
    notes_in,
    parameters_in,
)
from clausekit.formats.docx.redline.wholes import say_deleted, track_control
from clausekit.reading import NOTE_MARK, Passage

_PARAGRAPH_PROPERTIES = w("pPr")
_LOOK = w("rPr")
_FORMER_LOOK = f"{_LOOK}/{w('rPrChange')}/{_LOOK}"
_CONTROL = w("sdt")


@dataclass(slots=True)
class _Group:
    """The old words of one change, up to each mark of a paragraph that goes with them."""

    op: Change
    anchor: Anchor
    news: list[Atom]
    olds: list[list[Atom]]
    spot: Spot


@dataclass(slots=True)
class Splice:
    """Writes one group of matched passages that stay in their place."""

    step: Matched
    desk: Desk
    _new: list[Atom] = field(default_factory=list)
    _old: list[Atom] = field(default_factory=list)
    _printed: list[list[Atom]] = field(default_factory=list)
    _old_printed: list[Atom] = field(default_factory=list)
    _starts: list[int] = field(default_factory=list)
    _seams: list[Element] = field(default_factory=list)

    def write(self) -> list[Line]:
        """Return the lines of the group.

        Raises IntertwinedError, before anything is marked, if it cannot be written as one text.
        """
        step = self.step
        if step.reformats or self._is_restyled or any(isinstance(op, Change) for op in step.ops):
            self._splice()
        if any(NOTE_MARK in passage.text for passage in step.news):
            self._keep_notes()
        if len(step.olds) == len(step.news) == 1:
            return [self._staying(step.olds[0], step.news[0])]
        return self._lines()

    def _splice(self) -> None:
        step = self.step
        self._read()
        groups = [self._group(op, op) for op in step.ops if isinstance(op, Change)]
        for reformat in step.reformats:
            if self._is_tangled(reformat):
                groups.append(self._group(_as_change(reformat), reformat))
            else:
                self._reformat(reformat)
        if self._is_restyled:
            self._keep_direct_looks()
        self._track_controls(groups)
        for group in groups:
            self._write_group(group)
        self._part_paragraphs()

    def _read(self) -> None:
        step = self.step
        old_cuts = {at for op in step.ops for at in (op.old_start, op.old_end)}
        old_cuts |= {at for change in step.reformats for at in (change.old_start, change.old_end)}
        paragraphs = [[self.desk.old.paragraph(passage)] for passage in step.olds]
        self._old = atoms(paragraphs, "plain", old_cuts)
        cuts = {at for op in step.ops for at in (op.new_start, op.new_end)}
        alike = [op for op in step.ops if isinstance(op, Same)] if self._is_restyled else []
        ranges: list[Reformat | Same] = [*step.reformats, *alike]
        for change in ranges:
            shift = change.new_start - change.old_start
            cuts |= {change.new_start, change.new_end}
            cuts |= {start + shift for start in starts_within(self._old, change.old_start, change.old_end)}
        self._new = atoms([self.desk.new(passage) for passage in step.news], "kept", cuts)
        self._starts = [0, *(end + 1 for end in mark_offsets(step.news))]
        self._old_printed = [atom for atom in self._old if atom.printed]
        self._printed = [[] for _ in step.news]
        for atom in self._new:
            if atom.printed:
                self._printed[atom.passage].append(atom)

    # words

    def _group(self, op: Change, anchor: Anchor) -> _Group:
        news = between(self._new, op.new_start, op.new_end)
        marks = [end for end in mark_offsets(self.step.olds)[:-1] if op.old_start <= end < op.old_end]
        bounds = [op.old_start, *(at for end in marks for at in (end, end + 1)), op.old_end]
        olds = [between(self._old, start, end) for start, end in zip(bounds[::2], bounds[1::2], strict=True)]
        spot = self._spot(op)
        if marks and not spot.is_in_paragraph:
            raise IntertwinedError
        return _Group(op, anchor, news, olds if marks or olds[0] else [], spot)

    def _spot(self, op: Change) -> Spot:
        """Return where the old words of a change stand: before the new ones.

        They stand inside a control or link if what stands before is in it too, or if they are its old value.
        """
        number = max(place for place, start in enumerate(self._starts[:-1]) if start <= op.new_start)
        before, after = before_and_after(self._printed[number], op.new_start)
        if after is None:
            if before is not None:
                return Spot(last_of(before), "after")
            return Spot(self.desk.new_paragraph(self.step.news[number]), "within")
        around = shared(before.wrappers, after.wrappers) if before else ()
        if op.new_start == after.start < op.new_end and self._is_one_value(op):
            around = after.wrappers
        return Spot(outermost(after, around), "before")

    def _is_one_value(self, op: Change) -> bool:
        """Return whether a change is from one value of a parameter to another."""
        old = parameters_in(self.step.olds, op.old_start, op.old_end)
        return (
            len(old) == 1 and "" not in old and old == parameters_in(self.step.news, op.new_start, op.new_end)
        )

    def _write_group(self, group: _Group) -> None:
        desk = self.desk
        nodes: list[Element] = []
        spot = group.spot
        marks = desk.changes.wrap(nodes_of(group.news), INS)
        for mark in marks:
            desk.notes.insert(mark)
        for place, olds in enumerate(group.olds):
            if place:
                seam = made("p")
                spot.put(seam, desk.changes)
                self._seams.append(seam)
                spot = Spot(seam, "after")
            if olds:
                runs = nodes_of(olds)
                desk.old.take(runs)
                mark = desk.changes.mark(DEL)
                mark.extend(runs)
                say_deleted([mark])
                spot.put(mark, desk.changes)
                spot = Spot(mark, "after")
                nodes.append(mark)
        nodes += marks
        if nodes:
            same = [node for node in nodes if node.getparent() is nodes[0].getparent()]
            desk.comments.around(group.anchor, same, paragraph_of(nodes[0]))
        else:
            # A mark of a paragraph only: the comment is on the text around it.
            number = max(
                place for place, start in enumerate(self._starts[:-1]) if start <= group.op.new_start
            )
            desk.comments.around(group.anchor, [], self.desk.new_paragraph(self.step.news[number]))

    def _keep_notes(self) -> None:
        olds, news = notes_in(self.step.olds), notes_in(self.step.news)
        for op in self.step.ops:
            if isinstance(op, Same):
                shift = op.old_start - op.new_start
                self.desk.notes.kept += (
                    (olds[at + shift], key)
                    for at, key in news.items()
                    if op.new_start <= at < op.new_end and at + shift in olds
                )

    def _track_controls(self, groups: Iterable[_Group]) -> None:
        """Say of content controls that they are new if all their words are, and no old words stand in
        them."""
        new = {atom for group in groups for atom in group.news}
        holding = {
            wrapper for group in groups if group.olds for wrapper in group.spot.node.iterancestors(_CONTROL)
        }
        words: dict[Element, bool] = {}
        for atom in self._new:
            for wrapper in atom.wrappers:
                if wrapper.tag == _CONTROL and atom.printed:
                    words[wrapper] = words.get(wrapper, True) and atom in new
        for control, is_new in words.items():
            if is_new and control not in holding:
                track_control(control, self.desk.changes)

    # looks

    def track_looks(self) -> None:
        """Track the looks that changed, and nothing else."""
        if self.step.reformats:
            self._read()
        for reformat in self.step.reformats:
            self._reformat(reformat)

    @property
    def _is_restyled(self) -> bool:
        return len({passage.style for passage in (*self.step.olds, *self.step.news)}) > 1

    def _keep_direct_looks(self) -> None:
        """Track what runs say themselves where the styles change under them.

        Words may look the same as before by their style now, and by their own look then.
        """
        for op in self.step.ops:
            if isinstance(op, Same):
                for run, look in self._runs_with_old_looks(op):
                    if run.find(_FORMER_LOOK) is None and emphasis(look) != emphasis(run.find(_LOOK)):
                        self.desk.changes.change_run(run, look)

    def _is_tangled(self, change: Reformat) -> bool:
        """Return whether someone else says of a look that changed that it was another one before."""
        return any(
            said_by(former) != said_by(old)
            for run, old in self._runs_with_old_looks(change)
            if (former := run.find(_FORMER_LOOK)) is not None
        )

    def _runs_with_old_looks(self, change: Reformat | Same) -> Iterator[tuple[Element, Element | None]]:
        shift = change.old_start - change.new_start
        for atom in between(self._new, change.new_start, change.new_end):
            if atom.printed:
                look = look_of(printed_at(self._old_printed, atom.start + shift))
                yield from ((run, look) for node in atom.nodes for run in node.iter(RUN))

    def _reformat(self, change: Reformat) -> None:
        runs: list[Element] = []
        for run, look in self._runs_with_old_looks(change):
            # Where someone else says what the look was before, that is the old look.
            if run.find(_FORMER_LOOK) is None:
                self.desk.changes.change_run(run, look)
            runs.append(run)
        if runs:
            first = beyond(runs[0])
            same = [run for run in runs if run.getparent() is first.getparent()]
            self.desk.comments.around(change, same, paragraph_of(runs[0]))

    # paragraphs

    def _part_paragraphs(self) -> None:
        """Part paragraphs where a mark goes: what stands before it in a paragraph of its own."""
        for seam in self._seams:
            paragraph = seam.getparent()
            assert paragraph is not None
            before = [one for one in seam.itersiblings(preceding=True) if one.tag != _PARAGRAPH_PROPERTIES]
            paragraph.remove(seam)
            seam.extend(before[::-1])
            paragraph.addprevious(seam)

    def _lines(self) -> list[Line]:
        """Return the lines in order: marks that go stand before those that come."""
        step = self.step
        seams = iter(self._seams)
        olds, news = iter(step.olds), iter(step.news)
        old_ends, new_ends = mark_offsets(step.olds)[:-1], mark_offsets(step.news)[:-1]
        lines: list[Line] = []
        for op in step.ops:
            if isinstance(op, Same):
                count = count_within(old_ends, op.old_start, op.old_end)
                lines += [self._staying(next(olds), next(news)) for _ in range(count)]
                continue
            lines += (
                Line(next(seams), next(olds), None, None)
                for _ in range(count_within(old_ends, op.old_start, op.old_end))
            )
            for _ in range(count_within(new_ends, op.new_start, op.new_end)):
                passage = next(news)
                lines.append(Line(self.desk.new_paragraph(passage), None, passage, passage))
        lines.append(self._staying(next(olds), next(news)))
        return lines

    def _staying(self, old: Passage, new: Passage) -> Line:
        paragraph = self.desk.new_paragraph(new)
        relaid = next((one for one in self.step.relaid if one.old is old and one.new is new), None)
        if relaid is not None:
            self.desk.comments.around(relaid, [], paragraph)
        split_or_joined = len(self.step.olds) != len(self.step.news)
        is_relaid = relaid is not None or (split_or_joined and not is_laid_alike(old, new))
        return Line(paragraph, old, new, new, relaid=is_relaid or self.desk.is_in_other_list(old, new))


def _as_change(change: Reformat) -> Change:
    return Change(change.old_start, change.old_end, change.new_start, change.new_end)
