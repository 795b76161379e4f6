"""`yanchao serve`: a build over HTTP, or to an assistant."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from yanchao.cli.options import lexicon, new_command, whole
from yanchao.cli.streams import OK


def add(commands: Any) -> None:
    command = new_command(
        commands,
        "serve",
        run,
        "serves a build: atlas, REST under /api/v1, a page that checks texts, MCP for assistants",
        "0 when it is ended, or 2 where the folder is no build or the port is taken",
        "yanchao serve atlas\n  yanchao serve atlas --port 0",
    )
    command.add_argument("directory", metavar="DIR", type=Path, help="a folder that `yanchao build` wrote")
    command.add_argument(
        "--host", default="127.0.0.1", help="address to listen at (default: this machine only)"
    )
    command.add_argument("--port", type=_port, default=8372, help="port, 0 for any free one (default: 8372)")
    command.add_argument(
        "--mcp-stdio",
        action="store_true",
        help="serve nothing: speak MCP over standard input and output, for an assistant that starts us itself",
    )


def run(options: argparse.Namespace) -> int:
    from yanchao.atlas.server import serve, serve_stdio

    if options.mcp_stdio:
        serve_stdio(options.directory, lexicon(options))
    else:
        serve(options.directory, options.host, options.port, lexicon(options))
    return OK


def _port(text: str) -> int:
    return whole(text, 0, 65535)
