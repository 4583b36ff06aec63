"""Tests of the store and its journal."""
