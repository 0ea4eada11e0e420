"""The command line: speaks Indonesian, decides nothing; the only package that prints."""

import sys


def main() -> None:
    """Run the command line and end with its exit code."""
    try:
        # Worker processes import the script that started the run, and have no use for click.
        from kinerja_xlsx.cli.app import start  # noqa: PLC0415 - see above

        start()
    except KeyboardInterrupt:
        # Only before and after the guard of a command, which has more to say.
        sys.stderr.write("Dihentikan.\n")
        sys.exit(130)
