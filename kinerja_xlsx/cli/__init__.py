"""The command line: speaks Indonesian, decides nothing; the only package that prints."""

from kinerja_xlsx.cli.app import main

__all__ = ["main"]
