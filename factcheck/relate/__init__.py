"""Claims to what can be compared: figures, series, groups, and relations with their members."""
