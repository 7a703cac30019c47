"""What a training lead keeps besides what is played: courses, workshops, bookings, evaluations, headcounts
and the actions agreed. Each module reads and writes one kind; `record.TrainingRecord` is their front door."""
