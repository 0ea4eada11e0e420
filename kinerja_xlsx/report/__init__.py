"""Run results as text: console summary, JSON document, manifest; returns strings, prints nothing."""
