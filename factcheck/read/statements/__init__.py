"""What a text states with its figures: of what, for which time, how far along, and how figures hang together."""
