"""A case as a picture: what can come after what, who decides, how it is graded, what is never reached."""
