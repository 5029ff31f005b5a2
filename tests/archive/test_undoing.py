"""Undo of an import: what goes, what stays, and that importing again is the redo."""

from __future__ import annotations

import json

import pytest
from django.core.management import CommandError, call_command

from articles.archive.editing import change
from articles.archive.rereading import evidence_of
from articles.models import Alias, Appearance, Article, Batch, Version

pytestmark = pytest.mark.django_db

DUMP = """{headline}

Source:Gull Point Mail Published: 1987-3-{day} 7:33:00

{text}

Posted in: {section}
"""


def dump(headline: str, day: int, text: str = "One line.", section: str = "Harbour"):
    return DUMP.format(headline=headline, day=day, text=text, section=section)


@pytest.fixture
def heaps(tmp_path):
    """Two heaps that share one article; in the second it is longer."""
    first, second = tmp_path / "first", tmp_path / "second"
    first.mkdir()
    second.mkdir()
    (first / "alone.txt").write_text(dump("Only here", 1))
    (first / "edited.txt").write_text(dump("To be corrected", 2))
    (first / "shared.txt").write_text(dump("In both", 3))
    (second / "shared.txt").write_text(
        dump("In both", 3, "One line.\n\nAnd another.", "Weather")
    )
    return first, second


def load(*heaps) -> None:
    for heap in heaps:
        call_command("import_dumps", str(heap), quiet=True)


def root(capsys) -> str:
    capsys.readouterr()
    call_command("verify_archive", json=True)
    verdict = json.loads(capsys.readouterr().out)
    assert verdict["differs"] == []
    return verdict["root"]


def titles() -> list[str]:
    return sorted(Article.objects.published().values_list("headline", flat=True))


def test_what_only_the_batch_brought_goes_and_the_rest_stays(heaps, capsys):
    load(*heaps)
    with change(reason="A name"):
        Article.objects.filter(headline="To be corrected").update(body="Corrected.")
    first = Batch.objects.earliest("pk")
    call_command("undo_import", str(first.pk), yes=True)

    assert capsys.readouterr().out.splitlines()[-1] == (
        f"Batch {first.pk}: 1 article removed, 1 kept because a person changed "
        "them, 1 kept because they are elsewhere too."
    )
    assert titles() == ["In both", "To be corrected"]
    assert root(capsys)


def test_an_article_that_is_elsewhere_shows_the_text_and_sections_from_there(
    heaps, capsys
):
    load(*heaps)
    call_command("undo_import", str(Batch.objects.latest("pk").pk), yes=True)
    article = Article.objects.get(headline="In both")

    assert article.body == "One line."
    assert [p.section.name for p in article.placements.all()] == ["Harbour"]
    assert root(capsys)


def test_importing_again_brings_back_ids_addresses_and_the_root(heaps, capsys):
    load(*heaps)
    before = root(capsys)
    addresses = {a.pk: a.get_absolute_url() for a in Article.objects.all()}
    call_command("undo_import", str(Batch.objects.earliest("pk").pk), yes=True)
    load(heaps[0])

    assert root(capsys) == before
    assert {a.pk: a.get_absolute_url() for a in Article.objects.all()} == addresses
    assert Version.objects.exists()


def test_a_removed_article_says_gone_and_why(heaps, client):
    load(heaps[0])
    article = Article.objects.get(headline="Only here")
    batch = Batch.objects.get()
    call_command("undo_import", str(batch.pk), yes=True)
    response = client.get(article.get_absolute_url())

    assert response.status_code == 410
    assert f"brought it, {batch.pk}, was undone" in response.content.decode()
    assert "One line." not in response.content.decode()


def test_spellings_are_counted_without_the_batch(heaps):
    load(*heaps)
    call_command("undo_import", str(Batch.objects.earliest("pk").pk), yes=True)

    assert Alias.objects.get(name="Gull Point Mail").appearances == 1


def test_nothing_is_done_without_a_yes(heaps, monkeypatch):
    load(heaps[0])
    monkeypatch.setattr("builtins.input", lambda _: "no")
    with pytest.raises(CommandError, match="Nothing was changed"):
        call_command("undo_import", str(Batch.objects.get().pk))

    assert len(titles()) == 3


@pytest.mark.parametrize("number", [pytest.param("999", id="no such batch")])
def test_a_batch_that_is_not_there_is_named(number):
    with pytest.raises(CommandError, match="no batch 999"):
        call_command("undo_import", number, yes=True)


def test_a_batch_is_undone_once(heaps):
    load(heaps[0])
    call_command("undo_import", str(Batch.objects.get().pk), yes=True)

    with pytest.raises(CommandError, match="undone already"):
        call_command("undo_import", str(Batch.objects.get().pk), yes=True)


def test_every_appearance_can_be_read_again_from_its_bytes(heaps):
    load(*heaps)
    appearances = Appearance.objects.select_related("document", "batch")

    assert [evidence_of(a).record.headline for a in appearances.order_by("pk")] == [
        "Only here",
        "To be corrected",
        "In both",
        "In both",
    ]
