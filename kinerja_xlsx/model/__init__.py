"""The words every stage shares: values of the law, periods, issues, scores. Standard library only."""
