"""Figures as sentences tell them: which figure is of what, and what follows from it."""
