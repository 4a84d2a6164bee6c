"""Rules on dates, periods and financial years."""
