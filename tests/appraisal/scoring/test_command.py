"""`manage.py score FILE.json`: what is answered to people and to programs, and what is said of a file that is none."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.management import call_command

from appraisal.scoring import loading, score
from tests.appraisal.scoring.documents import document, judged, points, subject

ROOT = Path(__file__).parents[3]
RAW = document([judged("1", "100")], subject("甲", {"1": points("88.5")}), subject("乙", {"1": points(90)}))


@pytest.fixture
def written(tmp_path):
    def write(content: str | bytes) -> Path:
        path = tmp_path / "方案.json"
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return write


def refused(capsys, path) -> list[str]:
    with pytest.raises(SystemExit) as left:
        call_command("score", str(path))
    told = capsys.readouterr()
    assert (left.value.code, told.out) == (1, "")
    return told.err.splitlines()


def test_it_prints_a_table_with_the_highest_first(written, capsys):
    call_command("score", str(written(json.dumps(RAW))))
    told = capsys.readouterr().out.splitlines()
    assert told[3].split() == ["名次", "对象", "总分", "指标", "加分", "减分", "等次"]
    assert [line.split()[:3] for line in told[4:6]] == [["1", "乙", "90"], ["2", "甲", "88.5"]]


def test_with_json_it_prints_what_the_engine_answers(written, capsys):
    call_command("score", str(written(json.dumps(RAW))), json=True)
    assert json.loads(capsys.readouterr().out) == score(RAW)


def test_each_fault_is_a_line_with_its_place(written, capsys):
    wrong = document([judged("1", "60"), judged("2", "30")], subject("甲", {"9": {}}))
    assert refused(capsys, written(json.dumps(wrong))) == [
        "方案：各项分值之和应为 100（方案满分），现为 60 + 30 = 90",
        "对象 甲：数据里的「9」不是本对象的计分指标",
    ]


def test_a_file_that_is_none_is_told_in_a_sentence(written, tmp_path, capsys, monkeypatch):
    assert refused(capsys, tmp_path / "无.json")[0].startswith("打不开文件")
    assert refused(capsys, tmp_path)[0].startswith("打不开文件")
    assert refused(capsys, written("方案")) == ["文件不是 JSON：第 1 行第 1 个字符处读不下去"]
    assert refused(capsys, written("方案".encode("gb18030"))) == ["文件不是 UTF-8 编码的文字，请另存为 UTF-8"]
    monkeypatch.setattr(loading, "MOST", 10)
    assert refused(capsys, written(json.dumps(RAW)))[0].startswith("文件太大")


def test_a_mark_before_the_text_does_no_harm(written, capsys):
    call_command("score", str(written(b"\xef\xbb\xbf" + json.dumps(RAW).encode())), json=True)
    assert json.loads(capsys.readouterr().out)["subjects"][1]["rank"] == 1


@pytest.mark.slow
def test_it_needs_no_database(written):
    found = subprocess.run(
        [sys.executable, "manage.py", "score", str(written(json.dumps(RAW))), "--json"],
        cwd=ROOT,
        env={**os.environ, "DATABASE_URL": "postgres://nobody:none@127.0.0.1:1/none", "PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert json.loads(found.stdout) == score(RAW)


def test_the_engine_imports_neither_django_nor_the_house():
    told = "import sys, appraisal.scoring; print(*sorted({name.partition('.')[0] for name in sys.modules}))"
    found = subprocess.run([sys.executable, "-c", told], cwd=ROOT, capture_output=True, text=True, check=True)
    assert not {"django", "bureau", "psycopg", "directives"} & set(found.stdout.split())
