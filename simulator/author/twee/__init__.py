"""Stories in Twee 3 (version 3.0.2 of its specification) as the beginning of a case."""
