"""Rules on references to provisions, and on the contents."""
