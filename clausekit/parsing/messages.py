"""What can be wrong with the text of a clause: for each rule the fault and what would be right."""

from __future__ import annotations

MESSAGES = {
    # the clause as a whole
    "heading-missing": (
        "The clause does not begin with its heading.",
        "Begin it with a line such as # Dispute Resolution.",
    ),
    "heading-empty": ("The heading has no words.", "Write the clause's name after the #."),
    "heading-second": (
        "A clause has one heading with a single #.",
        "Write a sub-heading with ##, or make two clauses.",
    ),
    "heading-deep": ("Headings below ## are not used.", "Write ## for a sub-heading."),
    "heading-inside": (
        "A heading stands inside a list, a definition, a note or a signature block.",
        "Write it at the margin; the numbers run on across it.",
    ),
    "heading-blank": ("A heading needs a blank after the #.", "Write # Name or ## Name."),
    "clause-empty": ("The clause has a heading and nothing else.", "Write its provisions below the heading."),
    # what is not used
    "html": (
        "HTML tags are not used.",
        "Write *italics*, **bold** or a pipe table; for a < of its own write \\<.",
    ),
    "code": (
        "Code, marked by ` or ~~~, is not used.",
        "Write the words plainly, in quotation marks if need be.",
    ),
    "image": ("Pictures are not used.", "Attach a Word file as a schedule if a picture is needed."),
    "link": ("Links are not used.", "Write the address in words, or refer to a provision by [[#anchor]]."),
    "rule-line": (
        "A line of dashes has no meaning here.",
        "Leave it out; for a sub-heading write ## before its words.",
    ),
    "line-break": (
        "A line break inside a paragraph is not used.",
        "Leave out the \\ at the end, or begin a new paragraph.",
    ),
    "tab": ("The line contains a tab.", "Indent by four blanks a level."),
    "emphasis-unpaired": (
        "An asterisk has no partner.",
        "Write *italics* or **bold**, no blanks next to the words; for an asterisk of its own write \\*.",
    ),
    # lists
    "number-in-text": (
        "The line begins like a numbered provision but is read as part of the text above it.",
        "Put two blanks after the number if it is a provision of its own; else wrap the line elsewhere.",
    ),
    "line-unindented": (
        "The line is read as part of the provision above it, although it is not indented like it.",
        "Indent it by four blanks a level if it belongs to that provision; else put a blank line before it.",
    ),
    "indent-uneven": (
        "The provision is not indented like those before it in its list.",
        "Indent provisions of one level alike, by four blanks a level.",
    ),
    "list-deep": (
        "The provision is more than {limit} levels below the heading.",
        "Divide it, or lift it by a level.",
    ),
    "item-without-words": (
        "A provision or a definition begins with a list, a table or a note.",
        "Begin it with words of its own.",
    ),
    # tables
    "table-unreadable": (
        "The table cannot be read: the line of dashes does not match the header.",
        "Give the line of dashes as many columns as the header has, such as | --- | ---: |.",
    ),
    "table-row": (
        "The row has {cells}, the header {columns}.",
        "Give each row as many cells as the header; write \\| for a stroke inside a cell.",
    ),
    # definitions
    "definition-unreadable": (
        "A line begins with a colon, but no definition can be read here.",
        "Write the term on a line, and its meaning on the next after a colon and three blanks.",
    ),
    "definition-without-term": (
        "The definition has no term.",
        "Write the term on the line above its meaning.",
    ),
    "definition-without-meaning": ("The term has no meaning.", "Write on the next line :   means ..."),
    "definition-twice": (
        "The term has more than one meaning here.",
        "Write one meaning, with a list if it has parts.",
    ),
    "definition-inside": (
        "Definitions stand inside a definition.",
        "Give the inner term a definition of its own.",
    ),
    # anchors and references
    "anchor-unreadable": (
        "The anchor cannot be read.",
        "Write [#name] with small letters, digits and hyphens; it cannot be a value.",
    ),
    "anchor-place": (
        "An anchor stands where no provision begins.",
        "Write it first in the provision, after the number.",
    ),
    "anchor-twice": (
        "The anchor #{name} is used twice in the clause.",
        "Give each provision a name of its own.",
    ),
    "reference-unreadable": (
        "The reference cannot be read.",
        "Write [[#anchor]], [[family]], [[family#anchor]] or [[schedule:name]], with | number or | title.",
    ),
    "reference-value": (
        "A reference is made of a value.",
        "Write the reference out, in {{% if %}} where it depends.",
    ),
    # footnotes
    "footnote-undefined": (
        "There is no footnote {name}.",
        "Write it below, on a line of its own: [^{name}]: The note.",
    ),
    "footnote-unused": ("The footnote {name} has no mark in the text.", "Write [^{name}] where it belongs."),
    "footnote-twice": ("The footnote {name} is written twice.", "Give each footnote a name of its own."),
    "footnote-shape": ("The footnote {name} is more than one paragraph.", "Write it as one paragraph."),
    "footnote-inside": ("A footnote stands in a footnote.", "Write it into the text of the footnote."),
    # notes and signature blocks
    "quote": ("Quoted lines are drafting notes only.", "Begin the first of them with > [!NOTE]."),
    "note-inside": ("A drafting note stands inside another block.", "Write it at the margin."),
    "signature-unclosed": ("The signature block is not closed.", "End it with a line of three colons, :::."),
    "signature-shape": (
        "A signature block holds paragraphs and the lines to be signed.",
        "Write the paragraphs first, then each line to be signed after a - .",
    ),
    "signature-without-lines": (
        "The signature block has no line to sign.",
        "Write - Signature, - Name and so on.",
    ),
    "signature-inside": ("A signature block stands inside another block.", "Write it at the margin."),
    "colons": (
        "Lines with ::: begin and end signature blocks only.",
        "Write ::: signature, and ::: at its end.",
    ),
    "too-deep": (
        "The blocks of this clause are nested too deeply to be read.",
        "Lift the inner blocks by a level.",
    ),
}
