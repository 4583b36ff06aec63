"""The example's gold sheet: loading it, and scoring a dossier's tables against it."""
