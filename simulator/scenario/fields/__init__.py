"""The one declaration of what a case may hold: a table of fields for each piece, from `case.CASE` down."""
