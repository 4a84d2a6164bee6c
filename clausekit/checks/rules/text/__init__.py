"""Rules on punctuation, spelling and small words."""
