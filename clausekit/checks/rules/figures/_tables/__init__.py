"""Tables of figures: their totals, their labels, and the cells that a sentence names."""
