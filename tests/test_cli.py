"""The command line contract: what goes where, and with which exit code. Scripts depend on it."""

from __future__ import annotations

import argparse
import csv
import io
import json
import os
import re
import signal
import subprocess
import sys
import zipfile
from pathlib import Path

import duckdb
import pytest

from keeping import keep, note, paper
from yanchao import __version__
from yanchao.audit.report import report_names
from yanchao.cli.main import parser
from yanchao.ledger.exports import exports
from yanchao.ledger.schema import TABLES
from yanchao.statements.outputs import outputs
from yanchao.statements.record import FIELDS

CLEAN = "2025年，全省地区生产总值14.58万亿元，增长4.5%。\n"
FAULTY = "2023年，石化行业营业收入1.9万亿元，占全省规模以上工业企业营业收入的105%。\n"
COMMANDS = (
    *("build", "extract", "check", "rule", "pack", "eval", "serve", "export"),
    *("diff", "ledger", "lsp"),
)


def run(
    *arguments: str | Path, stdin: str | bytes = "", cwd: Path | None = None
) -> subprocess.CompletedProcess[str]:
    data = stdin.encode() if isinstance(stdin, str) else stdin
    done = subprocess.run(
        [sys.executable, "-m", "yanchao", *map(str, arguments)], input=data, capture_output=True, cwd=cwd
    )
    return subprocess.CompletedProcess(done.args, done.returncode, done.stdout.decode(), done.stderr.decode())


@pytest.fixture
def clean(tmp_path: Path) -> Path:
    path = tmp_path / "clean.txt"
    path.write_text(CLEAN, encoding="utf-8")
    return path


@pytest.fixture
def faulty(tmp_path: Path) -> Path:
    path = tmp_path / "faulty.txt"
    path.write_text(FAULTY, encoding="utf-8")
    return path


def truncated_docx() -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>" * 100)
        archive.writestr("word/document.xml", "<w:document/>" * 100)
    return packed.getvalue()[:200]


BAD = {
    "missing.txt": None,
    "empty.txt": b"",
    "binary.txt": bytes(range(256)) * 40,
    "cut.docx": truncated_docx(),
    "no-archive.docx": b"this is no archive",
    "cut.pdf": b"%PDF-1.7\n1 0 obj",
}


def assert_one_line(text: str, *words: str) -> None:
    assert text.count("\n") == 1
    assert text.startswith("yanchao: ")
    assert "Traceback" not in text
    for word in words:
        assert word in text


@pytest.mark.parametrize("name", BAD)
@pytest.mark.parametrize("command", ["build", "extract", "check"])
def test_a_bad_source_is_one_line_and_the_others_are_done(
    command: str, name: str, clean: Path, tmp_path: Path
) -> None:
    bad = tmp_path / name
    if BAD[name] is not None:
        bad.write_bytes(BAD[name])
    where = ("-o", tmp_path / "atlas", "--quiet") if command == "build" else ()
    done = run(command, bad, clean, *where)
    assert_one_line(done.stderr, str(bad))
    assert done.returncode == (2 if command == "check" else 1)
    if command == "build":
        assert (tmp_path / "atlas" / "index.html").is_file()
    elif command == "extract":
        assert {json.loads(line)["document"] for line in done.stdout.splitlines()} == {str(clean)}
    else:
        assert done.stdout, "what was read is checked all the same"


def test_a_folder_without_documents_is_named(tmp_path: Path) -> None:
    (tmp_path / "nothing").mkdir()
    done = run("extract", tmp_path / "nothing")
    assert done.returncode == 1
    assert_one_line(done.stderr, "no documents")


def test_nothing_to_build_says_why_and_builds_nothing(tmp_path: Path) -> None:
    done = run("build", tmp_path / "missing.txt", "-o", tmp_path / "atlas")
    assert done.returncode == 1
    assert done.stdout == ""
    assert "missing.txt: there is no such file" in done.stderr
    assert "nothing was built" in done.stderr
    assert not (tmp_path / "atlas").exists()


