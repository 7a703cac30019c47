"""The board's training record in the app: reports with plots, people, what is due, files for others."""
