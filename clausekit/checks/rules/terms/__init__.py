"""Rules on definitions and on the terms that they define."""
