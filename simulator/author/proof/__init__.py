"""A printable copy of a case for a reviewer to sign: every line, option, reason and rule."""
