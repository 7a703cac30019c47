"""Stored attempts, one file for each case, format and version of play: what was begun stays as it was."""
