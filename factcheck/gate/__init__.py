"""Which findings count."""
