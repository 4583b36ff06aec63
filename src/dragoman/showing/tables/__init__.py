"""The record's tables on a terminal, as JSON and as CSV."""

from dragoman.showing.tables.data import csv_text, json_line, json_text
from dragoman.showing.tables.readings import print_readings
from dragoman.showing.tables.rows import ROWS
from dragoman.showing.tables.screen import print_table

__all__ = ["ROWS", "csv_text", "json_line", "json_text", "print_readings", "print_table"]
