"""Spreadsheet-driven evaluation of civil-servant performance; this file holds the version only."""

__version__ = "0.1.0"
