"""Rules on points that an instrument of some kind has to settle."""
