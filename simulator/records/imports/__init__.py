"""Taking lists in from CSV files: all of a file, or nothing, and why."""
