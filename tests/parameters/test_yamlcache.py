"""YAML from the cache says what the file says."""

from __future__ import annotations

from pathlib import Path

import pytest

from clausekit.cache import Cache
from clausekit.parameters.yamlcache import read_yaml
from clausekit.parameters.yamlfile import YamlFile, load_yaml
from clausekit.problems import ClausekitError

TEXT = "council:\n  name: Westmarch\nbodies:\n  - {name: Board}\n"


def told(yaml: YamlFile) -> dict[str, tuple[str, str]]:
    """Return the place and the line of every value."""
    return {path: (str(yaml.source(path)), yaml.excerpt(path)) for path in yaml.sources}


def test_from_the_cache_come_the_same_data_places_and_lines(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    first, second = (read_yaml(TEXT, "a.yaml", cache, first_line=5) for _ in range(2))
    assert first == load_yaml(TEXT, "a.yaml", 5)
    assert (second.data, second.lines, told(second)) == (first.data, first.lines, told(first))
    assert second.sources["council.name"].line == 6


def test_what_is_in_the_cache_is_not_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cache = Cache(tmp_path)
    read_yaml(TEXT, "a.yaml", cache)
    monkeypatch.setattr("clausekit.parameters.yamlcache.load_yaml", None)
    assert read_yaml(TEXT, "a.yaml", cache).data == {
        "council": {"name": "Westmarch"},
        "bodies": [{"name": "Board"}],
    }


def test_the_same_text_in_another_file_or_further_down_has_its_own_places(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    read_yaml(TEXT, "a.yaml", cache)
    assert str(read_yaml(TEXT, "b.yaml", cache).source("bodies")) == "b.yaml:3:1"
    assert str(read_yaml(TEXT, "a.yaml", cache, first_line=11).source("bodies")) == "a.yaml:13:1"


def test_faults_are_told_again_each_time(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    for _ in range(2):
        with pytest.raises(ClausekitError, match="stands here twice"):
            read_yaml("a: 1\na: 2\n", "a.yaml", cache)


class SpoiltCache(Cache):
    """A cache that hands out something that was never put there."""

    def __init__(self, value: object) -> None:
        super().__init__(None)
        self.value = value

    def get(self, kind: str, key: str) -> object:
        return self.value


@pytest.mark.parametrize("value", [None, 0, "data", [], {}, {"data": 1}, {"data": {}, "places": []}])
def test_a_spoilt_cache_is_no_cache(value: object) -> None:
    assert read_yaml(TEXT, "a.yaml", SpoiltCache(value)) == load_yaml(TEXT, "a.yaml")
