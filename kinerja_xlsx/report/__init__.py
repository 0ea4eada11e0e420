"""Run results as text: console summary, JSON, manifest; returns strings, prints nothing."""
