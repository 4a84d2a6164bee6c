"""What to tell of the parameters that clauses ask for and a parameter file does not give."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from clausekit.parameters.dictionary import Dictionary, Entry
from clausekit.parameters.yamlfile import YamlFile, parent
from clausekit.problems import Finding, nearest
from clausekit.rendering import MissingParameter

_PLACES_NAMED = 3


def missing_findings(
    missing: Iterable[MissingParameter], yaml: YamlFile, dictionary: Dictionary
) -> Iterator[Finding]:
    """Yield one finding for each parameter that clauses ask for and the file does not give."""
    by_path: dict[str, list[MissingParameter]] = {}
    for ask in missing:
        for path in _to_be_given(ask.path, yaml, dictionary):
            by_path.setdefault(path, []).append(ask)
    for path, asks in by_path.items():
        entry = dictionary.entry(path)
        if entry is None:
            yield _unknown_name(path, asks[0], dictionary)
        elif not _told_otherwise(path, by_path, dictionary):
            yield Finding(
                "parameter-missing",
                f"{path} is missing ({entry.title}).",
                yaml.source(path),
                yaml.excerpt(path),
                _how_to_give(path, entry, yaml),
                tuple(note for note in (entry.help, f"Asked for by {_places(asks)}.") if note),
            )


def unknown_parameters(asks: Iterable[MissingParameter], dictionary: Dictionary) -> Iterator[Finding]:
    """Yield a finding for each name that is asked for and that is no parameter of the library."""
    for ask in asks:
        if dictionary.entry(ask.path) is None:
            yield _unknown_name(ask.path, ask, dictionary)


def _places(asks: Iterable[MissingParameter]) -> str:
    """Return where a parameter is asked for, the first places by name."""
    places = list(dict.fromkeys(str(ask.source) for ask in asks))
    named = ", ".join(places[:_PLACES_NAMED])
    return f"{named} and {len(places) - _PLACES_NAMED} more" if len(places) > _PLACES_NAMED else named


def _to_be_given(path: str, yaml: YamlFile, dictionary: Dictionary) -> tuple[str, ...]:
    """Return what the file must give for a missing parameter: itself or, of a gathered list, its sources."""
    name = path.partition("[")[0]
    sources = tuple(source.removesuffix("[]") for source in dictionary.given_for(name))
    return (path,) if sources == (name,) else tuple(one for one in sources if one not in yaml.sources)


def _told_otherwise(path: str, missing: Iterable[str], dictionary: Dictionary) -> bool:
    """Return whether another finding tells of a missing parameter.

    That is so of what stands in a list that is missing itself, of a group something of which is told to be
    missing, and of what a group cannot do without, which was told when the file was held against the
    dictionary.
    """
    around = dictionary.entry(parent(path))
    needed = around.schema.get("required", ()) if around else ()
    return path.rpartition(".")[2] in needed or any(
        path.startswith(f"{other}[") or other.startswith(f"{path}.") for other in missing
    )


def _how_to_give(path: str, entry: Entry, yaml: YamlFile) -> str:
    """Return the sentence that says what to add to the parameter file."""
    group, _, name = path.rpartition(".")
    if group:
        place = f"Add to {group}" if group in yaml.sources else f'Add "{group}:" and below it'
    else:
        place = "Add"
    blank = f"{name}: null to leave a visible blank"
    if entry.schema["type"] in ("object", "array"):
        return f'{place} a line "{name}:" and its values below it ("clausekit new" shows them), or {blank}.'
    return f"{place} for example {name}: {_example(entry.schema)}, or {blank}."


def _example(schema: Mapping[str, Any]) -> str:
    choices = schema.get("examples") or schema.get("enum") or ()
    return str(next(iter(choices), "true" if schema["type"] == "boolean" else "..."))


def _unknown_name(path: str, ask: MissingParameter, dictionary: Dictionary) -> Finding:
    near = nearest(path, dictionary.paths())
    return Finding(
        "parameter-unknown",
        f"{path} is asked for here, but is no parameter of the library.",
        ask.source,
        ask.excerpt,
        f"Did you mean {near}?" if near else "Add it to clauses/parameters.yaml.",
    )
