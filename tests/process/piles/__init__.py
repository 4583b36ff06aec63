"""Invented piles of reports, written as the press of today writes, with sheets of what a reader takes from them."""
