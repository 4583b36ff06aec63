"""The record types and nothing else: what the other packages hand to each other."""
