"""Tests of who is cited for what."""
