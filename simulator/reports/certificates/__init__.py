"""Certificates: what they say, as a page and on paper, and the code by which a board knows its own."""
