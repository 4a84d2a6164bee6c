"""CK-LEFT-GUIDANCE: guidance of a template, or a remark to whoever drafts, left in the text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.places import Role
from clausekit.checks.rule import Hit, Rule, hit
from clausekit.checks.rules._shared.brackets import brackets_with
from clausekit.checks.rules._shared.forms import forms, is_in_form
from clausekit.checks.rules.leftovers._remarks import remarks
from clausekit.checks.words import Words, whole
from clausekit.patterns import pattern
from clausekit.reading import Passage

_WORK = r"(?:confirm|check|advise|agree|complete|provide|review|update|supply|draft|amend)"
_OPENING = pattern(
    r"[\s*(\[•–-]*(?:(?:drafting|guidance|template|drafter[’']?s|drafters[’']?) (?:notes?|guidance"
    r"|instructions?)\b(?=[^a-z]*[:.–-]|$)"
    r"|guidance:|d\.?n\.?[ ]?:|(?-i:OPTION|ALTERNATIVE) [A-D1-9][ ]?[:.)–-]|note to (?:the )?(?:draft\w*"
    r"|commissioners?|providers?|councils?|signatories|completers?|reader|author"
    r"|lawyers?|legal|template|editor|partners?|users?)\b"
    r"|guidance (?:for|on) (?:completing|completion|drafters|the use of this template)"
    r"|instructions? (?:for|on|to) (?:completion|completing|users of this template|drafters)"
    r"|\*?[ ]?delete (?:as (?:appropriate|applicable|necessary|required)|whichever|where not|if not)\b"
    r"|this template\b|this (?:section|paragraph|part|box|table|schedule) (?:should|is to|must"
    r"|needs to) (?:be (?:completed|used|deleted|populated)|describe|set out|list|explain)"
    r"|(?:optional|alternative|sample|suggested|example|model|standard) (?:clause|wording|text|paragraph"
    r"|drafting)\b[ ]*[:\d.–-]"
    r"|(?:copy|cut) and paste\b"
    r"|awaiting (?:confirmation|approval|advice|instructions|figures|details|comments?)"
    r"(?: (?:from|of|on|by) [\w’& ]{1,40})?\.?$"
    r"|please (?:insert|complete|delete|specify|describe|provide|set out|state|list|note(?! that\b)|add"
    r"|refer|amend|confirm|use|select)\b"
    r"|(?:legal|finance|comms|ig) (?:team )?to (?:confirm|review|check|advise|complete)\b)",
    re.IGNORECASE,
)
_ASKS = pattern(
    r"(?:Set out|Describe|Explain|State|Specify|Identify|Consider|Confirm|Detail|Outline|List|Include|Provide"
    r"|Summarise|Indicate)[ ](?:here[ ]|below[ ]|briefly[ ])?(?:which|whether|how|what|who|where|why|when"
    r"|(?:the[ ]|any[ ]|full[ ])?details|a[ ](?:brief[ ])?(?:description|summary|overview|statement))\b"
)
"""How a paragraph begins that tells whoever fills in a form what to write there."""
_ALTERNATIVE = pattern(r"[\s*_]*(?:Option|Alternative) [A-D1-9][ ]?(?::|[–-] )")
"""How a clause begins that a template has in several forms, of which one was to be kept."""
_WITHIN = pattern(
    r"[(*][ ]?(?:please )?(?:delete|remove|omit) (?:as (?:appropriate|applicable|necessary|required)"
    r"|whichever [a-z ]{1,30}|(?:this (?:row|line|clause|paragraph|section|column|table) )?"
    r"(?:where|if) (?:not|no longer) [a-z ]{1,20})[ ]?[)*]?"
    r"|\([^()]{0,80}\b(?:delete|remove|omit) (?:this |the )?(?:\w+ ){0,2}(?:if|where|unless)"
    r" (?:not |no longer )?(?:required|needed|applicable|appropriate|necessary|relevant|used)[^()]{0,20}\)"
    r"|\((?:(?:drafting|guidance) note|dn[ ]?[:–-])[^()]{0,200}\)"
    r"|(?<=[.;:)]\s)(?-i:D\.?N\.?|Drafting [Nn]ote|Drafter[’']s [Nn]ote|Note to [Dd]rafter)[ ]?[:–-][ ]"
    r"[^.;]*[.;]?"
    r"|\((?-i:Check|Confirm|Ask|Update|Agree|Discuss|Amend|Replace|Verify)\b[^()]{0,120}"
    r"\bbefore (?:issue|signature|signing|circulation|it (?:is (?:issued|signed)|goes)|this (?:is|goes))\b"
    r"[^()]{0,40}\)"
    r"|\((?:[\w’&/]+ ){1,4}to (?:confirm|check|advise|insert|complete)(?: with [^()]{1,40})?\)"
    r"|\b(?:highlighted|shaded|bracketed) (?:text|words?|passages?|sections?|areas?|figures?)\b[^.;]{0,40}"
    r"\b(?:to be|not (?:yet )?agreed|requires?|still)\b[^.;]{0,40}"
    r"|\b(?:text|words?|passages?|figures?|sections?) (?:highlighted|shaded|in (?:yellow|red"
    r"|(?:square )?brackets))\b[^.;]{0,40}\b(?:to be|not (?:yet )?agreed|requires?|still)\b[^.;]{0,40}"
    r"|\bdelete as (?:appropriate|applicable)\b"
    r"|(?:(?<=[.;:] )|(?<=[.;:] [*(_])|(?<![^*(_\t]))"
    r"(?-i:Please delete|Please remove|Delete|Remove|Omit) (?:this|these) "
    r"(?:clause|paragraph|section|sentence|table|row|column|schedule|annex|appendix|wording|word"
    r"|option|example|box|page|line)s?(?= (?:if|where|unless|when|before|after|once|as)\b|[.)*])"
    r"|\b(?:delete|remove|strip out|take out) (?:all |any |the |this |these ){0,2}"
    r"(?:(?:drafting |template |italic )?(?:guidance|notes?|instructions?|prompts?|examples?|italics|page"
    r"|box)|text in (?:italics|brackets|blue|red))\b[^.;]{0,40}"
    r"\b(?:before|prior to|when|once|on|for)\b[^.;]{1,40}"
    r"|(?:^|(?<=[.;\t] )|(?<=\t))Needs? to (?:check|confirm|clarify|discuss)\b[^.;]*[.;]?"
    r"|\b(?:N\.?B\.?|Note|Query|Action|TODO)[ ]?[:–-]?[ ](?:[A-Za-z’&/]+[ ]){1,4}"
    rf"to[ ]{_WORK}\b[^.;]*[.;]?"
    r"|\b(?:Legal|Finance|Comms|IG|HR|Procurement)(?:[ ](?:team|colleagues))?[ ]"
    rf"to[ ]{_WORK}\b[^.;]{{0,80}}"
    r"\b(?:before|prior to)[ ](?:issue|signature|signing|circulation|it goes)\b[^.;]*[.;]?",
    re.IGNORECASE,
)
_OF_TEMPLATE = pattern(
    r"\bthis (?:(?:draft|version of the|model|precedent|form of) )?(?:[\w-]+ ){0,2}"
    r"(?:agreement|contract|document|deed|protocol|memorandum|mou|specification|precedent|version|text)?"
    r"[ ]?(?:is|contains|has|includes)"
    r" (?:only )?(?:(?:a|an) (?:\w+ )?template\b(?: only)?|drafting notes\b[^.;]{0,60})"
    r"|\b(?:is |are )?not capable of execution in (?:its|their) (?:current|present) form\b"
    r"|\b(?:drafting|guidance|explanatory|template)[ ]notes?\b[^.;]{0,80}\bshould be (?:removed|deleted)\b"
    r"|\b(?:optional|alternative) (?:clauses?|wording|text|paragraphs?) (?:is |are )?"
    r"(?:in|marked in|shown in) (?:blue|red|green|yellow|italics|(?:square )?brackets)\b"
    r"|\bbefore (?:this|the) (?:contract|agreement|document|template) is (?:signed|issued|prepared for"
    r" signature)\b[^.;]{0,80}\b(?:removed|deleted|adapted|developed)\b"
    r"|\bneeds to be developed further before it is (?:issued|signed|used)\b"
    r"|\ball (?:sub-?)?headings (?:are )?for local (?:determination|agreement)\b[^.;]{0,40}"
    r"|\([^()]{0,40}\bplease complete\b[^()]{0,40}\)"
    r"|\((?:list|state|specify|describe) (?:all|any|the|each|every|which|whether|here)\b[^()]{3,80}\)",
    re.IGNORECASE,
)
"""How a template speaks of itself to whoever uses it, in a sentence like any other."""
_SIGNS_OF_TEMPLATE = (
    "template", "capable of execution", "notes", " note ", "optional", "alternative", "before th",
    "developed further", "headings", "please complete", "(list", "(state", "(specify", "(describe",
)  # fmt: skip
_SAID_TO_BE = pattern(
    r"\W*(?:(?:drafting|drafter[’']?s) (?:note|guidance)|guidance(?: note)?|dn)[ ]?[:–-]", re.IGNORECASE
)
"""How a remark in brackets begins that is no more for who fills in a form than for who signs."""
_ROLES: tuple[Role, ...] = ("text", "note", "cell", "heading")
_SIGNS = (
    "delete", "remove ", "(omit ", "*omit ", "strip out", "take out",
    "drafting", "(guidance", "dn", "d.n", "drafter", "highlighted", "shaded", "bracketed", "in yellow",
    "in red",
    "brackets", " to confirm", " to check", " to advise", " to insert", " to complete", "n.b", "nb ", "nb:",
    "need to ", "needs to ", "note ", "note:", "query", "action ", "action:", "todo", "legal ", "finance ",
    "comms ", "ig ", "hr ", "procurement ", "(check ", "(confirm ", "(ask ", "(update ", "(agree ",
    "(discuss ", "(amend ", "(replace ", "(verify ",
)  # fmt: skip


def _check(instrument: Instrument) -> Iterator[Hit]:
    of_forms = forms(instrument)
    for one, place in brackets_with(instrument, "remark"):
        yield _hit(one.at, in_form=is_in_form(place, of_forms) and not _SAID_TO_BE.match(one.at.text))
    told: set[Passage] = set()
    lead = ""
    for place in instrument.places:
        passage = place.passage
        asks = (
            not passage.label and not lead.endswith((":", ";", ",", " and", " or")) and place.role == "text"
        )
        lead = passage.text.rstrip()
        if (asks and _ASKS.match(passage.text)) or (
            place.role == "text" and passage.number and _ALTERNATIVE.match(passage.text, passage.typed)
        ):
            told.add(passage)
            yield _hit(whole(passage), in_form=is_in_form(place, of_forms))
        elif place.role in _ROLES and _OPENING.match(passage.text, passage.typed):
            told.add(passage)
            if not any(
                one.at.passage is passage and one.at.start <= passage.typed + 2 for one in instrument.brackets
            ):
                yield _hit(whole(passage), in_form=is_in_form(place, of_forms))
    within = [
        *instrument.search(_WITHIN, *_ROLES, signs=_SIGNS),
        *instrument.search(_OF_TEMPLATE, *_ROLES, "cover", signs=_SIGNS_OF_TEMPLATE),
    ]
    remarked = [words for words in remarks(instrument) if not any(words.overlaps(one) for one, _ in within)]
    for words in (*(words for words, _ in within), *remarked):
        if words.passage not in told:
            yield _hit(words, in_form=is_in_form(instrument.place_of[words.passage], of_forms))


def _hit(words: Words, *, in_form: bool) -> Hit:
    text = words.text if len(words.text) <= 80 else f"{words.text[:70]}…"
    return hit(
        words,
        f"“{text}” speaks to whoever drafts, not to the parties.",
        "Take it out, after doing what it asks.",
        confidence="doubtful" if in_form else "certain",
    )


RULE = Rule(
    id="CK-LEFT-GUIDANCE",
    level="error",
    title="Guidance of the template, or a note to whoever drafts",
    why="Guidance that is left in becomes part of the agreement and may contradict what was agreed; it also"
    " shows that the text was not finished.",
    fails="""
1. Host

1.1 ⟦Drafting note: the Council’s finance team is to confirm who hosts.⟧

1.2 The Council hosts the fund. ⟦[Note: check with the ICB.]⟧

1.3 The fund is pooled/aligned ⟦(delete as appropriate)⟧.

2. Aims

⟦Set out which services are in the Scheme.⟧
""",
    passes="""
1. Host

1.1 The Partners follow the guidance notes that NHS England issues. Note that the Council hosts the fund.

1.2 The Board shall:

Set out which services are in the Scheme; and

Consider how they fare.
""",
    check=_check,
)
