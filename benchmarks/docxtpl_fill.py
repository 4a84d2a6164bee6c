"""The peer of ``clausekit draft``: docxtpl fills a Word template of the same pages.

usage: python docxtpl_fill.py TEMPLATE.docx VALUES.yaml OUT.docx
"""

import sys

import yaml
from docxtpl import DocxTemplate

template, values, out = sys.argv[1:]
with open(values, encoding="utf-8") as file:  # noqa: PTH123 (a user's few lines, as short as they come)
    context = yaml.load(file, yaml.CSafeLoader)
document = DocxTemplate(template)
document.render(context, autoescape=True)
document.save(out)
