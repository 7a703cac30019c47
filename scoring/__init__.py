"""Marks what was done in a case against the guidance of its date; knows nothing of screens, files, people."""
