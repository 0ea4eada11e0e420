"""The table of contents: what each command does, in order; composes stages, decides nothing."""
