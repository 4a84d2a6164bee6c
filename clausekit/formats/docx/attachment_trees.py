"""Trees of WordprocessingML: reading parts of other people's files, putting elements where they belong."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lxml import etree
from lxml.etree import _Element as Element

from clausekit.formats.docx.xml import RELATIONSHIPS, W

MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_MICROSOFT = "http://schemas.microsoft.com/office"

_PREFIXES = {
    W: "w",
    RELATIONSHIPS: "r",
    MC: "mc",
    A: "a",
    "http://schemas.openxmlformats.org/drawingml/2006/picture": "pic",
    "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing": "wp",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m",
    "urn:schemas-microsoft-com:vml": "v",
    "urn:schemas-microsoft-com:office:office": "o",
    "urn:schemas-microsoft-com:office:word": "w10",
}
_EXTENSIONS = {
    f"{_MICROSOFT}/word/2006/wordml": "wne",
    f"{_MICROSOFT}/word/2010/wordml": "w14",
    f"{_MICROSOFT}/word/2012/wordml": "w15",
    f"{_MICROSOFT}/word/2010/wordprocessingDrawing": "wp14",
    f"{_MICROSOFT}/word/2012/wordprocessingDrawing": "wp15",
    f"{_MICROSOFT}/word/2010/wordprocessingCanvas": "wpc",
    f"{_MICROSOFT}/word/2010/wordprocessingGroup": "wpg",
    f"{_MICROSOFT}/word/2010/wordprocessingInk": "wpi",
    f"{_MICROSOFT}/word/2010/wordprocessingShape": "wps",
    f"{_MICROSOFT}/drawing/2010/main": "a14",
    f"{_MICROSOFT}/drawing/2014/chartex": "cx",
    f"{_MICROSOFT}/drawing/2015/9/8/chartex": "cx1",
}
"""What Word has added to the standard since 2006, as far as text and drawings use it, by its prefixes."""

_ALL_PREFIXES = {**_PREFIXES, **_EXTENSIONS}

PARAGRAPH_PROPERTIES = (
    "pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl", "numPr",
    "suppressLineNumbers", "pBdr", "shd", "tabs", "suppressAutoHyphens", "kinsoku", "wordWrap",
    "overflowPunct", "topLinePunct", "autoSpaceDE", "autoSpaceDN", "bidi", "adjustRightInd", "snapToGrid",
    "spacing", "ind", "contextualSpacing", "mirrorIndents", "suppressOverlap", "jc", "textDirection",
    "textAlignment", "textboxTightWrap", "outlineLvl", "divId", "cnfStyle", "rPr", "sectPr", "pPrChange",
)  # fmt: skip
RUN_PROPERTIES = (
    "rStyle", "rFonts", "b", "bCs", "i", "iCs", "caps", "smallCaps", "strike", "dstrike", "outline", "shadow",
    "emboss", "imprint", "noProof", "snapToGrid", "vanish", "webHidden", "color", "spacing", "w", "kern",
    "position", "sz", "szCs", "highlight", "u", "effect", "bdr", "shd", "fitText", "vertAlign", "rtl", "cs",
    "em", "lang", "eastAsianLayout", "specVanish", "oMath", "rPrChange",
)  # fmt: skip
STYLE = (
    "name", "aliases", "basedOn", "next", "link", "autoRedefine", "hidden", "uiPriority", "semiHidden",
    "unhideWhenUsed", "qFormat", "locked", "personal", "personalCompose", "personalReply", "rsid", "pPr",
    "rPr", "tblPr", "trPr", "tcPr", "tblStylePr",
)  # fmt: skip


def w(name: str) -> str:
    """Return a name in the namespace of WordprocessingML."""
    return f"{{{W}}}{name}"


def r(name: str) -> str:
    """Return a name in the namespace of relationships, such as ``r("id")``."""
    return f"{{{RELATIONSHIPS}}}{name}"


def parse(data: bytes) -> Element:
    """Return the root of a part, without comments; raise XMLSyntaxError, or ValueError if it has a DTD."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )
    tree = etree.fromstring(data, parser)
    if tree.getroottree().docinfo.internalDTD is not None:
        raise ValueError("it declares entities of its own")
    return tree


def serialised(tree: Element) -> bytes:
    """Return a part from its root."""
    return etree.tostring(tree, encoding="UTF-8", xml_declaration=True, standalone=True)


def local(element: Element) -> str:
    """Return the name of an element without its namespace."""
    return etree.QName(element).localname


