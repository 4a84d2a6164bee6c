"""What pages of HTML have in common: a head that forbids all but the page's own, and blocks as HTML."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Collection, Iterator, Sequence
from hashlib import sha256
from html import escape
from pathlib import Path

from clausekit.pages import Block, Grid, Heading, Para, Run, Runs


def escaped(words: str) -> str:
    """Return words as HTML."""
    return escape(words, quote=False)


def own(name: str) -> str:
    """Return a style or a script that lies beside this file."""
    return (Path(__file__).parent / name).read_text("utf-8")


def head(heading: str, style: str, script: str) -> list[str]:
    """Return the lines from the beginning of a page to its first words.

    The page forbids every script and style but these, by their digests.
    """
    policy = (
        f"default-src 'none'; style-src '{_digest(style)}'; script-src '{_digest(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )
    return [
        "<!DOCTYPE html>",
        '<html lang="en-GB">',
        "<head>",
        '<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{escaped(heading)}</title>",
        f"<style>{style}</style>",
        "</head>",
        "<body>",
        '<a class="skip" href="#main">Skip to the report</a>',
    ]


def _digest(words: str) -> str:
    """Return the source expression of Content Security Policy for an inline element with this text."""
    return f"sha256-{b64encode(sha256(words.encode()).digest()).decode()}"


class Blocks:
    """Writes blocks as HTML; ``contents`` gathers their main headings, with names to go to.

    ``anchors`` are the names on the page to which their links may lead.
    """

    def __init__(self, anchors: Collection[str]) -> None:
        self._anchors = anchors
        self.contents: list[tuple[str, str]] = []

    def blocks(self, blocks: Sequence[Block]) -> Iterator[str]:
        """Yield the blocks as HTML."""
        in_list = False
        for block in blocks:
            item = isinstance(block, Para) and block.bullet
            if item != in_list:
                yield "<ul>" if item else "</ul>"
                in_list = item
            yield self._block(block)
        if in_list:
            yield "</ul>"

    def _block(self, block: Block) -> str:
        match block:
            case Heading():
                level, name = block.level + 1, ""
                if block.level == 1:
                    name = f"part-{len(self.contents) + 1}"
                    self.contents.append((name, block.text))
                    name = f' id="{name}"'
                return f"<h{level}{name}>{escaped(block.text)}</h{level}>"
            case Para():
                tag = "li" if block.bullet else "p"
                return f"<{tag}>{self._runs(block.runs)}</{tag}>"
            case Grid():
                head = "".join(f'<th scope="col">{escaped(name)}</th>' for name in block.header)
                rows = "\n".join(f"<tr>{self._cells(row)}</tr>" for row in block.rows)
                table = f"<table><thead><tr>{head}</tr></thead>\n<tbody>\n{rows}\n</tbody></table>"
                return f'<div class="table" tabindex="0">{table}</div>'

    def _cells(self, row: Sequence[Runs]) -> str:
        return "".join(f"<td>{self._runs(cell)}</td>" for cell in row)

    def _runs(self, runs: Runs) -> str:
        return "".join(map(self._run, runs))

    def _run(self, run: Run) -> str:
        words = f"<strong>{escaped(run.text)}</strong>" if run.bold else escaped(run.text)
        return f'<a href="#{escape(run.link)}">{words}</a>' if run.link in self._anchors else words
