"""The author's workbench on the screen: a case's findings, score page and map, and its preview."""
