"""Rules on the parties: their names, their number, and what each of them needs."""
