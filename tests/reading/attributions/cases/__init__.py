"""Invented reports, and what a careful reader says of the statements in them: how sourced, in what sense, by whom."""
