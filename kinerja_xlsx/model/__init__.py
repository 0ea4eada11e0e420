"""The words every stage shares: law, periods, issues, scores. Standard library only."""
