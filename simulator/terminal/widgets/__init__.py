"""The few things the app draws with. All text that is not the catalogue's comes to the screen through here.

Nothing outside this package gives text to a Textual widget: a test looks. What is drawn here is never read as
markup, and is cleaned once more at the moment it is drawn.
"""
