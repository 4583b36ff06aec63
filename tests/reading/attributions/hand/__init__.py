"""Attributions of real reports labelled by hand, and how the program's own are counted against them."""