def test_build_says_what_it_made_and_where_to_open_it(clean: Path, faulty: Path, tmp_path: Path) -> None:
    done = run("build", clean, faulty, "-o", tmp_path / "atlas")
    assert done.returncode == 0
    assert done.stdout == ""
    assert "2 documents" in done.stderr
    assert "of 20 clusters with figures" in done.stderr
    assert str(tmp_path / "atlas" / "index.html") in done.stderr


def test_a_table_of_ones_own_is_built_and_its_bad_rows_are_told(tmp_path: Path) -> None:
    rows = (
        "集群,地区,年份,指标,数值,单位",
        "智能机器人,广东,2024,营业收入,612.5,亿元",
        "汽车,火星,2024,营业收入,5,亿元",
    )
    mine = tmp_path / "mine.csv"
    mine.write_text("\n".join(rows), encoding="utf-8-sig")
    done = run("build", mine, "-o", tmp_path / "atlas", "--ledger-only")
    assert done.returncode == 0
    assert f"yanchao: {mine}: line 3 column 2: no place" in done.stderr
    assert "1 document, 1 statement" in done.stderr
    again = run("build", mine, "-o", tmp_path / "atlas", "--ledger-only")
    assert "line 3 column 2" in again.stderr, "it is told again where the document is taken over"
    quiet = run("build", mine, "-o", tmp_path / "atlas", "--ledger-only", "--quiet")
    assert quiet.stderr == ""
    told = run("extract", mine, "--format", "csv")
    assert told.returncode == 0
    assert "line 3 column 2" in told.stderr
    assert "612.5" not in told.stderr


def test_build_says_how_much_it_read_and_how_much_it_took_over(
    clean: Path, faulty: Path, tmp_path: Path
) -> None:
    assert "taken over" not in run("build", clean, "-o", tmp_path / "atlas").stderr
    again = run("build", clean, faulty, "-o", tmp_path / "atlas")
    assert "2 documents (1 read, 1 taken over from the build before)" in again.stderr
    assert "taken over" not in run("build", clean, faulty, "-o", tmp_path / "atlas", "--fresh").stderr


def test_a_ledger_alone_is_exported_and_becomes_a_whole_build(
    clean: Path, faulty: Path, tmp_path: Path
) -> None:
    atlas, out = tmp_path / "atlas", tmp_path / "out"
    alone = run("build", clean, faulty, "-o", atlas, "--ledger-only")
    assert alone.returncode == 0
    assert "yanchao export" in alone.stderr
    assert sorted(path.name for path in atlas.iterdir()) == [".stamps", "ledger.duckdb", "yanchao-build.json"]
    assert run("export", atlas, "--format", "parquet", "-o", out).returncode == 0
    whole = run("build", clean, faulty, "-o", atlas)
    assert "2 documents (0 read, 2 taken over" in whole.stderr
    assert (atlas / "index.html").is_file()
    for table in TABLES:
        exported, written = (folder / f"{table.name}.parquet" for folder in (out, atlas / "parquet"))
        rows = duckdb.read_parquet(str(written)).fetchall()
        assert duckdb.read_parquet(str(exported)).fetchall() == rows, table.name


def test_quiet_says_nothing(clean: Path, tmp_path: Path) -> None:
    done = run("build", clean, "-o", tmp_path / "atlas", "--quiet")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_check_is_clean_or_finds(clean: Path, faulty: Path) -> None:
    assert run("check", clean).returncode == 0
    done = run("check", faulty)
    assert done.returncode == 1
    assert "105%" in done.stdout
    assert done.stderr == ""


def test_check_writes_json_with_the_keys_of_the_contract(faulty: Path) -> None:
    done = run("check", faulty, "--format", "json")
    findings = json.loads(done.stdout)
    wanted = {"document", "start", "end", "rule", "severity", "message", "suggest", "related"}
    assert findings
    for finding in findings:
        assert wanted <= set(finding)
        assert finding["document"] == str(faulty)
    assert "105%" in {FAULTY[finding["start"] : finding["end"]] for finding in findings}


