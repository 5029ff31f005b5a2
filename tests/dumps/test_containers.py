from __future__ import annotations

import bz2
import gzip
import hashlib
import io
import lzma
import os
import stat
import tarfile
import zipfile
from pathlib import Path

import pytest

from articles.dumps.containers import Ignored, Member, Refused, folder_of, walk

HEAP = {"a.txt": b"Alpha", "sport/b.txt": b"Beta", "sport/2004/c.txt": b"Gamma"}


@pytest.fixture
def heap(tmp_path):
    folder = tmp_path / "heap"
    for name, data in HEAP.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
    return folder


def make_tar(files=HEAP, form=tarfile.PAX_FORMAT):
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w", format=form) as archive:
        for name, data in files.items():
            add_entry(archive, name, data)
    return buffer.getvalue()


def add_entry(archive, name, data=b"", **fields):
    entry = tarfile.TarInfo(name)
    entry.size = len(data)
    for field, value in fields.items():
        setattr(entry, field, value)
    archive.addfile(entry, io.BytesIO(data))


def make_zip(files=HEAP):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def write(folder, name, data):
    (folder / name).write_bytes(data)
    return folder / name


def found_in(*paths, max_file=1000, stdin=None):
    return list(walk(paths, max_file=max_file, stdin=stdin))


def members(found):
    return {each.path: each.data for each in found if isinstance(each, Member)}


def refusals(found):
    return [(each.file, each.code) for each in found if isinstance(each, Refused)]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        pytest.param("heap.tar", make_tar(), id="tar"),
        pytest.param("old.tar", make_tar(form=tarfile.USTAR_FORMAT), id="ustar"),
        pytest.param("gnu.tar", make_tar(form=tarfile.GNU_FORMAT), id="gnu tar"),
        pytest.param("heap.tgz", gzip.compress(make_tar()), id="tar.gz"),
        pytest.param("heap.tar.bz2", bz2.compress(make_tar()), id="tar.bz2"),
        pytest.param("heap.tar.xz", lzma.compress(make_tar()), id="tar.xz"),
        pytest.param("heap.zip", make_zip(), id="zip"),
        pytest.param("heap.bin", make_zip(), id="zip by content"),
        pytest.param("heap", gzip.compress(make_tar()), id="tar.gz by content"),
    ],
)
def test_a_heap_has_the_same_paths_however_it_is_packed(tmp_path, name, data):
    found = found_in(write(tmp_path, name, data))

    assert members(found) == HEAP
    assert [each.file for each in found] == [f"{name}!{path}" for path in HEAP]


def test_a_folder_is_walked_in_the_order_of_names(heap):
    found = found_in(heap)

    assert [each.file for each in found] == ["a.txt", "sport/2004/c.txt", "sport/b.txt"]
    assert members(found) == HEAP


def test_a_file_is_reported_by_its_base_name(heap):
    assert found_in(heap / "sport" / "b.txt") == [
        Member("b.txt", "b.txt", b"Beta", 4, hashlib.sha256(b"Beta").digest())
    ]


def test_a_gzipped_file_is_one_member_named_without_its_ending(tmp_path):
    found = found_in(write(tmp_path, "a.txt.gz", gzip.compress(b"Alpha")))

    assert [(each.file, each.path) for each in found] == [("a.txt.gz!a.txt", "a.txt")]
    assert members(found) == {"a.txt": b"Alpha"}


def test_gzip_members_one_after_the_other_are_one_file(tmp_path):
    data = gzip.compress(b"Al") + gzip.compress(b"pha") + bytes(16)

    assert members(found_in(write(tmp_path, "a.gz", data))) == {"a": b"Alpha"}


def test_archives_in_a_folder_are_read_where_they_lie(tmp_path):
    (tmp_path / "heap" / "north").mkdir(parents=True)
    write(tmp_path / "heap" / "north", "old.zip", make_zip({"x/a.txt": b"Alpha"}))

    found = found_in(tmp_path / "heap")

    assert [each.file for each in found] == ["north/old.zip!x/a.txt"]
    assert members(found) == {"north/x/a.txt": b"Alpha"}


