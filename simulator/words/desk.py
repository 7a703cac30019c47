"""What is said when a case, a person or an attempt cannot be found."""

from __future__ import annotations

from simulator.words import Phrase

NOT_READ = Phrase("This case cannot be opened")
NOT_READ_REASON = Phrase("The file {file} cannot be read as text.")
NOT_READ_REMEDY = Phrase("Choose another case, or look whether the file is where it was.")
NO_SUCH_ATTEMPT = Phrase("There is nothing to carry on")
NO_SUCH_ATTEMPT_MESSAGE = Phrase("This attempt is not in the record.")
OF_A_WORKSHOP = Phrase("This is played in a workshop")
OF_A_WORKSHOP_MESSAGE = Phrase("Come back to your seat with the workshop's code: {simulator} join CODE")
