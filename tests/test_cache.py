"""The cache: what it keeps comes back, and whatever is wrong with it only costs time."""

from __future__ import annotations

import os
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


@pytest.mark.parametrize("content", [b"", b"{", b"\xff\x00", b"[" * 100_000])
def test_a_corrupt_entry_is_no_entry(tmp_path: Path, content: bytes) -> None:
    cache = Cache(tmp_path)
    cache.put("parse", "abc", [1])
    (tmp_path / "parse" / "abc.json").write_bytes(content)
    assert cache.get("parse", "abc") is None


def test_without_a_folder_nothing_is_kept() -> None:
    cache = Cache(None)
    cache.put("parse", "abc", [1])
    assert cache.get("parse", "abc") is None
    assert cache.folder_for("jinja") is None


def test_a_folder_that_cannot_be_made_is_no_cache(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    cache = Cache(tmp_path / "file" / "cache")
    cache.put("parse", "abc", [1])
    assert cache.get("parse", "abc") is None


def test_a_disk_that_takes_nothing_more_is_no_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cache = Cache(tmp_path)

    def fail(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", fail)
    cache.put("parse", "abc", [1])
    assert cache.get("parse", "abc") is None
    assert list((tmp_path / "parse").iterdir()) == []


@pytest.mark.skipif(os.name != "posix", reason="other systems keep a user's cache apart by themselves")
def test_the_cache_is_private_and_one_that_others_may_write_to_is_not_believed(tmp_path: Path) -> None:
    cache = Cache(tmp_path / "cache")
    cache.put("parse", "abc", [1])
    assert (tmp_path / "cache").stat().st_mode & 0o777 == 0o700
    (tmp_path / "cache").chmod(0o777)
    assert Cache(tmp_path / "cache").get("parse", "abc") is None


def test_a_kind_may_have_its_own_folder(tmp_path: Path) -> None:
    folder = Cache(tmp_path).folder_for("jinja")
    assert folder == tmp_path / "jinja"
    assert folder.is_dir()


def test_the_users_cache_is_where_the_variable_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLAUSEKIT_CACHE", str(tmp_path / "mine"))
    user_cache().put("parse", "abc", [1])
    assert (tmp_path / "mine" / "parse" / "abc.json").read_text() == "[1]"


@pytest.mark.skipif(os.name != "posix", reason="the variable is for Linux")
def test_else_it_is_where_the_system_keeps_caches(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CLAUSEKIT_CACHE", raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "caches"))
    assert user_cache().folder_for("parse") is not None
    assert list(tmp_path.rglob("parse"))
