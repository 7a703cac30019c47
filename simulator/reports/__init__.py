"""What leaves the record: tables for training leads, files for other systems, the debrief's page.

No table or file holds a score, a mark or a reason.
"""
