"""factcheck: a linter for the numbers that documents cite."""

__version__ = "0.1.0"
