"""Jinja at work: an environment that knows only our language, and templates compiled and run in it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from contextlib import suppress
from types import CodeType, TracebackType

from jinja2 import Template, TemplateSyntaxError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from clausekit.cache import Cache
from clausekit.marks import LINE_CLOSE, LINE_OPEN
from clausekit.parameters.values import BlankValue, IncomparableError
from clausekit.problems import ClausekitError
from clausekit.rendering.compiled import CompiledTemplates
from clausekit.rendering.faults import Script, syntax_fault
from clausekit.rendering.results import Answer, Rendered
from clausekit.rendering.runtime import FILTERS, MAX_CHARACTERS, RUN, Run, elements

_ANSWER = "answer"
_LINE_HEAD = re.compile(f"(?: *{LINE_OPEN}[0-9]+{LINE_CLOSE})+")
_LINE_MARK = re.compile(f"{LINE_OPEN}[0-9]+{LINE_CLOSE}")
_TOO_DEEP = (RecursionError, MemoryError, SyntaxError, OverflowError, ValueError)
"""What Python raises for code that is nested too deeply, or numbers that are too long."""

Included = Callable[[str], bool]


class Engine:
    """Runs clauses and expressions; compiled templates are kept in the cache."""

    def __init__(self, cache: Cache) -> None:
        self._environment = _environment()
        self._compiled = CompiledTemplates(cache)
        self._templates: dict[str, Template] = {}

    def render(
        self, text: str, file: str, first_line: int, names: Mapping[str, object], included: Included
    ) -> Rendered:
        """Do what ``Renderer.render`` says."""
        run = Run(Script(text, file, first_line))
        printed, _ = self._run(run, text, names, included)
        return Rendered(_one_mark_a_line(printed), tuple(run.filled), tuple(run.missing.values()))

    def test(
        self, expression: str, file: str, line: int, names: Mapping[str, object], included: Included
    ) -> Answer:
        """Do what ``Renderer.test`` says."""
        answer = self._evaluate(Script(expression, file, line, "when"), names, included)
        return Answer(bool(answer.value), answer.missing)

    def iterate(
        self, expression: str, file: str, line: int, names: Mapping[str, object], included: Included
    ) -> Answer:
        """Do what ``Renderer.iterate`` says."""
        script = Script(expression, file, line, "for_each")
        answer = self._evaluate(script, names, included)
        run = Run(script)
        is_given = answer.value or isinstance(answer.value, BlankValue)
        repeated = elements(run, answer.value, expression, line) if is_given else ()
        if run.findings:
            raise ClausekitError(run.findings)
        return Answer(tuple(repeated), answer.missing)

    def parameters_used(self, text: str) -> set[str]:
        """Return the paths of the parameters that a template can ask for; none if it is no template."""
        from clausekit.rendering.uses import Uses  # as for ``_compile``

        uses = Uses()
        with suppress(TemplateSyntaxError, *_TOO_DEEP):
            uses.visit(self._environment.parse(text))
        return uses.paths

    def _evaluate(self, script: Script, names: Mapping[str, object], included: Included) -> Answer:
        if "%}" in script.text:  # would end the tag that the expression is put in
            raise ClausekitError(syntax_fault(script, "unexpected '%}'", script.first_line))
        run = Run(script)
        _, values = self._run(run, f"{{% set {_ANSWER} = {script.text} %}}", names, included)
        return Answer(values.get(_ANSWER), tuple(run.missing.values()))

    def _run(
        self, run: Run, text: str, names: Mapping[str, object], included: Included
    ) -> tuple[str, Mapping[str, object]]:
        """Run a template; return what it prints and what it sets."""
        template = self._template(run.script, text)
        context = template.new_context({**names, "included": included, RUN: run})
        pieces: list[str] = []
        size = 0
        try:
            for piece in template.root_render_func(context):
                pieces.append(piece)
                size += len(piece)
                if size > MAX_CHARACTERS:
                    run.fault("too-much-text", run.script.first_line, limit=f"{MAX_CHARACTERS:,}")
                    break
        except (TypeError, ValueError, ArithmeticError) as error:
            line = _line_of(error.__traceback__, template) or run.script.first_line
            known = isinstance(error, IncomparableError)  # of others the words are Python's
            run.fault("not-comparable", line, reason=error if known else "they are not of one kind")
        if run.findings:
            raise ClausekitError(run.findings)
        return "".join(pieces), context.vars

    def _template(self, script: Script, text: str) -> Template:
        key = f"{script.first_line} {text}"
        if key not in self._templates:
            code = self._compiled.code(key, lambda: self._compile(script, text))
            self._templates[key] = Template.from_code(self._environment, code, {})
        return self._templates[key]

    def _compile(self, script: Script, text: str) -> CodeType:
        # Not needed for what was compiled before.
        from clausekit.rendering.language import Translator, jinja_source, raw_tags

        source = jinja_source(text, script.first_line)
        try:
            translator = Translator(script)
            tree = translator.translate(self._environment.parse(source))
            findings = [*raw_tags(script), *translator.findings]
            if findings:
                raise ClausekitError(findings)
            return self._environment.compile(tree, script.file)
        except TemplateSyntaxError as error:
            raise ClausekitError(syntax_fault(script, error.message or "", error.lineno)) from None
        except _TOO_DEEP:
            raise ClausekitError(script.finding("too-deep", script.first_line)) from None


def _environment() -> ImmutableSandboxedEnvironment:
    environment = ImmutableSandboxedEnvironment(keep_trailing_newline=True, optimized=False)
    environment.globals.clear()
    environment.tests.clear()
    environment.filters = FILTERS
    return environment


def _line_of(traceback: TracebackType | None, template: Template) -> int | None:
    """Return the line of the template at which an error arose."""
    line = None
    while traceback is not None:
        if traceback.tb_frame.f_globals.get("__jinja_template__") is template:
            line = template.get_corresponding_lineno(traceback.tb_lineno)
        traceback = traceback.tb_next
    return line


def _one_mark_a_line(text: str) -> str:
    """Keep of each line's marks the last before its words: earlier ones are of lines that printed nothing."""
    lines = text.split("\n")
    return "\n".join([line if line.count(LINE_OPEN) == 1 else _with_one_mark(line) for line in lines])


def _with_one_mark(line: str) -> str:
    head = _LINE_HEAD.match(line)
    if head is None:
        return line
    last = head[0].rindex(LINE_OPEN)
    return head[0][last:] + _LINE_MARK.sub("", line)
