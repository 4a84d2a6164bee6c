"""Which parameters a template can ask for, found without running it."""

from __future__ import annotations

from jinja2 import nodes

from clausekit.rendering.language import RESERVED, Path, path_of


class Uses:
    """Finds the parameters that a template reads, whichever branches are taken.

    A path has ``[]`` for the elements of a list: ``partners[].name``. A list that is only repeated for or
    counted is ``partners[]``.
    """

    def __init__(self) -> None:
        self.paths: set[str] = set()
        self._names: dict[str, str] = {}

    def visit(self, node: nodes.Node) -> None:
        """Note the parameters that the node reads."""
        match node:
            case nodes.For():
                self._loop(node)
            case nodes.Assign(target=nodes.Name(name=name)):
                self.visit(node.node)
                self._names[name] = self._resolved(node.node)
            case nodes.Filter(node=nodes.Expr()):
                self._filter(node)
            case _ if path := path_of(node):
                self._note(self._full(path))
            case _:
                for child in node.iter_child_nodes():
                    self.visit(child)

    def _loop(self, node: nodes.For) -> None:
        elements = f"{self._resolved(node.iter)}[]"
        self._note(elements)
        outside = dict(self._names)
        if isinstance(node.target, nodes.Name):
            self._names[node.target.name] = elements
        for child in (node.test, *node.body):
            if child is not None:
                self.visit(child)
        self._names = outside
        for child in node.else_:
            self.visit(child)

    def _filter(self, node: nodes.Filter) -> None:
        assert node.node is not None
        if node.name in ("nil", "words") or path_of(node.node) is None:
            self.visit(node.node)
            return
        elements = f"{self._resolved(node.node)}[]"
        arguments = [*node.args, *(pair.value for pair in node.kwargs)]
        match node.name, arguments:
            case "listed", [nodes.Const(value=part)]:
                self._note(f"{elements}.{part}")
            case "total", [nodes.Const(value=str() as field), *_]:
                self._total(f"{elements}.{field.replace('.', '[].')}", node.kwargs)
            case _:
                self._note(elements)

    def _total(self, field: str, chosen: list[nodes.Pair]) -> None:
        """Note the field that is summed, those by which entries are chosen, and the values looked for."""
        self._note(field)
        for pair in chosen:
            self._note(f"{field.rpartition('.')[0]}.{pair.key}")
            self.visit(pair.value)

    def _resolved(self, node: nodes.Node) -> str:
        path = path_of(node)
        return self._full(path) if path else ""

    def _full(self, path: Path) -> str:
        """Return the path of a parameter; of no name, and so without a beginning, if it is none."""
        name, steps = path
        start = "" if name in RESERVED else self._names.get(name, name)
        return start + "".join("[]" if isinstance(step, int) else f".{step}" for step in steps)

    def _note(self, path: str) -> None:
        if path and path[0] not in ".[":
            self.paths.add(path)
