"""The author's workbench: proof, before anybody plays, that a case is fair."""
