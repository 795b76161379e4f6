"""yanchao in someone's repository: the hooks of pre-commit and the GitHub Action, run here as those run them."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from yanchao.cli.main import parser
from yanchao.documents.registry import known_suffixes

CHECKOUT = Path(__file__).resolve().parent.parent
HOOKS: list[dict[str, Any]] = yaml.safe_load(
    (CHECKOUT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8")
)
ACTION: dict[str, Any] = yaml.safe_load((CHECKOUT / "action.yml").read_text(encoding="utf-8"))
DOCUMENTED = (CHECKOUT / "docs" / "projects.md").read_text(encoding="utf-8")

WRONG = "全省自来水普及率超95%以上。\n"
RIGHT = "全省自来水普及率95%以上。\n"


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A git repository with two texts staged, one wrong and one right, and a wrong one that is no text."""
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "wrong one.txt").write_text(WRONG, encoding="utf-8")
    (tmp_path / "texts" / "right.md").write_text(RIGHT, encoding="utf-8")
    (tmp_path / "texts" / "wrong.py").write_text(WRONG, encoding="utf-8")
    subprocess.run(["git", "init", "-q", "."], cwd=tmp_path, check=True)
    subprocess.run(["git", "add", "-A"], cwd=tmp_path, check=True)
    return tmp_path


def environment(**more: str) -> dict[str, str]:
    """The one of this process, with `yanchao` on the path as an installation puts it there."""
    return os.environ | {"PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"} | more


def committed(repository: Path, hook: dict[str, Any]) -> subprocess.CompletedProcess[str]:
    """What pre-commit does with a hook: its entry, with the staged files that its pattern takes."""
    staged = subprocess.run(
        ["git", "diff", "--staged", "--name-only", "-z", "--diff-filter=ACMRTUXB"],
        cwd=repository,
        check=True,
        capture_output=True,
        text=True,
    )
    names = [name for name in staged.stdout.split("\0") if name and re.search(hook["files"], name)]
    return subprocess.run(
        [*shlex.split(hook["entry"]), *hook.get("args", []), *names],
        cwd=repository,
        check=False,
        capture_output=True,
        text=True,
        encoding="utf-8",
        env=environment(),
    )


@pytest.mark.parametrize("hook", HOOKS, ids=lambda hook: hook["id"])
def test_a_hook_is_whole_and_documented(hook: dict[str, Any]) -> None:
    assert hook.keys() == {
        "id",
        "name",
        "description",
        "entry",
        "language",
        "types",
        "files",
        "require_serial",
    }
    assert f"id: {hook['id']}\n" in DOCUMENTED
    program, *arguments = shlex.split(hook["entry"])
    assert program == "yanchao"
    assert parser().parse_args([*arguments, "draft.txt"]).sources == ["draft.txt"]


@pytest.mark.parametrize("hook", HOOKS, ids=lambda hook: hook["id"])
def test_a_hook_takes_every_kind_of_file_that_is_read(hook: dict[str, Any]) -> None:
    for suffix in known_suffixes():
        assert re.search(hook["files"], f"texts/a{suffix}"), f"{hook['id']} passes over {suffix}"
    assert not re.search(hook["files"], "texts/a.py")


def test_the_hook_stops_a_commit_with_a_wrong_figure(repository: Path) -> None:
    run = committed(repository, HOOKS[0])
    assert run.returncode == 1
    assert "texts/wrong one.txt:1:9" in run.stdout
    assert "wrong.py" not in run.stdout
    (repository / "texts" / "wrong one.txt").write_text(RIGHT, encoding="utf-8")
    assert committed(repository, HOOKS[0]).returncode == 0


def test_the_mending_hook_mends_it(repository: Path) -> None:
    run = committed(repository, HOOKS[1])
    assert run.returncode == 0
    assert (repository / "texts" / "wrong one.txt").read_text(encoding="utf-8") == RIGHT
    assert (repository / "texts" / "wrong.py").read_text(encoding="utf-8") == WRONG


def checked(repository: Path, **inputs: str) -> subprocess.CompletedProcess[str]:
    """The last step of the action, run as a runner runs it."""
    step = ACTION["runs"]["steps"][-1]
    given = {name: one["default"] for name, one in ACTION["inputs"].items()} | inputs
    variables = {
        name: re.sub(r"\$\{\{ inputs\.([\w-]+) \}\}", lambda found: given[found[1]], value)
        for name, value in step["env"].items()
    }
    return subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]],
        cwd=repository,
        check=False,
        capture_output=True,
        text=True,
        encoding="utf-8",
        env=environment(**variables),
    )


def test_the_action_is_whole_and_its_inputs_documented() -> None:
    assert ACTION["runs"]["using"] == "composite"
    for name, one in ACTION["inputs"].items():
        assert one.keys() == {"description", "default"}
        assert f"`{name}`" in DOCUMENTED
    for step in ACTION["runs"]["steps"]:
        assert ("uses" in step) != ("run" in step)
        assert "${{" not in step.get("run", ""), (
            "what a workflow passes in must not become a part of the script"
        )
        assert "run" not in step or step["shell"] == "bash"


def test_the_action_annotates_the_lines_and_fails(repository: Path) -> None:
    run = checked(repository)
    assert run.returncode == 1
    assert run.stdout.startswith("::error file=texts/wrong one.txt,line=1,endLine=1,col=9")
    assert run.stdout.count("\n") == 1


def test_the_action_takes_sources_and_arguments_as_they_are(repository: Path) -> None:
    assert checked(repository, sources="texts/right.md\n").returncode == 0
    assert checked(repository, sources="texts/right.md\ntexts/wrong one.txt\n").returncode == 1
    assert checked(repository, arguments="--ignore YC301").returncode == 0
    hostile = checked(repository, sources="$(touch taken); `touch taken`")
    assert hostile.returncode == 2
    assert not (repository / "taken").exists()


def test_the_action_writes_sarif_too(repository: Path) -> None:
    run = checked(repository, sarif="found.sarif", sources="texts")
    assert run.returncode == 1
    assert '"version": "2.1.0"' in (repository / "found.sarif").read_text(encoding="utf-8")
    unreadable = checked(repository, sarif="found.sarif", sources="none.txt")
    assert unreadable.returncode == 2


@pytest.mark.parametrize("example", re.findall(r"^```yaml\n(.*?)^```", DOCUMENTED, re.MULTILINE | re.DOTALL))
def test_every_example_of_the_documentation_is_yaml(example: str) -> None:
    assert isinstance(yaml.safe_load(example), dict)
