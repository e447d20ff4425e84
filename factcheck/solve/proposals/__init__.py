"""Relations among the figures of one source that hold within rounding and are unlikely to hold by chance."""
