"""The register of names: as a dictionary from names to numbers, but that it forgets the names."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from clausekit.batch.register import Register

NAMES = st.text(max_size=3)


@given(st.lists(st.tuples(st.sampled_from(["put", "get", "pop"]), NAMES, st.integers(0, 2**62))))
def test_it_does_what_a_dictionary_does(steps: list[tuple[str, str, int]]) -> None:
    register, model = Register(), dict[str, int]()
    for step, name, number in steps:
        if step == "put":
            register.put(name, number)
            model[name] = number
        elif step == "get":
            assert register.get(name) == model.get(name)
        else:
            assert register.pop(name) == model.pop(name, None)
        assert list(register.numbers()) == sorted(model.values())
