"""What is told twice with two figures: limits, periods, meetings and sums by their names."""
