"""The command line: thin. All that it does, `dragoman.open` and `dragoman.showing` do."""
