"""The cache: what it keeps comes back, and whatever is wrong with it only costs time."""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from clausekit.cache import Cache, user_cache


def test_what_was_put_comes_back_in_the_next_run(tmp_path: Path) -> None:
    value = {"title": "Vat – £", "children": [1, None, True, ["x"]]}
    Cache(tmp_path / "cache").put("parse", "abc", value)
    assert Cache(tmp_path / "cache").get("parse", "abc") == value


def test_kinds_and_keys_are_apart(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    cache.put("parse", "abc", [1])
    assert cache.get("parse", "abd") is None
    assert cache.get("yaml", "abc") is None


def test_bytes_come_back_too(tmp_path: Path) -> None:
    Cache(tmp_path).put_bytes("templates", "abc", b"\x00\xff")
    assert Cache(tmp_path).get_bytes("templates", "abc") == b"\x00\xff"


@pytest.mark.parametrize("content", [b"", b"{", b"\xff\x00", b"[" * 100_000])
def test_what_is_no_json_is_no_value(tmp_path: Path, content: bytes) -> None:
    cache = Cache(tmp_path)
    cache.put_bytes("parse", "abc", content)
    assert cache.get("parse", "abc") is None


@pytest.mark.parametrize("content", [b"", b"no database", b"SQLite format 3\x00" + b"\xff" * 5000])
def test_a_file_that_is_no_database_is_begun_anew(tmp_path: Path, content: bytes) -> None:
    Cache(tmp_path).put("parse", "abc", [1])
    (file,) = tmp_path.glob("*.sqlite")
    file.write_bytes(content)
    cache = Cache(tmp_path)
    assert cache.get("parse", "abc") is None
    cache.put("parse", "abc", [2])
    assert Cache(tmp_path).get("parse", "abc") == [2]


def test_a_cache_that_has_grown_too_large_is_begun_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Cache(tmp_path).put("parse", "abc", [1])
    monkeypatch.setattr("clausekit.cache._LARGEST", 100)
    assert Cache(tmp_path).get("parse", "abc") is None


def test_two_processes_may_use_it_at_once(tmp_path: Path) -> None:
    one, two = Cache(tmp_path), Cache(tmp_path)
    one.put("parse", "abc", [1])
    two.put("parse", "abd", [2])
    assert (two.get("parse", "abc"), one.get("parse", "abd")) == ([1], [2])


def test_without_a_folder_nothing_is_kept() -> None:
    cache = Cache(None)
    cache.put("parse", "abc", [1])
    assert cache.get("parse", "abc") is None


def test_a_folder_that_cannot_be_made_is_no_cache(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    cache = Cache(tmp_path / "file" / "cache")
    cache.put("parse", "abc", [1])
    assert cache.get("parse", "abc") is None


def test_a_disk_that_takes_nothing_more_is_no_error(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    assert cache._database
    cache._database.execute("PRAGMA max_page_count = 1")
    cache.put("parse", "abc", ["x" * 100_000])
    assert cache.get("parse", "abc") is None


@pytest.mark.skipif(os.name != "posix", reason="other systems keep a user's cache apart by themselves")
def test_the_cache_is_private_and_one_that_others_may_write_to_is_not_believed(tmp_path: Path) -> None:
    cache = Cache(tmp_path / "cache")
    cache.put("parse", "abc", [1])
    assert (tmp_path / "cache").stat().st_mode & 0o777 == 0o700
    (tmp_path / "cache").chmod(0o777)
    assert Cache(tmp_path / "cache").get("parse", "abc") is None


def test_the_users_cache_is_where_the_variable_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLAUSEKIT_CACHE", str(tmp_path / "mine"))
    user_cache().put("parse", "abc", [1])
    assert Cache(tmp_path / "mine").get("parse", "abc") == [1]


@pytest.mark.skipif(os.name != "posix", reason="the variable is for Linux")
def test_else_it_is_where_the_system_keeps_caches(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CLAUSEKIT_CACHE", raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "caches"))
    user_cache().put("parse", "abc", [1])
    assert Cache(tmp_path / "caches" / "clausekit").get("parse", "abc") == [1]


def test_a_cache_may_be_cleared_away_by_another_thread(tmp_path: Path) -> None:
    kept = [Cache(tmp_path)]
    kept[0].put("kind", "key", 1)
    with ThreadPoolExecutor(1) as another:
        another.submit(kept.clear).result()
    assert Cache(tmp_path).get("kind", "key") == 1