@pytest.mark.parametrize(
    ("data", "files"),
    [
        pytest.param(b"Alpha", {"-": "-"}, id="one file"),
        pytest.param(make_tar(), {path: f"-!{path}" for path in HEAP}, id="tar"),
        pytest.param(
            gzip.compress(make_tar()), {path: f"-!{path}" for path in HEAP}, id="tgz"
        ),
        pytest.param(make_zip(), {path: f"-!{path}" for path in HEAP}, id="zip"),
    ],
)
def test_standard_input_is_a_file_or_a_container(data, files):
    found = found_in("-", stdin=io.BytesIO(data))

    assert {each.path: each.file for each in found} == files


def test_members_come_one_by_one(tmp_path):
    path = write(tmp_path, "heap.tar", make_tar()[:-5000])

    assert next(iter(walk([path], max_file=1000))).path == "a.txt"


@pytest.mark.parametrize("form", [tarfile.PAX_FORMAT, tarfile.GNU_FORMAT])
def test_long_names_and_names_beyond_ascii_are_read(tmp_path, form):
    name = f"{'deep/' * 40}café.txt"

    found = found_in(write(tmp_path, "heap.tar", make_tar({name: b"x"}, form)))

    assert members(found) == {name: b"x"}


def test_bytes_of_a_name_that_are_no_text_are_shown_escaped(tmp_path):
    name = os.fsdecode(b"caf\xe9.txt")
    data = make_tar({name: b"x"}, tarfile.GNU_FORMAT)

    assert members(found_in(write(tmp_path, "heap.tar", data))) == {
        r"caf\xe9.txt": b"x"
    }


def test_zip_names_without_the_mark_of_utf8_are_read_as_the_standard_says(tmp_path):
    data = make_zip({"caf_.txt": b"x"}).replace(b"caf_", b"caf\x82")

    assert members(found_in(write(tmp_path, "heap.zip", data))) == {"café.txt": b"x"}


def test_a_member_above_the_limit_keeps_name_size_and_digest(tmp_path):
    data = b"one line " * 300_000
    digest = hashlib.sha256(data).digest()

    found = found_in(write(tmp_path, "long.txt", data), max_file=100)

    assert found == [Member("long.txt", "long.txt", None, len(data), digest)]


def test_a_member_of_exactly_the_limit_is_read(tmp_path):
    assert members(found_in(write(tmp_path, "a.txt", b"x" * 100), max_file=100)) == {
        "a.txt": b"x" * 100
    }


@pytest.mark.parametrize("make", [make_tar, make_zip], ids=["tar", "zip"])
@pytest.mark.parametrize(
    "name",
    ["../b.txt", "x/../../b.txt", "/etc/b.txt", "C:/b.txt", "..\\b.txt", "\\b.txt"],
)
def test_names_that_lead_out_are_refused_and_the_rest_read(tmp_path, make, name):
    data = make({name: b"evil", "a.txt": b"Alpha"})

    found = found_in(write(tmp_path, "heap", data))

    assert members(found) == {"a.txt": b"Alpha"}
    assert [code for _, code in refusals(found)] == ["unsafe-name"]


@pytest.mark.parametrize(
    ("kind", "code"),
    [
        pytest.param(tarfile.SYMTYPE, "link", id="symbolic link"),
        pytest.param(tarfile.LNKTYPE, "link", id="hard link"),
        pytest.param(tarfile.CHRTYPE, "device", id="device"),
        pytest.param(tarfile.FIFOTYPE, "device", id="pipe"),
        pytest.param(tarfile.GNUTYPE_SPARSE, "unsupported", id="sparse"),
    ],
)
def test_what_is_no_file_in_a_tar_is_refused_and_the_rest_read(tmp_path, kind, code):
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w") as archive:
        add_entry(archive, "odd", type=kind, linkname="/etc/passwd")
        add_entry(archive, "a.txt", b"Alpha")

    found = found_in(write(tmp_path, "heap.tar", buffer.getvalue()))

    assert members(found) == {"a.txt": b"Alpha"}
    assert refusals(found) == [("heap.tar!odd", code)]


def test_a_link_in_a_zip_is_refused(tmp_path):
    entry = zipfile.ZipInfo("odd")
    entry.external_attr = (stat.S_IFLNK | 0o777) << 16
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr(entry, "/etc/passwd")

    found = found_in(write(tmp_path, "heap.zip", buffer.getvalue()))

    assert refusals(found) == [("heap.zip!odd", "link")]


