"""What the screens get from elsewhere: cases, people, attempts, the record."""
