"""What goes to other systems: completions by column maps, xAPI statements, and the contract of the files.

Nothing here can hold a score: the only things a column can be filled from are the fields of `Finished`.
"""
