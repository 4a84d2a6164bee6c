"""Rules on what was never filled in."""
