"""How the schema came to be, step by step; run by `dragoman.dossier.opening`, without an alembic.ini."""
