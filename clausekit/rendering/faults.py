"""What is wrong with a clause as a template, in an officer's words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from clausekit.problems import Finding, Source, nearest

TAGS = ("if", "elif", "else", "endif", "for", "endfor", "set")

LANGUAGE = (
    "A clause prints parameters, {{ council.name }}; chooses, {% if funds.pooled %} ... {% else %} ... "
    "{% endif %}; and repeats, {% for partner in partners %} ... {% endfor %}."
)

_MESSAGES = {
    "tag-unknown": (
        "There is no tag {{% {name} %}}.",
        "The tags are if, elif, else, endif, for, endfor and set.",
    ),
    "tag-unopened": (
        "{{% {name} %}} stands where no tag that it belongs to is open{inside}.",
        "Tags are closed in the order opposite to that in which they were opened.",
    ),
    "tag-unclosed": (
        "{{% {name} %}} is never closed.",
        "Write {{% end{name} %}} after the last line that belongs to it.",
    ),
    "remark-unclosed": ("A remark is opened with {{# and never closed.", "Close it with #}}."),
    "tag-unreadable": ("This tag cannot be read{near}.", LANGUAGE.replace("{", "{{").replace("}", "}}")),
    "entry-unreadable": (
        'What stands after "{entry}:" cannot be read{near}.',
        "Write a parameter, or a question such as funds.pooled and not funds.aligned.",
    ),
    "too-deep": (
        "The tags of this clause are nested too deeply to be read.",
        "Use fewer tags inside one another.",
    ),
    "not-in-language": ("{what} is not part of the language of clauses.", "{instead}"),
    "filter-unknown": (
        "There is no filter called {name}.",
        "{guess}The filters are length, listed, nil, plural, total and words.",
    ),
    "filter-misused": ("The filter {name} is not used as it is meant.", "Write {usage}."),
    "name-underscore": ("A name never begins with an underscore.", "Use another name."),
    "name-reserved": ("The name {name} has a meaning of its own.", "Use another name."),
    "loop-outside": (
        "{{{{ loop }}}} can only tell its place inside a {{% for %}}, as {{{{ loop.index }}}}.",
        "Inside a loop there are loop.index, loop.revindex, loop.first, loop.last and loop.length.",
    ),
    "wording-unprintable": (
        "The quoted words contain a character that cannot be printed.",
        "Remove it, or type the words anew.",
    ),
    "not-a-list": (
        "{path} is not a list, so nothing can be repeated or counted for it.",
        "Name a list, such as partners.",
    ),
    "not-printable": ("{path} is {what}, which cannot be printed as it is.", "{instead}"),
    "no-such-part": (
        "{path} is a single value and has nothing called {part}.",
        "Print it as {{{{ {path} }}}}.",
    ),
    "value-unprintable": (
        "The value of {path} contains the character U+{code}, which cannot be printed.",
        "Type the value anew in the parameter file.",
    ),
    "not-numbers": (
        "Only numbers and yes/no choices can be added up.",
        "Print the values one after another instead.",
    ),
    "not-addable": (
        "There is no total: {reason}.",
        "Name a field that is money in all entries, or a percentage or a whole number in all.",
    ),
    "not-comparable": ("Two values are compared that cannot be: {reason}.", "Compare values of one kind."),
    "too-much-text": ("The clause prints more than {limit} characters.", "Check what its loops repeat."),
    "too-many-repeats": (
        "The loops of this clause repeat more than {limit} times.",
        "Check what its loops repeat.",
    ),
}


_NOT_SIGNS = {"string": "words in quotation marks", "integer": "a number", "float": "a number"}
"""What Jinja calls by names of its own."""


@dataclass(frozen=True, slots=True)
class Script:
    """The text of a template, and where it stands: its file and the line at which it begins.

    ``entry`` is what an outline calls an expression of its own, ``when``; it is empty for a clause.
    """

    text: str
    file: str
    first_line: int
    entry: str = ""

    def line(self, number: int) -> str:
        """Return the line of the file with that number, empty if the text has none."""
        if self.entry:
            return f"{self.entry}: {self.text}"
        lines = self.text.split("\n")
        return lines[number - self.first_line] if 0 <= number - self.first_line < len(lines) else ""

    def finding(self, rule: str, line: int, **details: object) -> Finding:
        """Return the finding that the rule makes at the line; ``details`` fill its sentences."""
        message, remedy = _MESSAGES[rule]
        return Finding(
            rule,
            message.format(**details),
            Source(self.file, line),
            excerpt=self.line(line).strip(),
            remedy=remedy.format(**details),
        )


def syntax_fault(script: Script, message: str, line: int) -> Finding:
    """Return what Jinja's complaint means to a drafter."""
    if script.entry:
        return script.finding("entry-unreadable", line, entry=script.entry, near=_near(message))
    if unknown := re.search(r"unknown tag '(\w+)'", message):
        return _stray_tag(script, unknown[1], message, line)
    if "end of comment" in message:
        return script.finding("remark-unclosed", line)
    if "end of template" in message and (tag := _unclosed_tag(script)):
        return script.finding("tag-unclosed", tag[1], name=tag[0])
    return script.finding("tag-unreadable", line, near=_near(message))


def did_you_mean(name: str, names: Iterable[str]) -> str:
    """Return "Did you mean x? " for the nearest of the names, empty if none is near."""
    near = nearest(name, names, least=60)
    return f"Did you mean {near}? " if near else ""


def _near(message: str) -> str:
    """Return at which word or sign Jinja stopped, if it says so."""
    got = re.search(r"(?:got|unexpected(?: char)?) '(.+?)'", message)
    if got is None:
        return ""
    if got[1].startswith("end of "):
        return ": it breaks off"
    return f": it stumbles at {_NOT_SIGNS.get(got[1], got[1])}"


def _stray_tag(script: Script, name: str, message: str, line: int) -> Finding:
    if name not in TAGS:
        return script.finding("tag-unknown", line, name=name)
    open_tag = re.search(r"needs to be closed is '(\w+)'", message)
    inside = f"; the tag that is open is {{% {open_tag[1]} %}}" if open_tag else ""
    return script.finding("tag-unopened", line, name=name, inside=inside)


def _unclosed_tag(script: Script) -> tuple[str, int] | None:
    """Return the innermost tag that is never closed, with its line."""
    opened: list[tuple[str, int]] = []
    for tag in re.finditer(r"\{%[-+]?\s*(end)?(if|for)\b", script.text):
        if not tag[1]:
            opened.append((tag[2], script.first_line + script.text.count("\n", 0, tag.start())))
        elif opened:
            opened.pop()
    return opened[-1] if opened else None
