"""The zips that we write are those that ``zipfile`` writes, compressed before or not."""

from __future__ import annotations

import zipfile
from io import BytesIO

from hypothesis import given
from hypothesis import strategies as st

from clausekit.formats.docx.zipping import archive, deflated

NAMES = st.text(st.characters(categories=["L", "N"], include_characters="./_ -"), min_size=1, max_size=20)


def by_zipfile(parts: dict[str, bytes]) -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as written:
        for name, data in parts.items():
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0
            written.writestr(entry, data)
    return buffer.getvalue()


@given(st.dictionaries(NAMES, st.binary(max_size=2_000), max_size=6))
def test_it_is_byte_for_byte_what_zipfile_writes(parts: dict[str, bytes]) -> None:
    data = archive(deflated(name, content) for name, content in parts.items())
    assert data == by_zipfile(parts)
    with zipfile.ZipFile(BytesIO(data)) as read:
        assert read.testzip() is None


def test_a_part_may_be_used_in_many_zips() -> None:
    part = deflated("styles.xml", b"<styles/>" * 100)
    assert archive([part]) == by_zipfile({"styles.xml": b"<styles/>" * 100})
    assert archive([part, deflated("a", b"")]) == by_zipfile({"styles.xml": b"<styles/>" * 100, "a": b""})