def test_check_shows_what_was_checked_figure_by_figure(faulty: Path) -> None:
    text = run("check", faulty, "--coverage", "--lang", "en")
    assert text.returncode == 1
    assert "Relations that each rule tested:" in text.stdout
    told = json.loads(run("check", faulty, "--coverage", "--format", "json", "--quiet").stdout)
    assert [one["document"] for one in told["coverage"]] == [str(faulty)]
    unable = run("check", faulty, "--coverage", "--format", "github")
    assert unable.returncode == 2
    assert_one_line(unable.stderr, "no place for what was checked")


@pytest.mark.parametrize("format", ["json", "sarif", "github"])
def test_a_format_for_programs_leaves_the_tally_to_standard_error(faulty: Path, format: str) -> None:
    assert_one_line(run("check", faulty, "--format", format).stderr, "没有报错不等于正确")
    assert run("check", faulty, "--format", format, "--quiet").stderr == ""


def test_check_holds_a_draft_against_an_earlier_build(clean: Path, tmp_path: Path) -> None:
    (tmp_path / "kept.txt").write_text("2023年，广东陶瓷产业营业收入512.3亿元。", encoding="utf-8")
    (tmp_path / "draft.txt").write_text("2023年，广东陶瓷产业营业收入5123亿元。", encoding="utf-8")
    assert run("build", tmp_path / "kept.txt", "-o", tmp_path / "atlas", "--quiet").returncode == 0
    assert run("check", tmp_path / "draft.txt").returncode == 0
    done = run("check", tmp_path / "draft.txt", "--against", tmp_path / "atlas")
    assert done.returncode == 1
    assert "YC204 ledger-mismatch" in done.stdout
    assert "应为: 512.3亿元" in done.stdout
    nowhere = run("check", clean, "--against", tmp_path)
    assert nowhere.returncode == 2
    assert_one_line(nowhere.stderr, "holds no ledger.duckdb")


def test_rules_can_be_chosen_and_ignored(faulty: Path) -> None:
    codes = {finding["rule"] for finding in json.loads(run("check", faulty, "--format", "json").stdout)}
    ignored = run("check", faulty, "--ignore", ",".join(codes))
    assert ignored.returncode == 0
    unknown = run("check", faulty, "--select", "YC999")
    assert unknown.returncode == 2
    assert_one_line(unknown.stderr, "YC999")


def test_findings_speak_the_language_asked_for(faulty: Path) -> None:
    chinese, english = run("check", faulty, "--lang", "zh"), run("check", faulty, "--lang", "en")
    assert chinese.returncode == english.returncode == 1
    assert chinese.stdout != english.stdout


@pytest.mark.parametrize("command", ["extract", "check"])
def test_a_dash_is_standard_input(command: str) -> None:
    done = run(command, "-", "--format", "jsonl" if command == "extract" else "json", stdin=FAULTY)
    assert done.returncode == (0 if command == "extract" else 1)
    found = (
        [json.loads(line) for line in done.stdout.splitlines()]
        if command == "extract"
        else json.loads(done.stdout)
    )
    assert {each["document"] for each in found} == {"-"}


def test_extract_writes_json_lines_with_the_keys_of_the_guide(clean: Path) -> None:
    done = run("extract", clean)
    records = [json.loads(line) for line in done.stdout.splitlines()]
    assert {CLEAN[record["start"] : record["end"]] for record in records} == {"14.58万亿元", "4.5%"}
    for record in records:
        assert tuple(record) == ("document", *FIELDS)
        assert record["document"] == str(clean)
    assert {record["value"] for record in records} == {14580000000000, 0.045}


def test_every_format_of_extract_holds_every_statement(clean: Path, faulty: Path, tmp_path: Path) -> None:
    import duckdb

    count = len(run("extract", clean, faulty).stdout.splitlines())
    table = run("extract", clean, faulty, "--format", "table").stdout
    assert sum(int(line.split()[0]) for line in table.splitlines() if line.endswith("statements")) == count
    text = run("extract", clean, faulty, "--format", "csv").stdout
    assert text.startswith("\ufeff")
    assert len(list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))) == count
    out = tmp_path / "figures.parquet"
    assert run("extract", clean, faulty, "--format", "parquet", "-o", out).returncode == 0
    columns = [name for name, *_ in duckdb.sql(f"DESCRIBE SELECT * FROM '{out}'").fetchall()]
    assert columns == ["document", *FIELDS]
    assert duckdb.sql(f"SELECT count(*) FROM '{out}'").fetchall() == [(count,)]
    assert set(outputs()) == {"jsonl", "csv", "parquet", "table"}


