"""What is read rather than chosen, as paragraphs: on a sheet in the app, line by line in plain mode."""
