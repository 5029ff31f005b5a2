"""Whether the archive can serve: what stands in the way, in words."""

from __future__ import annotations

from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor

from articles.database.install import missing


def unready() -> list[str]:
    """What must be done before pages can be served; nothing when all is well."""
    try:
        connection.ensure_connection()
        executor = MigrationExecutor(connection)
        plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
        if plan:
            return ["Migrations are not applied: run `python manage.py migrate`."]
        return [f"The trigger {name} is missing: run migrate." for name in missing()]
    except DatabaseError:
        return ["The database does not answer."]
