"""What is said about courses, workshops, bookings, evaluations, headcounts and actions."""

from __future__ import annotations

from simulator.words import Phrase

CANNOT_BE_KEPT = Phrase("Cannot be kept")
TOO_LONG = Phrase("'{field}' has more than {most} characters.")
MISSING = Phrase("'{field}' is empty.")
NOT_LIKE_THAT = Phrase("'{field}' cannot be “{value}”.")
CORRECT_IT = Phrase("Correct it and send it again.")

NO_COURSE = Phrase("No such course")
NO_COURSE_MESSAGE = Phrase("The record has no course “{code}”.")
NO_COURSE_REMEDY = Phrase("See what there is: {simulator} records courses")
NO_WORKSHOP = Phrase("No such workshop")
NO_WORKSHOP_MESSAGE = Phrase("The record has no workshop “{workshop}”.")
NO_WORKSHOP_REMEDY = Phrase("See what there is: {simulator} records workshops")
NO_SUBJECT = Phrase("A workshop needs a course or a case")
NO_SUBJECT_MESSAGE = Phrase("Nobody could say what it was about.")
NO_BOOKING = Phrase("No such booking")
NO_BOOKING_MESSAGE = Phrase("{learner} has no booking for workshop {workshop}.")
NO_PART = Phrase("No such part")
NO_PART_MESSAGE = Phrase("Workshop {workshop} has {parts}; there is no part {number}.")
NO_ACTION = Phrase("No such action")
NO_ACTION_MESSAGE = Phrase("The record has no action “{action}”.")
NO_ACTION_REMEDY = Phrase("See what there is: {simulator} records actions")
NO_EVIDENCE = Phrase("Done, and nothing shows it")
NO_EVIDENCE_MESSAGE = Phrase("An action is done when somebody else could see that it is.")
NO_EVIDENCE_REMEDY = Phrase("Say what shows it: a document, a date, a figure, who saw it.")
NO_OWNER = Phrase("Nobody owns it")
NO_OWNER_MESSAGE = Phrase("An action needs an agency or an office that will do it.")
NO_INTENTION = Phrase("Nothing was meant")
NO_INTENTION_MESSAGE = Phrase("{learner} wrote no intention there.")
HAS_COMPLETED = Phrase("Completed already")
HAS_COMPLETED_MESSAGE = Phrase("{learner} has completed this, with certificate {certificate}.")
WAS_NOT_THERE = Phrase("Was not there")
WAS_NOT_THERE_MESSAGE = Phrase("{learner} is not on the list of those who came.")
WAS_NOT_THERE_REMEDY = Phrase("Put them on the list first, or name the course they did elsewhere.")
