"""Taking people, bookings and headcounts in from CSV files: all of a file, or nothing, and why."""
