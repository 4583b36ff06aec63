"""One report to one reading: sentences, mentions, attributions, dates, events, figures.

`read(report)` lives in `dragoman.reading.read`, apart from this list, because it loads the parser;
`dragoman.reading.version` names the reader without loading it.
"""
