"""Rules on the numbers of clauses, paragraphs and items."""
