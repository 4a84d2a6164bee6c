"""What a sentence reckons: a sum and its parts, its multiples, its rest and its average."""
