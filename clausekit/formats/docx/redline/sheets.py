"""Styles and lists that old text has and the new file lacks, added under ids that are free."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from copy import deepcopy
from itertools import count

from lxml.etree import _Element as Element

from clausekit.formats.docx.attachment_trees import STYLE, child, elements, remove, value, w
from clausekit.formats.docx.reader import WordFile
from clausekit.formats.docx.redline.changes import made
from clausekit.formats.docx.redline.lists import Lists
from clausekit.formats.docx.redline.restyling import Restyling
from clausekit.formats.docx.redline.target import Target
from clausekit.formats.docx.xml import RELATIONSHIPS

_VAL = w("val")
_STYLE_ID = w("styleId")
_ABSTRACT, _LIST = w("abstractNum"), w("num")
_ABSTRACT_ID, _LIST_ID = w("abstractNumId"), w("numId")
_NAMES_OF_LISTS = frozenset(w(name) for name in ("nsid", "tmpl", "name"))
_STYLED = ("pStyle", "rStyle", "tblStyle")


class Sheets:
    """Finds the styles and lists of the old file in the new one, by what they are; adds them if need be."""

    def __init__(self, old: WordFile, target: Target, lists: Lists) -> None:
        self._target = target
        self._counted = lists
        old_styles = _tree(old, "styles")
        old_lists = _tree(old, "numbering")
        self._old_styles = {style.get(_STYLE_ID, ""): style for style in old_styles}
        self._old_lists = {one.get(_LIST_ID, ""): one for one in old_lists.iterchildren(_LIST)}
        self._old_abstracts = _abstracts(old_lists)
        self._styles: dict[str, str | None] = {}
        self._lists: dict[str, str] = {"0": "0", **lists.lists}
        self._families: dict[str, str] = {**lists.families}
        self._added: set[str] = set()
        part = target.related("styles")
        new_styles = {style.get(_STYLE_ID, ""): style for style in target.peek(part)} if part else {}
        self._restyling = Restyling(self._old_styles, new_styles, self._like_style, lists)
        self._same = all(
            old.parts.get(f"word/{kind}.xml")
            == (target.data(part) if (part := target.related(kind)) else None)
            for kind in ("styles", "numbering")
        )

    def adapt(self, node: Element) -> None:
        """Make the styles and lists that content names those of the new file."""
        if self._same:
            return
        for reference in elements(node, *_STYLED):
            identity = self._style(value(reference) or "")
            if identity is None:
                remove(reference)
            else:
                reference.set(_VAL, identity)
        for reference in elements(node, "numId"):
            reference.set(_VAL, self._list(value(reference) or "0"))

    def state_styles(self, copy: Element) -> None:
        """State in old content what its styles say otherwise in the new file."""
        if not self._same:
            self._restyling.state(copy)

    def _like_style(self, identity: str) -> str | None:
        """Return the style of the new file that answers to one of the old file; None if there is none."""
        style = self._old_styles.get(identity)
        return None if style is None else self._same_style(style)

    # styles

    def _style(self, identity: str) -> str | None:
        if identity not in self._styles:
            style = self._old_styles.get(identity)
            self._styles[identity] = (
                None if style is None else self._same_style(style) or self._add_style(style)
            )
        return self._styles[identity]

    def _same_style(self, style: Element) -> str | None:
        """Return the id of the style that has the same name in the new file."""
        part = self._target.related("styles")
        key = (style.get(w("type")), _name(style))
        for other in self._target.peek(part).iterchildren(w("style")) if part else ():
            if (other.get(w("type")), _name(other)) == key:
                return other.get(_STYLE_ID)
        return None

    def _add_style(self, style: Element) -> str:
        tree = self._root("styles")
        ids = {other.get(_STYLE_ID, "") for other in tree.iterchildren(w("style"))}
        names = {_name(other) for other in tree.iterchildren(w("style"))}
        copy = deepcopy(style)
        identity = _free(style.get(_STYLE_ID, ""), ids)
        self._styles[style.get(_STYLE_ID, "")] = identity
        self._added.add(identity)
        copy.set(_STYLE_ID, identity)
        copy.attrib.pop(w("default"), "")
        child(copy, "name", STYLE).set(_VAL, _free(value(style, "name") or identity, names))
        for link in list(copy.iterchildren(w("next"), w("link"))):
            copy.remove(link)
        base = copy.find(w("basedOn"))
        if base is not None:
            there = self._style(value(base) or "")
            if there is None:
                copy.remove(base)
            else:
                base.set(_VAL, there)
        tree.append(copy)
        for reference in elements(copy, "numId"):
            reference.set(_VAL, self._list(value(reference) or "0"))
        return identity

    # lists

    def _list(self, identity: str) -> str:
        if identity not in self._lists:
            one = self._old_lists.get(identity)
            self._lists[identity] = "0" if one is None else self._add_list(one)
        return self._lists[identity]

    def _add_list(self, one: Element) -> str:
        tree = self._root("numbering")
        identity = _free_number(other.get(_LIST_ID, "") for other in tree.iterchildren(_LIST))
        self._lists[one.get(_LIST_ID, "")] = identity
        copy = deepcopy(one)
        copy.set(_LIST_ID, identity)
        family = self._family(one.get(_LIST_ID, ""))
        if family in self._old_abstracts:
            if family not in self._families:
                self._add_abstract(tree, family)
            child(copy, "abstractNumId").set(_VAL, self._families[family])
        places = [place for place, other in enumerate(tree, start=1) if other.tag in (_ABSTRACT, _LIST)]
        tree.insert(places[-1] if places else 0, copy)
        return identity

    def _family(self, identity: str) -> str:
        list_ = self._counted.old.lists.get(identity)
        return "" if list_ is None else list_.family

    def _add_abstract(self, tree: Element, family: str) -> None:
        copy = deepcopy(self._old_abstracts[family])
        identity = self._families[family] = _free_number(_abstracts(tree))
        copy.set(_ABSTRACT_ID, identity)
        # An nsid tells lists apart; two with the same one might be merged.
        for left in [one for one in copy if one.tag in _NAMES_OF_LISTS]:
            copy.remove(left)
        for reference in elements(copy, "pStyle"):
            there = self._style(value(reference) or "")
            if there in self._added and there is not None:
                reference.set(_VAL, there)
            else:
                remove(reference)
        for link in elements(copy, "styleLink", "numStyleLink", "lvlPicBulletId"):
            remove(link)
        places = [place for place, other in enumerate(tree, start=1) if other.tag == _ABSTRACT]
        tree.insert(places[-1] if places else 0, copy)

    def _root(self, kind: str) -> Element:
        part = self._target.related(kind)
        if part is None:
            part = self._target.add_story(kind, made(kind))
            self._target.relate(self._target.main, f"{RELATIONSHIPS}/{kind}", part)
        return self._target.tree(part)


def _tree(file: WordFile, kind: str) -> Element:
    return file.trees.get(f"word/{kind}.xml", made(kind))


def _name(style: Element) -> str:
    return (value(style, "name") or "").casefold()


def _abstracts(tree: Element) -> dict[str, Element]:
    return {one.get(_ABSTRACT_ID, ""): one for one in tree.iterchildren(_ABSTRACT)}


def _free(name: str, taken: Collection[str]) -> str:
    candidates = (f"{name}{number}" for number in count(2))
    return (
        name
        if name and name not in taken and name.casefold() not in taken
        else next(other for other in candidates if other not in taken and other.casefold() not in taken)
    )


def _free_number(taken: Iterable[str]) -> str:
    return str(1 + max((int(one) for one in taken if one.isdigit()), default=0))