def test_explain_tells_what_gave_each_field_of_the_figures_that_are_asked_for(clean: Path) -> None:
    everything = run("extract", "--explain", clean)
    assert everything.returncode == 0
    assert everything.stdout == run("extract", clean, "--explain").stdout
    figures = [
        json.loads(line)
        for line in run("extract", clean, "--explain", "--format", "jsonl").stdout.splitlines()
    ]
    assert [figure["figure"] for figure in figures] == list(range(1, len(figures) + 1))
    first = figures[0]
    chosen = [
        run("extract", clean, "--figure", "1").stdout,
        run("extract", clean, "--at", first["start"]).stdout,
        run("extract", clean, "--explain", first["text"], "--figure", "1").stdout,
    ]
    assert set(chosen) == {chosen[0]}
    assert everything.stdout.startswith(chosen[0])
    assert "confidence" in run("extract", clean, "--figure", "1", "--lang", "en").stdout


def test_a_figure_that_is_not_there_leaves_no_file(clean: Path, tmp_path: Path) -> None:
    done = run("extract", clean, "--explain", "no such words", "-o", tmp_path / "why.txt")
    assert done.returncode == 2
    assert_one_line(done.stderr, "no such words")
    assert not (tmp_path / "why.txt").exists()


def test_several_jobs_give_the_same_lines(clean: Path, faulty: Path) -> None:
    one, two = run("extract", clean, faulty), run("extract", clean, faulty, "--jobs", "2")
    assert one.stdout == two.stdout


def test_a_source_name_cannot_write_to_the_terminal(tmp_path: Path) -> None:
    done = run("extract", tmp_path / "a\x1b[31mred\nyanchao: forged.txt")
    assert_one_line(done.stderr)
    assert "\x1b" not in done.stderr


def test_rules_are_listed_and_explained() -> None:
    listed = run("rule")
    assert listed.returncode == 0
    code = listed.stdout.split()[0]
    explained = run("rule", code)
    assert explained.returncode == 0
    assert code in explained.stdout
    unknown = run("rule", "YC999")
    assert unknown.returncode == 2
    assert_one_line(unknown.stderr, "YC999")


@pytest.mark.parametrize("name", ["csv", "xlsx", "sdmx-csv", "parquet", "frictionless"])
def test_export_writes_what_is_asked_for(name: str, tmp_path: Path) -> None:
    done = run("export", keep(tmp_path / "atlas"), "--format", name, "-o", tmp_path / "out")
    assert done.returncode == 0
    assert done.stdout == ""
    assert (tmp_path / "out").exists()


def test_diff_tells_what_changed_to_people_and_to_machines(clean: Path, faulty: Path, tmp_path: Path) -> None:
    old, new = tmp_path / "old", tmp_path / "new"
    run("build", clean, "-o", old, "--ledger-only")
    run("build", clean, faulty, "-o", new, "--ledger-only")
    text = run("diff", old, new)
    assert text.returncode == 0
    assert "新增的数字" in text.stdout
    assert f"{faulty.name}: YC101" in text.stdout
    assert "Newly found wrong (1)" in run("diff", old, new, "--lang", "en").stdout
    told = json.loads(run("diff", old, new, "--format", "json").stdout)
    assert [item["uri"] for item in told["added"]["items"]] == [str(faulty)]
    assert told["found_wrong"]["total"] == 1
    assert run("diff", new, new / "nothing").returncode == 2


def test_diff_of_builds_that_say_the_same_says_so(clean: Path, tmp_path: Path) -> None:
    for name in ("old", "new"):
        run("build", clean, "-o", tmp_path / name, "--ledger-only")
    assert "没有变化" in run("diff", tmp_path / "old", tmp_path / "new").stdout


