"""Shares and growth: what a percentage of a sum makes, and what it is a share of."""
