"""Exact exploration of a case with play's own `step` and scoring's marks: best, worst, guessing, losses."""
