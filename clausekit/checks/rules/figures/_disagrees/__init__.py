"""What a sentence says of a table: of its cells, its rows, and how many it has."""
