"""Reports on a check."""
