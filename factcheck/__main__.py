"""Let ``python -m factcheck`` run the command."""

from factcheck.cli.main import run

if __name__ == "__main__":
    run()