def test_export_to_a_dash_is_standard_output(tmp_path: Path) -> None:
    atlas = keep(tmp_path / "atlas")
    done = run("export", atlas, "--format", "csv", "-o", "-", cwd=tmp_path)
    assert done.returncode == 0
    assert len(list(csv.DictReader(io.StringIO(done.stdout)))) == 3
    folder = run("export", atlas, "--format", "parquet", "-o", "-", cwd=tmp_path)
    assert folder.returncode == 2
    assert_one_line(folder.stderr, "folder")
    assert [path.name for path in tmp_path.iterdir()] == ["atlas"]


@pytest.mark.parametrize("out", ["-", "then.csv"])
def test_export_as_of_a_day_leaves_out_what_was_not_known_and_counts_what_has_no_day(
    out: str, tmp_path: Path
) -> None:
    atlas = keep(tmp_path / "atlas", [paper(), note()])

    def known(day: str) -> list[str]:
        done = run("export", atlas, "--format", "csv", "--as-of", day, "-o", out, cwd=tmp_path)
        assert done.returncode == 0
        assert "left out for want of a date: 1 document\n" in done.stderr
        text = done.stdout if out == "-" else (tmp_path / out).read_text(encoding="utf-8-sig")
        return [row["document"] for row in csv.DictReader(io.StringIO(text))]

    assert known("2025-02-04") == []
    assert set(known("2025-02-05")) == {"dir/paper.pdf"}


USAGE = {
    "a build to standard output": ("build", "x.txt", "-o", "-"),
    "no command": (),
    "unknown command": ("forecast",),
    "no source": ("check",),
    "no output": ("build", "x.txt"),
    "unknown option": ("check", "x.txt", "--fix-everything"),
    "unknown format": ("check", "x.txt", "--format", "pdf"),
    "unknown extract format": ("extract", "x.txt", "--format", "pdf"),
    "unknown export format": ("export", ".", "--format", "pdf", "-o", "x"),
    "no day": ("export", ".", "--format", "csv", "--as-of", "2024-02-30", "-o", "x"),
    "no build": ("export", ".", "--format", "csv", "-o", "x"),
    "nothing to serve": ("serve", "."),
    "no port": ("serve", ".", "--port", "eighty"),
    "no jobs": ("extract", "x.txt", "--jobs", "0"),
    "no pack": ("extract", "x.txt", "--pack", "no-such-pack"),
    "explained as a table": ("extract", "x.txt", "--explain", "--format", "csv"),
    "nothing to explain": ("extract",),
    "no such figure": ("extract", "x.txt", "--figure", "99"),
    "no figure at a place": ("extract", "x.txt", "--at", "0"),
    "no place": ("extract", "x.txt", "--at", "here"),
    "no labels": ("eval", "no-such-folder", "--corpus", "no-such-folder"),
}


@pytest.mark.parametrize("case", USAGE)
def test_a_wrong_request_is_one_line_and_exit_code_two(case: str, tmp_path: Path) -> None:
    (tmp_path / "x.txt").write_text(CLEAN, encoding="utf-8")
    done = run(*USAGE[case], cwd=tmp_path)
    assert done.returncode == 2
    assert done.stdout == ""
    assert_one_line(done.stderr)


def test_build_does_not_touch_a_folder_that_is_no_build(clean: Path, tmp_path: Path) -> None:
    done = run("build", clean, "-o", tmp_path)
    assert done.returncode == 2
    assert_one_line(done.stderr, "no earlier build")
    assert [path.name for path in tmp_path.iterdir()] == ["clean.txt"]


