"""A case on paper: a page for each role, a sheet for observers, a guide for whoever runs the room."""
