"""Let ``python -m factcheck`` run the command."""

from factcheck.cli.start import run

if __name__ == "__main__":
    run()
