"""Conflicts: one question with different answers from different voices. One module per open part of the question."""
