"""What a person sees of the record: the brief, the tables, one row in its context. Reads only."""
