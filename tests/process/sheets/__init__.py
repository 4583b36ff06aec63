"""Sheets of four real negotiations, written from reading their reports, and their scorer (`-m` runs it)."""