def test_a_reader_that_goes_away_is_no_error_message(tmp_path: Path) -> None:
    long = tmp_path / "long.txt"
    long.write_text(CLEAN * 3000, encoding="utf-8")
    process = subprocess.Popen(
        [sys.executable, "-m", "yanchao", "extract", str(long)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.readline()
    process.stdout.close()
    message = process.stderr.read()
    process.stderr.close()
    assert process.wait() == 141
    assert message == b""


@pytest.mark.parametrize(("sent", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_an_interrupted_command_ends_quietly(sent: signal.Signals, code: int) -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "yanchao", "extract", "-"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
    )
    assert process.stdin is not None
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdin.write(CLEAN.encode())
    process.stdin.flush()
    wait_until_reading(process.pid)
    process.send_signal(sent)
    assert process.wait() == code
    assert process.stderr.read() == b""
    for pipe in (process.stdin, process.stdout, process.stderr):
        pipe.close()


def wait_until_reading(process: int) -> None:
    """Wait until a process sleeps on its standard input, which is after its start."""
    import time

    for _ in range(200):
        try:
            where = Path(f"/proc/{process}/wchan").read_text()
        except OSError:
            time.sleep(1)
            return
        if "pipe" in where:
            return
        time.sleep(0.05)


def test_version_and_help() -> None:
    assert run("--version").stdout == f"yanchao {__version__}\n"
    text = run("--help").stdout
    for command in COMMANDS:
        assert command in text
        assert run(command, "--help").returncode == 0


def subcommands() -> dict[str, argparse.ArgumentParser]:
    (choice,) = (it for it in parser()._actions if isinstance(it, argparse._SubParsersAction))
    return dict(choice.choices)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_option_is_explained_and_every_command_has_an_example(command: str) -> None:
    its_parser = subcommands()[command]
    assert f"yanchao {command}" in str(its_parser.epilog)
    helps = [action.help for action in its_parser._actions]
    assert all(helps)
    assert len(set(helps)) == len(helps)
    options = {option for action in its_parser._actions for option in action.option_strings}
    assert {"--pack", "--quiet", "--lang"} <= options


@pytest.mark.parametrize(
    ("command", "names"),
    [("extract", set(outputs())), ("check", set(report_names())), ("export", set(exports()))],
)
def test_the_help_names_exactly_the_formats_that_are_there(command: str, names: set[str]) -> None:
    (action,) = (it for it in subcommands()[command]._actions if it.dest == "format")
    named = re.sub(r"\(default\)|,|\bor\b", " ", str(action.help)).split()
    assert set(named) == names


def test_the_commands_are_those_of_the_contract() -> None:
    assert set(subcommands()) >= set(COMMANDS)


@pytest.mark.parametrize("arguments", [("--help",), ("--version",), ("check", "-")])
def test_heavy_libraries_stay_out_of_a_quick_start(arguments: tuple[str, ...]) -> None:
    heavy = ("duckdb", "fastapi", "jinja2", "lets_plot", "pypdfium2", "docx", "lxml", "httpx", "xlsxwriter")
    code = (
        "import sys\n"
        "from yanchao.cli.main import main\n"
        "try:\n    main(sys.argv[1:])\nexcept SystemExit:\n    pass\n"
        f"print(sorted(set({heavy!r}) & set(sys.modules)), file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments],
        input=CLEAN.encode(),
        capture_output=True,
        env={**os.environ},
    )
    assert done.stderr.decode().strip() == "[]"


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="no limits on file sizes here")
def test_a_full_disk_is_one_line_and_leaves_the_earlier_build(
    clean: Path, faulty: Path, tmp_path: Path
) -> None:
    assert run("build", clean, "-o", tmp_path / "atlas", "--quiet").returncode == 0
    before = sorted(path.name for path in (tmp_path / "atlas").rglob("*"))
    import resource

    def files_stay_small() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)  # then writing fails, as it does on a full disk
        resource.setrlimit(resource.RLIMIT_FSIZE, (400_000, 400_000))

    arguments = ["build", str(clean), str(faulty), "-o", str(tmp_path / "atlas")]
    done = subprocess.run(
        [sys.executable, "-m", "yanchao", *arguments], capture_output=True, preexec_fn=files_stay_small
    )
    assert done.returncode == 2
    assert_one_line(done.stderr.decode(), f"{tmp_path / 'atlas'}", "cannot be written")
    assert sorted(path.name for path in (tmp_path / "atlas").rglob("*")) == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["atlas", "clean.txt", "faulty.txt"]
