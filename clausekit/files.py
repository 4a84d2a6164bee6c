"""Reading and writing files without trusting what is in them or losing what was there."""

from __future__ import annotations

import errno
import hashlib
import os
import re
import stat
from pathlib import Path

from clausekit.problems import ClausekitError, Finding, Source

_BYTE_ORDER_MARK = "\ufeff"
_PLAIN = bytes([*b"\t\n\r", *range(0x20, 0x7F)])
"""Bytes that need no closer look; most files have no others."""

_OFFICE = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
"""How files of Word and its like begin, the newer kind and the older."""

_REFUSED = re.compile(
    "["
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"  # control characters, all but tab and line feed
    "\u2028\u2029"  # line and paragraph separators, which editors do not count as lines
    "\u202a-\u202e\u2066-\u2069"  # marks that make text read in another order than it stands in
    "\ud800-\udfff\ufeff\ufdd0-\ufdef\ufffe\uffff"  # no characters at all
    "\ue000-\uf8ff\U000f0000-\U0010ffff"  # private use; clausekit marks values with these
    "]"
)


def read_text(path: Path, *, shown: str | None = None, limit: int = 5_000_000) -> str:
    """Return the text of a UTF-8 file of at most ``limit`` bytes, its lines ended by line feeds.

    ``shown`` is what messages call the file, if that is not its path. Raises ClausekitError if there is no
    such file, or it is a folder, unreadable, too large, not UTF-8, or has control or private-use characters
    in it.
    """
    file = shown or str(path)
    data = read_bytes(path, shown=file, limit=limit)
    if data.startswith(_OFFICE):
        raise _fault(
            "file-office",
            file,
            "This is a file of Word or a similar program, not plain text.",
            "Name a text file, such as the parameter file that a draft was made from.",
        )
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise _fault(
            "file-encoding",
            file,
            "This file is not plain text in UTF-8.",
            'Save it as plain text with the encoding "UTF-8".',
            line=data.count(b"\n", 0, error.start) + 1,
        ) from None
    text = text.removeprefix(_BYTE_ORDER_MARK).replace("\r\n", "\n").replace("\r", "\n")
    if data.translate(None, _PLAIN) and (finding := refused_character(text, file)):
        raise ClausekitError(finding)
    return text


def read_bytes(path: Path, *, shown: str | None = None, limit: int = 100_000_000) -> bytes:
    """Return what is in a file of at most ``limit`` bytes. Raises ClausekitError as ``read_text`` does."""
    file = shown or str(path)
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise _fault("file-folder", file, "This is a folder, not a file.", "Name a file in it.")
        if not stat.S_ISREG(status.st_mode):
            raise _fault("file-kind", file, "This is not an ordinary file.", "Name an ordinary file.")
        # The size is looked at first, so that a huge file is not read.
        data = path.read_bytes() if status.st_size <= limit else b""
    except (FileNotFoundError, NotADirectoryError):
        raise _fault(
            "file-missing", file, "There is no such file.", "Check the name and the folder."
        ) from None
    except PermissionError:
        raise _fault(
            "file-permission", file, "You are not permitted to read this file.", "Ask its owner for access."
        ) from None
    except (OSError, ValueError) as error:  # ValueError: a null character in the name
        raise _fault("file-unreadable", file, f"This file cannot be read: {_reason(error)}.") from None
    if max(status.st_size, len(data)) > limit:
        raise _fault(
            "file-size",
            file,
            f"This file is larger than {limit:,} bytes, so it cannot be what it should be.",
            "Check that the name is right.",
        )
    return data


def refused_character(text: str, file: str, first_line: int = 1) -> Finding | None:
    """Return a finding on the first character that no text of ours may contain, None if there is none."""
    match = _REFUSED.search(text)
    if match is None:
        return None
    start = text.rfind("\n", 0, match.start()) + 1
    end = text.find("\n", start)
    line = text[start:] if end < 0 else text[start:end]
    more = sum(1 for _ in _REFUSED.finditer(text)) - 1
    return Finding(
        "file-character",
        f"The character U+{ord(match.group()):04X} cannot be printed, so it may not stand here.",
        Source(file, first_line + text.count("\n", 0, match.start()), match.start() - start + 1),
        excerpt=_REFUSED.sub("\N{REPLACEMENT CHARACTER}", line),
        remedy="Delete it. It often comes in unseen when text is pasted from another program.",
        notes=(f"There {'is' if more == 1 else 'are'} {more} more in this file.",) if more else (),
    )


def write_atomically(path: Path, data: bytes, *, durable: bool = True) -> None:
    """Make ``data`` the content of the file: all of it or, if that fails, nothing.

    Returns when the disk has it; without ``durable`` when the system has it, which a power cut may undo.
    Raises ClausekitError if the folder is missing, writing is not permitted or the disk is full; the old file
    is then untouched, and no temporary file is left.
    """
    target = Path(os.path.realpath(path))
    temporary = target.parent / f".clausekit-{os.urandom(8).hex()}.tmp"
    try:
        if target.exists():
            _refuse_unwritable(target)
        _write_new(temporary, data, durable=durable)
        try:
            if target.exists():
                temporary.chmod(stat.S_IMODE(target.stat().st_mode))
            temporary.replace(target)
        except OSError:
            temporary.unlink(missing_ok=True)
            raise
    except OSError as error:
        raise _write_fault(path, error) from None


def sha256(data: bytes | str) -> str:
    """Return the SHA-256 digest of the data (text as UTF-8), in hexadecimal."""
    return hashlib.sha256(data.encode() if isinstance(data, str) else data).hexdigest()


def _write_new(path: Path, data: bytes, *, durable: bool) -> None:
    """Write a file that does not exist yet; remove it again if that fails."""
    with path.open("xb") as file:
        try:
            file.write(data)
            file.flush()
            if durable:
                os.fsync(file.fileno())
        except OSError:
            path.unlink(missing_ok=True)
            raise


def _refuse_unwritable(target: Path) -> None:
    """Raise the error that opening the file for writing would: replacing a file does not look at its mode."""
    if target.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    if not os.access(target, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))


def _write_fault(path: Path, error: OSError) -> ClausekitError:
    file = str(path)
    if isinstance(error, FileNotFoundError | NotADirectoryError) and not path.parent.is_dir():
        message = f'There is no folder "{path.parent}".'
        return _fault("file-folder-missing", file, message, "Make it, or name another folder.")
    if isinstance(error, IsADirectoryError):
        return _fault("file-folder", file, "This is a folder, not a file.", "Name a file in it.")
    if isinstance(error, PermissionError):
        return _fault(
            "file-permission",
            file,
            "You are not permitted to write this file.",
            "Close it if it is open in another program, or name another folder.",
        )
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return _fault(
            "file-disk-full", file, "The disk is full; nothing was written.", "Free some space and try again."
        )
    return _fault("file-unwritable", file, f"This file cannot be written: {_reason(error)}.")


def _reason(error: Exception) -> str:
    return (getattr(error, "strerror", None) or str(error)).rstrip(".")


def _fault(rule: str, file: str, message: str, remedy: str = "", line: int | None = None) -> ClausekitError:
    return ClausekitError(Finding(rule, message, Source(file, line), remedy=remedy))
