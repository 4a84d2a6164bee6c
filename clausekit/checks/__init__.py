"""Proofreading: the facts of an instrument, found once, and rules that judge them, one a file.

    reading -> Instrument (facts) -> rules -> findings

Nothing is found out that no selected rule asks for.
"""
