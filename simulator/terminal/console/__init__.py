"""The trainer's side of a workshop: the console, the plenary, the wall."""
