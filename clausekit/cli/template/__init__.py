"""``clausekit template``: the templates of the library."""

from clausekit.cli.lazy import Lazy, LazyGroup

template = LazyGroup(
    "template",
    {
        "list": Lazy("clausekit.cli.template.list:list_", "List the templates."),
        "show": Lazy("clausekit.cli.template.show:show", "Show the outline of a template."),
    },
    help="Look at the templates: the outlines of the instruments.",
)
