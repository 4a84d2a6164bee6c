"""Single faults, planted in clean examples at places of chance: what the rules have to find.

``KINDS`` are the kinds of fault; ``trials`` plants a number of them by turns and says what was found.
"""
