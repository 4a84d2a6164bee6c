"""``clausekit clause``: the library of clauses."""

from clausekit.cli.lazy import Lazy, LazyGroup

clause = LazyGroup(
    "clause",
    {
        "list": Lazy("clausekit.cli.clause.list:list_", "List the clauses and their newest versions."),
        "show": Lazy("clausekit.cli.clause.show:show", "Show a clause: what its head says, and its wording."),
        "history": Lazy("clausekit.cli.clause.history:history", "Show what changed in a clause, and why."),
        "search": Lazy("clausekit.cli.clause.search:search", "Find clauses by their words."),
        "used-by": Lazy("clausekit.cli.clause.used_by:used_by", "Show what uses a clause or a parameter."),
        "verify": Lazy("clausekit.cli.clause.verify:verify", "Check that the library keeps its own rules."),
        "new": Lazy("clausekit.cli.clause.new:new", "Begin a new clause, or the next version of one."),
    },
    help="Look into the library of clauses, and look after it.",
)
