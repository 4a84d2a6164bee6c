"""Assembles partnership agreements between councils and the NHS from a versioned library of clauses."""

__version__ = "0.1.0"