def test_an_encrypted_member_is_refused_and_the_rest_read(tmp_path):
    data = bytearray(make_zip({"a.txt": b"Alpha", "b.txt": b"Beta"}))
    data[data.rindex(b"PK\x01\x02") + 8] |= 1  # the flag in the directory

    found = found_in(write(tmp_path, "heap.zip", bytes(data)))

    assert members(found) == {"a.txt": b"Alpha"}
    assert refusals(found) == [("heap.zip!b.txt", "encrypted")]


def test_a_member_with_a_wrong_checksum_is_refused_and_the_rest_read(tmp_path):
    stored = io.BytesIO()
    with zipfile.ZipFile(stored, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr("a.txt", b"Alpha")
        archive.writestr("b.txt", b"Beta")
    data = stored.getvalue().replace(b"Alpha", b"Alphb")

    found = found_in(write(tmp_path, "heap.zip", data))

    assert members(found) == {"b.txt": b"Beta"}
    assert refusals(found) == [("heap.zip!a.txt", "broken")]


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        pytest.param("heap.zip", make_zip()[:-30], "broken", id="zip"),
        pytest.param("heap.tar", make_tar()[:600] + b"x" * 4000, "broken", id="tar"),
        pytest.param("heap.tar", make_tar()[:515], "cut-off", id="tar in a member"),
        pytest.param("heap.tar", make_tar()[:1100], "cut-off", id="tar in a header"),
    ],
)
def test_a_damaged_archive_is_refused_by_name(tmp_path, name, data, code):
    refused = refusals(found_in(write(tmp_path, name, data)))

    assert [(file.partition("!")[0], each) for file, each in refused] == [(name, code)]


def make_tar_with_size(noted=None, field=None):
    """A tar archive whose second member says something odd about its size."""
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w", format=tarfile.PAX_FORMAT) as archive:
        add_entry(archive, "a.txt", b"Alpha")
        at = buffer.tell()
        add_entry(archive, "b.txt", b"Beta", pax_headers={"size": noted or "4"})
    data = bytearray(buffer.getvalue())
    if field:
        block = slice(at + 1024, at + 1536)  # after the extended header
        header = bytearray(data[block])
        header[124:136] = field
        header[148:156] = b" " * 8
        header[148:156] = b"%06o\0 " % sum(header)
        data[block] = header
    return bytes(data)


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(make_tar_with_size("-5"), id="below nothing"),
        pytest.param(make_tar_with_size("many"), id="a word"),
        pytest.param(make_tar_with_size("9" * 5000), id="more digits than are read"),
        pytest.param(make_tar_with_size(" ", b"-0000000005\0"), id="in the header"),
    ],
)
def test_a_size_that_is_no_number_ends_the_archive_there(tmp_path, data):
    found = found_in(write(tmp_path, "heap.tar", data))

    assert members(found) == {"a.txt": b"Alpha"}
    assert refusals(found) == [("heap.tar", "broken")]


def test_a_zip_member_damaged_in_its_own_way_is_refused_and_the_rest_read(tmp_path):
    noise = b"".join(hashlib.sha256(b"%d" % n).digest() for n in range(20))
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_LZMA) as archive:
        archive.writestr("a.txt", noise)
        archive.writestr("b.txt", b"Beta")
    data = bytearray(buffer.getvalue())
    at = data.index(b"a.txt") + len("a.txt")
    data[at + 19 : at + 39] = b"\xff" * 20  # behind the header of LZMA

    found = found_in(write(tmp_path, "heap.zip", bytes(data)))

    assert members(found) == {"b.txt": b"Beta"}
    assert refusals(found) == [("heap.zip!a.txt", "broken")]


def test_a_zip_member_whose_own_header_misspells_its_name_is_refused(tmp_path):
    data = make_zip({"é.txt": b"Alpha", "b.txt": b"Beta"})
    misspelt = data.replace("é".encode(), b"\xff\xfe", 1)

    found = found_in(write(tmp_path, "heap.zip", misspelt))

    assert members(found) == {"b.txt": b"Beta"}
    assert refusals(found) == [("heap.zip!é.txt", "broken")]


def test_control_characters_of_a_name_are_written_out(tmp_path):
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w", format=tarfile.PAX_FORMAT) as archive:
        name = "a\0b\x1b[31m\n.txt"
        add_entry(archive, "a.txt", b"Alpha", pax_headers={"path": name})

    found = found_in(write(tmp_path, "heap.tar", buffer.getvalue()))

    assert [each.file for each in found] == [r"heap.tar!a\x00b\x1b[31m\x0a.txt"]


