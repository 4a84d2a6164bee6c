"""Rules on what the template or the drafting left in the text."""
