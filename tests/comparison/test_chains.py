from __future__ import annotations

from itertools import combinations, pairwise

from hypothesis import given
from hypothesis import strategies as st

from clausekit.comparison.chains import Link, heaviest_chain

LINKS = st.lists(
    st.tuples(
        st.integers(0, 8), st.integers(1, 3), st.integers(0, 8), st.integers(1, 3), st.integers(1, 9)
    ).map(lambda drawn: Link(drawn[0], drawn[0] + drawn[1], drawn[2], drawn[2] + drawn[3], drawn[4])),
    max_size=8,
)


def follow(chain: tuple[Link, ...]) -> bool:
    return all(one.old_end <= two.old_start and one.new_end <= two.new_start for one, two in pairwise(chain))


@given(LINKS)
def test_no_chain_is_heavier(links: list[Link]) -> None:
    chain = heaviest_chain(links)
    assert follow(tuple(chain))
    chains = (
        tuple(sorted(chosen)) for count in range(len(links) + 1) for chosen in combinations(links, count)
    )
    assert sum(link.weight for link in chain) == max(
        sum(link.weight for link in other) for other in chains if follow(other)
    )
