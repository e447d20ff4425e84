"""Registry files to records with positions."""
