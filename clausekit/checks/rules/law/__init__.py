"""Rules on Acts, instruments, guidance and public bodies, as at a day."""
