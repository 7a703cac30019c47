"""What each report is called, and each table beneath one."""

from __future__ import annotations

from simulator.words import Phrase

R1 = Phrase("Course delivery: sessions, who was booked and came, who saw it through, and the change")
R2 = Phrase("Attendance by agency and course")
R2_AGENCIES = Phrase("Attendance by agency")
R2_GROUPS = Phrase("Attendance by group of agencies")
R3 = Phrase("Reach: who is trained and in date, by agency and level")
R4 = Phrase("Individual transcript: who took part in what, and what it counts for")
R5 = Phrase("Refreshers that fall due, for each agency's contacts")
R5_PEOPLE = Phrase("Who they are")
R6 = Phrase("Non-attendance and cancellation, with reason and notice")
R6_REASONS = Phrase("Reasons given")
R7 = Phrase("Mix of agencies at each session")
R7_TABLES = Phrase("Mix of agencies at each table")
R8 = Phrase("Evaluation: before, after, and weeks later")
R8_INTENDED = Phrase("What people meant to do, and did")
R9 = Phrase("Learning themes, of nobody in particular")
R9_COMPETENCIES = Phrase("How competencies were shown")
R9_AGENCIES = Phrase("Competencies by agency")
R9_FACTS = Phrase("Facts most often not passed on")
R10 = Phrase("What each agency's trainers gave")
R11 = Phrase("Assurance pack: delivery, reach, difference made, themes and actions")
R12 = Phrase("What is missing or does not fit in the record")
R13 = Phrase("Actions agreed in plenaries and reviews: what came of them")
R13_COUNTS = Phrase("How many were done")
FOLLOW_UP = Phrase("Who is to be asked again, 6 to 12 weeks after a training")
ITEMS = Phrase("How each decision was answered, for trainers and authors")
ITEMS_ANSWERS = Phrase("Answers")
ITEMS_FACTS = Phrase("Facts most often missed")
