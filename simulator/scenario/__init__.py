"""The scenario language: from a trainer's YAML to a case that can be played, with every mistake placed."""
