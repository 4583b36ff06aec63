"""Tests of what a person sees: the brief, the tables, one row."""