def test_an_empty_path_is_missing_and_not_the_present_folder():
    assert refusals(found_in("")) == [('""', "missing")]


def test_members_before_the_cut_of_a_tar_gz_are_read(tmp_path):
    noise = {f"{n}.txt": hashlib.sha256(b"%d" % n).digest() * 20 for n in range(200)}
    data = gzip.compress(make_tar(noise))

    found = found_in(write(tmp_path, "heap.tar.gz", data[: len(data) // 2]))

    assert 50 < len(members(found)) < 150
    assert members(found).items() <= noise.items()
    assert [code for _, code in refusals(found)] == ["cut-off"]


def test_a_tar_gz_that_lacks_only_its_last_bytes_is_told_of(tmp_path):
    found = found_in(write(tmp_path, "heap.tgz", gzip.compress(make_tar())[:-4]))

    assert members(found) == HEAP
    assert refusals(found) == [("heap.tgz", "cut-off")]


def test_a_tar_gz_with_a_wrong_checksum_is_told_of(tmp_path):
    data = bytearray(gzip.compress(make_tar()))
    data[-6] ^= 1

    found = found_in(write(tmp_path, "heap.tgz", bytes(data)))

    assert refusals(found) == [("heap.tgz", "broken")]


@pytest.mark.parametrize(
    ("name", "data", "file"),
    [
        pytest.param(
            "bomb.zip", make_zip({"a": bytes(20 << 20)}), "bomb.zip!a", id="zip"
        ),
        pytest.param(
            "bomb.gz", gzip.compress(bytes(20 << 20)), "bomb.gz!bomb", id="gzip"
        ),
        pytest.param(
            "bomb.tgz",
            gzip.compress(make_tar({"a": bytes(20 << 20)})),
            "bomb.tgz!a",
            id="tar.gz",
        ),
    ],
)
def test_a_bomb_is_refused(tmp_path, name, data, file):
    found = found_in(write(tmp_path, name, data), max_file=64 << 20)

    assert refusals(found) == [(file, "bomb")]


def test_files_of_the_operating_system_are_ignored_by_rule(tmp_path):
    names = [".DS_Store", "x/Thumbs.db", "__MACOSX/._a.txt", "__MACOSX/b.txt"]

    found = found_in(write(tmp_path, "heap.zip", make_zip(dict.fromkeys(names, b"x"))))

    assert found == [
        Ignored("heap.zip!.DS_Store", ".DS_Store"),
        Ignored("heap.zip!x/Thumbs.db", "Thumbs.db"),
        Ignored("heap.zip!__MACOSX/._a.txt", "._*"),
        Ignored("heap.zip!__MACOSX/b.txt", "__MACOSX/"),
    ]


def test_links_in_a_folder_are_refused_so_that_circles_end(heap):
    (heap / "circle").symlink_to(heap)
    (heap / "passwd").symlink_to("/etc/passwd")
    os.mkfifo(heap / "pipe")

    found = found_in(heap)

    assert members(found) == HEAP
    assert refusals(found) == [
        ("circle", "link"),
        ("passwd", "link"),
        ("pipe", "device"),
    ]


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        pytest.param("empty.zip", make_zip({}), "no-files", id="empty zip"),
        pytest.param("empty.tgz", gzip.compress(make_tar({"d/": b""})), "no-files"),
    ],
)
def test_an_archive_without_files_is_told_of(tmp_path, name, data, code):
    assert refusals(found_in(write(tmp_path, name, data))) == [(name, code)]


def test_an_empty_folder_and_a_missing_path_are_told_of_and_the_rest_read(heap):
    (heap.parent / "empty").mkdir()

    found = found_in(heap.parent / "none", heap.parent / "empty", heap)

    assert members(found) == HEAP
    assert refusals(found) == [
        (str(heap.parent / "none"), "missing"),
        (str(heap.parent / "empty"), "no-files"),
    ]


def test_a_file_that_cannot_be_read_is_told_of_and_the_rest_read(heap):
    # reading the first page of memory fails for everyone, the superuser included
    found = found_in(Path("/proc/self/mem"), heap / ("x" * 300), heap)

    assert members(found) == HEAP
    assert [code for _, code in refusals(found)] == ["unreadable", "unreadable"]


def test_names_that_occur_twice_are_two_members(tmp_path):
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w") as archive:
        add_entry(archive, "a.txt", b"Alpha")
        add_entry(archive, "a.txt", b"Beta")

    found = found_in(write(tmp_path, "heap.tar", buffer.getvalue()))

    assert [each.data for each in found] == [b"Alpha", b"Beta"]


@pytest.mark.parametrize(
    ("path", "container", "folder"),
    [
        ("a.txt", "", ""),
        ("sport/a.txt", "", "sport"),
        ("north/sport/a.txt", "", "sport"),
        ("sport/2004/a.txt", "", "sport"),
        ("2004/05/a.txt", "", ""),
        ("heap/a.txt", "heap", ""),
        ("heap/sport/a.txt", "heap", "sport"),
        ("sport/heap/a.txt", "heap", "heap"),
        ("heap/a.txt", "", "heap"),
    ],
)
def test_the_section_of_titled_text_is_the_nearest_folder_with_a_name(
    path, container, folder
):
    assert folder_of(path, container) == folder


@pytest.mark.parametrize(
    ("file", "path", "container"),
    [
        ("heap.tar.gz!a/b.txt", "a/b.txt", "heap"),
        ("north/heap.zip!a.txt", "north/a.txt", "heap"),
        ("a/b.txt", "a/b.txt", ""),
        ("sport/sport!.txt", "sport/sport!.txt", ""),
    ],
)
def test_a_member_knows_the_name_of_its_container(file, path, container):
    assert Member(file, path, b"", 0, b"").container == container


def nest(data, depth):
    """Pack data into archives of several kinds, one within another."""
    for level in range(depth):
        name = f"{level}.x"
        data = make_zip({name: data}) if level % 2 else make_tar({name: data})
    return data


@pytest.mark.parametrize(
    ("inner", "name"),
    [
        pytest.param(make_zip(), "in.zip", id="zip"),
        pytest.param(make_tar(), "in.tar", id="tar"),
        pytest.param(gzip.compress(make_tar()), "in.tgz", id="tar.gz"),
        pytest.param(bz2.compress(make_tar()), "in.tbz", id="tar.bz2"),
        pytest.param(lzma.compress(make_tar()), "in.txz", id="tar.xz"),
    ],
)
def test_an_archive_in_an_archive_is_read_as_if_unpacked_in_place(
    tmp_path, inner, name
):
    outer = make_zip({f"1989/{name}": inner, "note.txt": b"Note"})
    found = found_in(write(tmp_path, "heap.zip", outer), max_file=100_000)

    assert [(each.file, each.path) for each in found] == [
        *((f"heap.zip!1989/{name}!{path}", f"1989/{path}") for path in HEAP),
        ("heap.zip!note.txt", "note.txt"),
    ]


def test_archives_deeper_than_the_limit_are_refused_by_name(tmp_path):
    fine = found_in(write(tmp_path, "fine", nest(b"Alpha", 5)), max_file=100_000)
    deep = found_in(write(tmp_path, "deep", nest(b"Alpha", 6)), max_file=100_000)

    assert [each.data for each in fine] == [b"Alpha"]
    assert [each.code for each in deep] == ["nested"]


@pytest.mark.parametrize("compress", [bz2.compress, lzma.compress])
def test_a_cut_or_damaged_stream_gives_what_stands_before(tmp_path, compress):
    tar = make_tar(HEAP | {"noise": os.urandom(3_000_000), "late.txt": b"Late"})
    data = compress(tar)
    found = found_in(
        write(tmp_path, "heap.tar.x", data[: len(data) - 400_000]), max_file=10**7
    )

    assert set(HEAP) <= set(members(found))
    assert [code for _, code in refusals(found)] == ["cut-off"]


@pytest.mark.parametrize("compress", [bz2.compress, lzma.compress])
def test_a_single_compressed_file_is_one_member(tmp_path, compress):
    found = found_in(write(tmp_path, "a.txt.xz", compress(b"Alpha") * 2))

    assert [each.data for each in found] == [b"AlphaAlpha"]


@pytest.mark.parametrize("compress", [bz2.compress, lzma.compress])
def test_a_bomb_of_any_kind_is_refused(tmp_path, compress):
    found = found_in(write(tmp_path, "bomb.xz", compress(bytes(40_000_000))))

    assert [code for _, code in refusals(found)] == ["bomb"]


def test_a_word_that_begins_like_bzip2_is_text(tmp_path):
    found = found_in(write(tmp_path, "a.txt", b"BZhang is a name."))

    assert [each.data for each in found] == [b"BZhang is a name."]
