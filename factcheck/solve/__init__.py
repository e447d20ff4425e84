"""Relations worked out with intervals."""
