"""A page: sections of cited lines, grids and pictures; and what prints it: terminal, Markdown, HTML, PDF, DOCX."""
