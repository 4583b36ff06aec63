"""What in a report's text is no part of its own words, and of what kind: one small module per kind."""

from dragoman.reports.boilerplate.aside import SetAside, set_aside

__all__ = ["SetAside", "set_aside"]
