"""What each sheet looks like and what each issue says, declared once."""
