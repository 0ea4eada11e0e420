"""Bytes to Submission: what a file really is, whether it is safe, and where its cells stand."""
