"""Frozen records and exact interval arithmetic: no input, no output, nothing of ours imported."""
