"""History, staleness and copied columns in PostgreSQL: what no road can go around."""

from __future__ import annotations

from articles.database.tracked import COLUMNS

_NAMES = ", ".join(f"'{column}'" for column in COLUMNS)

FUNCTIONS = (
    # Who writes: the change of this transaction, or one made for direct SQL.
    """
    CREATE OR REPLACE FUNCTION articles_change_now() RETURNS bigint
    LANGUAGE plpgsql AS $$
    DECLARE
        found bigint := nullif(current_setting('newsroom.change', true), '')::bigint;
    BEGIN
        IF found IS NULL THEN
            INSERT INTO articles_change (kind) VALUES ('direct')
            RETURNING id INTO found;
        END IF;
        RETURN found;
    END $$
    """,
    """
    CREATE OR REPLACE FUNCTION articles_is_new(article bigint) RETURNS boolean
    LANGUAGE sql STABLE AS $$
        SELECT article >= coalesce(
            nullif(current_setting('newsroom.new_from', true), '')::bigint,
            9223372036854775807
        )
    $$
    """,
    """
    CREATE OR REPLACE FUNCTION articles_note_stale(a articles_article, without bigint)
    RETURNS void LANGUAGE sql AS $$
        INSERT INTO articles_search_stale
        SELECT
            a.id, false, a.position, a.printed_precision, a.source_id,
            (SELECT string_agg(section_id::text, ',') FROM articles_placement
             WHERE article_id = a.id AND id IS DISTINCT FROM without),
            a.headline, a.print_headline, a.byline, a.body,
            coalesce(
                (SELECT max(id) FROM articles_version WHERE article_id = a.id), 0
            )
        ON CONFLICT DO NOTHING
    $$
    """,
    """
    CREATE OR REPLACE FUNCTION articles_article_inserted() RETURNS trigger
    LANGUAGE plpgsql AS $$
    BEGIN
        IF NOT articles_is_new(NEW.id) THEN
            INSERT INTO articles_search_stale (article_id, fresh) VALUES (NEW.id, true)
            ON CONFLICT DO NOTHING;
        END IF;
        RETURN NULL;
    END $$
    """,
    f"""
    CREATE OR REPLACE FUNCTION articles_article_updated() RETURNS trigger
    LANGUAGE plpgsql AS $$
    DECLARE
        changed jsonb;
    BEGIN
        SELECT jsonb_object_agg(o.key, o.value) INTO changed
        FROM jsonb_each(to_jsonb(OLD)) o
        WHERE o.key IN ({_NAMES})
        AND o.value IS DISTINCT FROM to_jsonb(NEW) -> o.key;
        IF changed IS NULL THEN
            RETURN NULL;
        END IF;
        PERFORM articles_note_stale(OLD, NULL);
        INSERT INTO articles_version (article_id, change_id, old)
        VALUES (OLD.id, articles_change_now(), changed);
        UPDATE articles_placement
        SET source_id = NEW.source_id, position = NEW.position
        WHERE article_id = NEW.id
        AND (source_id IS DISTINCT FROM NEW.source_id
             OR position IS DISTINCT FROM NEW.position);
        RETURN NULL;
    END $$
    """,
    f"""
    CREATE OR REPLACE FUNCTION articles_article_deleted() RETURNS trigger
    LANGUAGE plpgsql AS $$
    BEGIN
        PERFORM articles_note_stale(OLD, NULL);
        INSERT INTO articles_version (article_id, change_id, old)
        SELECT OLD.id, articles_change_now(), jsonb_object_agg(o.key, o.value)
        FROM jsonb_each(to_jsonb(OLD)) o WHERE o.key IN ({_NAMES});
        RETURN NULL;
    END $$
    """,
    # `without` is the placement that is being added, and so is not an old section.
    """
    CREATE OR REPLACE FUNCTION articles_note_sections(article bigint, without bigint)
    RETURNS void LANGUAGE plpgsql AS $$
    BEGIN
        IF articles_is_new(article) OR EXISTS (
            SELECT 1 FROM articles_search_stale WHERE article_id = article AND fresh
        ) THEN
            RETURN;
        END IF;
        PERFORM articles_note_stale(a, without)
        FROM articles_article a WHERE a.id = article;
        IF NOT FOUND THEN
            RETURN;
        END IF;
        INSERT INTO articles_version (article_id, change_id, old)
        SELECT article, articles_change_now(), jsonb_build_object(
            'sections', coalesce(jsonb_agg(s.name ORDER BY s.name), '[]')
        )
        FROM articles_placement p JOIN articles_section s ON s.id = p.section_id
        WHERE p.article_id = article AND p.id IS DISTINCT FROM without;
    END $$
    """,
    """
    CREATE OR REPLACE FUNCTION articles_placement_inserted() RETURNS trigger
    LANGUAGE plpgsql AS $$
    BEGIN
        PERFORM articles_note_sections(NEW.article_id, NEW.id);
        UPDATE articles_placement p
        SET source_id = a.source_id, position = a.position
        FROM articles_article a
        WHERE p.id = NEW.id AND a.id = NEW.article_id
        AND (p.source_id IS DISTINCT FROM a.source_id
             OR p.position IS DISTINCT FROM a.position);
        RETURN NULL;
    END $$
    """,
    """
    CREATE OR REPLACE FUNCTION articles_placement_changing() RETURNS trigger
    LANGUAGE plpgsql AS $$
    BEGIN
        PERFORM articles_note_sections(OLD.article_id, NULL);
        IF TG_OP = 'DELETE' THEN
            RETURN OLD;
        END IF;
        RETURN NEW;
    END $$
    """,
)

TRIGGERS = {
    "articles_article_inserted": """
        CREATE TRIGGER articles_article_inserted AFTER INSERT
        ON articles_article FOR EACH ROW
        EXECUTE FUNCTION articles_article_inserted()
    """,
    "articles_article_updated": """
        CREATE TRIGGER articles_article_updated AFTER UPDATE
        ON articles_article FOR EACH ROW
        EXECUTE FUNCTION articles_article_updated()
    """,
    "articles_article_deleted": """
        CREATE TRIGGER articles_article_deleted AFTER DELETE
        ON articles_article FOR EACH ROW
        EXECUTE FUNCTION articles_article_deleted()
    """,
    "articles_placement_inserted": """
        CREATE TRIGGER articles_placement_inserted AFTER INSERT
        ON articles_placement FOR EACH ROW
        EXECUTE FUNCTION articles_placement_inserted()
    """,
    "articles_placement_moved": """
        CREATE TRIGGER articles_placement_moved BEFORE UPDATE OF section_id
        ON articles_placement FOR EACH ROW
        WHEN (OLD.section_id <> NEW.section_id)
        EXECUTE FUNCTION articles_placement_changing()
    """,
    "articles_placement_deleted": """
        CREATE TRIGGER articles_placement_deleted BEFORE DELETE
        ON articles_placement FOR EACH ROW
        EXECUTE FUNCTION articles_placement_changing()
    """,
}
