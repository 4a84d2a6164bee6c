"""``python -m clausekit``, and the console script."""

from clausekit.cli import main

__all__ = ["main"]

if __name__ == "__main__":
    main()
