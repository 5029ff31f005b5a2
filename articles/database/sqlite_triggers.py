"""History, staleness and copied columns in SQLite: what no road can go around.

One trigger an event, because SQLite fires several in no promised order and the
staleness must be noted before the version is written.
"""

from __future__ import annotations

from articles.database.tracked import COLUMNS

_IS_OLD = """
    (SELECT new_from IS NULL OR {article} < new_from FROM articles_changing)
    AND NOT EXISTS (
        SELECT 1 FROM articles_search_stale
        WHERE article_id = {article} AND fresh
    )
"""

_NOTE_STALE = """
    INSERT OR IGNORE INTO articles_search_stale
    SELECT
        {row}.id, 0, {row}.position, {row}.printed_precision, {row}.source_id,
        (SELECT group_concat(section_id) FROM articles_placement
         WHERE article_id = {row}.id {but}),
        {row}.headline, {row}.print_headline, {row}.byline, {row}.body,
        coalesce(
            (SELECT max(id) FROM articles_version WHERE article_id = {row}.id), 0
        )
    {source};
"""

_NOTE_CHANGE = """
    INSERT INTO articles_change (kind)
    SELECT 'direct'
    WHERE (SELECT change_id FROM articles_changing) IS NULL {condition};
"""

_CHANGE = """
    coalesce(
        (SELECT change_id FROM articles_changing),
        (SELECT max(id) FROM articles_change)
    )
"""

_OLD_SECTIONS = """
    json_object('sections', (
        SELECT json_group_array(name) FROM (
            SELECT s.name FROM articles_placement p
            JOIN articles_section s ON s.id = p.section_id
            WHERE p.article_id = {article} {but}
            ORDER BY s.name
        )
    ))
"""


def _changed(column: str) -> str:
    return f"OLD.{column} IS NOT NEW.{column}"


def _old_values(*, only_changed: bool) -> str:
    """A JSON object of the old values, as an expression."""
    rows = " UNION ALL ".join(
        f"SELECT '{column}' AS name, OLD.{column} AS value"
        + (f" WHERE {_changed(column)}" if only_changed else "")
        for column in COLUMNS
    )
    return f"(SELECT json_group_object(name, value) FROM ({rows}))"


def _article_event(old_values: str) -> str:
    return f"""
        {_NOTE_STALE.format(row="OLD", but="", source="")}
        {_NOTE_CHANGE.format(condition="")}
        INSERT INTO articles_version (article_id, change_id, old)
        SELECT OLD.id, {_CHANGE}, {old_values};
    """


def _placement_event(row: str, but: str, sections_but: str) -> str:
    """Stale and version of the article whose sections are about to be others.

    A placement whose article is already gone has nothing to note.
    """
    is_old = _IS_OLD.format(article=f"{row}.article_id")
    there = f"FROM articles_article a WHERE a.id = {row}.article_id AND {is_old}"
    old = _OLD_SECTIONS.format(article=f"{row}.article_id", but=sections_but)
    return f"""
        {_NOTE_CHANGE.format(condition=f"AND EXISTS (SELECT 1 {there})")}
        {_NOTE_STALE.format(row="a", but=but, source=there)}
        INSERT INTO articles_version (article_id, change_id, old)
        SELECT {row}.article_id, {_CHANGE}, {old} {there};
    """


TRIGGERS = {
    "articles_article_inserted": """
        CREATE TRIGGER articles_article_inserted AFTER INSERT ON articles_article
        WHEN (
            SELECT new_from IS NULL OR NEW.id < new_from FROM articles_changing
        )
        BEGIN
            INSERT OR IGNORE INTO articles_search_stale (article_id, fresh)
            VALUES (NEW.id, 1);
        END
    """,
    "articles_article_updated": f"""
        CREATE TRIGGER articles_article_updated AFTER UPDATE ON articles_article
        WHEN {" OR ".join(map(_changed, COLUMNS))}
        BEGIN
            {_article_event(_old_values(only_changed=True))}
            UPDATE articles_placement
            SET source_id = NEW.source_id, position = NEW.position
            WHERE article_id = NEW.id
            AND (source_id IS NOT NEW.source_id OR position IS NOT NEW.position);
        END
    """,
    "articles_article_deleted": f"""
        CREATE TRIGGER articles_article_deleted AFTER DELETE ON articles_article
        BEGIN
            {_article_event(_old_values(only_changed=False))}
        END
    """,
    "articles_placement_inserted": f"""
        CREATE TRIGGER articles_placement_inserted AFTER INSERT ON articles_placement
        WHEN {_IS_OLD.format(article="NEW.article_id")}
        BEGIN
            {_placement_event("NEW", "AND id <> NEW.id", "AND p.id <> NEW.id")}
        END
    """,
    "articles_placement_completed": """
        CREATE TRIGGER articles_placement_completed AFTER INSERT ON articles_placement
        WHEN (NEW.source_id, NEW.position) IS NOT (
            SELECT source_id, position FROM articles_article
            WHERE id = NEW.article_id
        )
        BEGIN
            UPDATE articles_placement
            SET (source_id, position) = (
                SELECT source_id, position FROM articles_article
                WHERE id = NEW.article_id
            )
            WHERE id = NEW.id;
        END
    """,
    "articles_placement_moved": f"""
        CREATE TRIGGER articles_placement_moved
        BEFORE UPDATE OF section_id ON articles_placement
        WHEN OLD.section_id <> NEW.section_id
        BEGIN
            {_placement_event("OLD", "", "")}
        END
    """,
    "articles_placement_deleted": f"""
        CREATE TRIGGER articles_placement_deleted BEFORE DELETE ON articles_placement
        BEGIN
            {_placement_event("OLD", "", "")}
        END
    """,
}
