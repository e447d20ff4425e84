"""The output formats, found by their file names. Each has ``render(report, layout)``."""
