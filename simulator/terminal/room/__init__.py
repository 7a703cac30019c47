"""What a seat sees and can do in the case room, as plain data: the app and plain mode both show this."""
