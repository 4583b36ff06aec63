"""Lines of briefs that a person judged against their quotations, and how many of them still stand."""
