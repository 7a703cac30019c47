"""What is said about people of the record who may be one, are merged, kept apart, erased or past keeping."""

from __future__ import annotations

from simulator.words import Phrase

CANNOT_MERGE = Phrase("These two were not merged")
SAME_ONE = Phrase("They are one person in the record already.")
NOT_IN_RECORD = Phrase("The record holds nobody called '{learner}', or they have been erased.")
SAT_TOGETHER = Phrase("Both took part in attempt {attempt}, so they are two people.")
KEEP_APART = Phrase("Say so, and they are not listed again: {simulator} records apart {one} {other}")
SEE_DUPLICATES = Phrase("See who may be one person: {simulator} records duplicates")

HEAD_CHANGED = Phrase("Attempt {attempt}: move {seq} is not the one whose hash was kept, or is gone.")
CERTIFICATE_CHANGED = Phrase("Certificate {certificate} does not say what was kept of it, or is gone.")

IN_WORDS = Phrase("what somebody typed in attempt {key}")
IN_DRAFT = Phrase("a draft in attempt {key}")
IN_INTENTION = Phrase("what somebody means to do ({key})")
IN_ACTION = Phrase("action {key}")
IN_WORKSHOP = Phrase("workshop {key}")
IN_COURSE = Phrase("course {key}")
IN_ATTEMPT = Phrase("what attempt {key} was called")
IN_HEADCOUNT = Phrase("the source of a headcount of {key}")
IN_AUDIT = Phrase("line {key} of the audit")
