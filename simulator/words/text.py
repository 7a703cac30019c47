"""What is said about text that cannot be shown as it was typed, and about names that cannot be used."""

from __future__ import annotations

from simulator.words import Phrase

CONTROL = Phrase("a control character ({code})")
DIRECTION = Phrase("a character that turns the direction of writing ({code})")
HALF = Phrase("half of a character, a lone surrogate ({code})")
INVISIBLE = Phrase("a character that cannot be seen ({code})")
PRIVATE = Phrase("a character that means nothing outside one computer ({code})")
NOT_A_CHARACTER = Phrase("a code that is not a character ({code})")
TOO_MANY_ACCENTS = Phrase("a letter with more accents than any language writes ({code})")
NO_LETTER_UNDER = Phrase("an accent with no letter under it ({code})")

NAME_TITLE = Phrase("This name cannot be used")
NAME_EMPTY = Phrase("No name was typed, or nothing in it can be seen.")
NAME_NO_LETTER = Phrase("The name has no letter in it.")
NAME_TOO_LONG = Phrase("The name is longer than {limit} characters.")
NAME_HIDDEN = Phrase("The name holds {problem}.")
NAME_REMEDY = Phrase("Type the name as you would sign it.")
NAME_SHORTEN = Phrase("Leave out a part of it; it only has to be recognised in the room.")

NHS_NUMBER = Phrase("an NHS number")
NATIONAL_INSURANCE = Phrase("a National Insurance number")
TELEPHONE = Phrase("a telephone number")
POSTCODE = Phrase("a postcode")
EMAIL = Phrase("an e-mail address")