def value(element: Element | None, *path: str) -> str | None:
    """Return the ``w:val`` of what stands at the end of a path; None if there is nothing."""
    found = element.find("/".join(w(name) for name in path)) if element is not None and path else element
    return None if found is None else found.get(w("val"))


def elements(tree: Element, *names: str) -> Iterator[Element]:
    """Yield the elements of these names in a tree; they may be removed meanwhile."""
    yield from list(tree.iter(*(w(name) for name in names)))


def take(element: Element, name: str) -> str | None:
    """Take an attribute out, and return what it was; None if there was none."""
    setting = element.get(name)
    if setting is not None:
        del element.attrib[name]
    return setting


def references_in(tree: Element) -> Iterator[tuple[Element, str, str]]:
    """Yield each id of a relationship in a tree: the element, the name of its attribute, the id."""
    for node in tree.iter():
        for name, identity in node.items():
            if str(name).startswith(r("")) and identity:
                yield node, str(name), str(identity)


def references(tree: Element) -> set[str]:
    """Return the ids of the relationships that a tree uses."""
    return {identity for _, _, identity in references_in(tree)}


def remove(element: Element) -> None:
    """Take an element out, with what is in it."""
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def unwrap(element: Element) -> None:
    """Put what is in an element in its place."""
    for child in list(element):
        element.addprevious(child)
    remove(element)


def child(parent: Element, name: str, order: Sequence[str] = ()) -> Element:
    """Return the child of this name; made, where ``order`` has it (first if there is no order), if needed."""
    found = parent.find(w(name))
    if found is not None:
        return found
    before = {w(other) for other in order[: order.index(name)]} if order else set()
    made = etree.Element(w(name))
    places = [place for place, sibling in enumerate(parent, start=1) if sibling.tag in before]
    parent.insert(places[-1] if places else 0, made)
    return made


# markup compatibility (ISO/IEC 29500-3)


def settle_compatibility(tree: Element) -> None:
    """Keep of alternatives and extensions what today's Word knows, under the prefixes that Word gives them.

    An alternative says in words (``Requires="wps"``) which prefixes it needs, and the root which of them may
    be passed over; both would be false in another document.
    """
    for choice in list(tree.iter(f"{{{MC}}}Choice")):
        namespaces = [choice.nsmap.get(prefix, "") for prefix in choice.get("Requires", "").split()]
        if namespaces and all(namespace in _ALL_PREFIXES for namespace in namespaces):
            choice.set("Requires", " ".join(_ALL_PREFIXES[namespace] for namespace in namespaces))
        else:
            remove(choice)
    for alternatives in list(tree.iter(f"{{{MC}}}AlternateContent")):
        if alternatives.find(f"{{{MC}}}Choice") is None:
            for fallback in list(alternatives):
                unwrap(fallback)
            unwrap(alternatives)
    ignorable = {
        node.nsmap.get(prefix)
        for node in tree.iter()
        for prefix in node.get(f"{{{MC}}}Ignorable", "").split()
    }
    unknown = [f"{{{namespace}}}*" for namespace in ignorable - set(_EXTENSIONS) if namespace]
    if unknown:
        etree.strip_elements(tree, *unknown, with_tail=False)
    etree.strip_attributes(tree, f"{{{MC}}}*", *unknown)


def with_declarations(tree: Element) -> Element:
    """Return the tree with the prefixes in it declared at its root, and Word's extensions ignorable."""
    used = {etree.QName(name).namespace for node in tree.iter() for name in (node.tag, *node.keys())}
    required = {
        prefix for choice in tree.iter(f"{{{MC}}}Choice") for prefix in choice.get("Requires", "").split()
    }
    needed = {
        prefix: namespace
        for namespace, prefix in _ALL_PREFIXES.items()
        if namespace in (W, RELATIONSHIPS, MC, *used) or prefix in required
    }
    root = etree.Element(tree.tag, nsmap=needed)
    for name, setting in tree.items():
        root.set(name, setting)
    root.text = tree.text
    root.extend(list(tree))
    extensions = [prefix for prefix, namespace in needed.items() if namespace in _EXTENSIONS]
    take(root, f"{{{MC}}}Ignorable")
    if extensions:
        root.set(f"{{{MC}}}Ignorable", " ".join(extensions))
    etree.cleanup_namespaces(root, top_nsmap=needed, keep_ns_prefixes=list(needed))
    return root
