"""Text to quantities."""
