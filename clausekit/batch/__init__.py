"""Many documents of one template: one for each row of a spreadsheet or a list."""
