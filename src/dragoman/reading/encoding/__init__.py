"""Words and parses as numbers, for the trained models of the reading."""
