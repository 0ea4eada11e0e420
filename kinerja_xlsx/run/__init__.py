"""The table of contents: what a command does, in order; composes the stages and decides nothing."""
