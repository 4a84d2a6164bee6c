"""Rules on sums, percentages and numbers of things.

Each rule is a file; the folders that begin with an underscore hold what rules find by."""
