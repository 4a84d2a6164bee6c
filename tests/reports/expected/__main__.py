"""Writes the expected files anew."""

from tests.reports.expected import FOLDER, files

for name, text in files().items():
    (FOLDER / name).write_text(text, "utf-8")
