"""The command line: speaks Indonesian, decides nothing; the only package that prints."""


def main() -> None:
    """Run the command line and end with its exit code."""
    # Worker processes import the script that started the run, and have no use for click.
    from kinerja_xlsx.cli.app import start  # noqa: PLC0415 - see above

    start()
