"""What a file of markup says of its own encoding."""

from __future__ import annotations

import re
from typing import Final

_HEAD: Final = 4096  # bytes
_DECLARED: Final = re.compile(
    rb"<\?xml\s[^>]*?\bencoding\s*=\s*[\"']([\w.:-]+)"
    rb"|<meta\s[^>]*?\bcharset\s*=\s*[\"']?\s*([\w.:-]+)",
    re.IGNORECASE,
)
# What browsers take these names for (https://encoding.spec.whatwg.org/#names-and-labels):
# the larger sets of Windows, which files under the older names use.
_LARGER: Final = {
    **dict.fromkeys(("iso-8859-1", "iso8859-1", "latin1", "latin-1"), "cp1252"),
    **dict.fromkeys(("us-ascii", "ascii", "windows-1252"), "cp1252"),
    **dict.fromkeys(("iso-8859-9", "latin5"), "cp1254"),
    **dict.fromkeys(("gb2312", "gb_2312-80", "gbk", "x-gbk"), "gb18030"),
    **dict.fromkeys(("shift_jis", "shift-jis", "sjis", "x-sjis"), "cp932"),
    **dict.fromkeys(("euc-kr", "ks_c_5601-1987", "ksc5601"), "cp949"),
    **dict.fromkeys(("big5", "big5-hkscs", "x-x-big5"), "big5hkscs"),
}


def find_declared(data: bytes) -> str:
    """Return the name of the encoding that markup declares in its head, or "".

    >>> find_declared(b'<?xml version="1.0" encoding="ISO-8859-1"?>')
    'cp1252'
    """
    head = data[:_HEAD]
    if not head.lstrip().startswith(b"<"):
        return ""
    found = _DECLARED.search(head)
    if found is None:
        return ""
    name = (found[1] or found[2]).decode("ascii", "replace").lower()
    return _LARGER.get(name, name)
