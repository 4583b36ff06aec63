"""The rows of the record's tables, one module per group of tables."""
