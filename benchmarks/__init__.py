"""How fast reading is, against a bare pass of the parser over the same texts in the same run."""
