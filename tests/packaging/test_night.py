"""What starts the nightly upload by itself says words that the program knows."""

import configparser
import shlex
from pathlib import Path
from xml.etree import ElementTree

from app.cli.arguments import parser
from app.settings import NightSettings

UNITS = Path("packaging/systemd")
TASK = Path("packaging/windows/membertill-night.xml")
NAMES = {"t": "http://schemas.microsoft.com/windows/2004/02/mit/task"}


def unit(name: str) -> configparser.ConfigParser:
    read = configparser.ConfigParser(interpolation=None)
    read.optionxform = str  # type: ignore[assignment, method-assign] # their names have capitals
    read.read(UNITS / name, encoding="utf-8")
    return read


def assert_is_the_nightly_command(words: list[str]) -> None:
    asked = parser().parse_args(words)
    assert (asked.command, asked.nightly) == ("sync", True)


def test_the_service_says_words_that_the_program_knows() -> None:
    env, program, *words = shlex.split(unit("membertill-night.service")["Service"]["ExecStart"])
    assert (env, program) == ("/usr/bin/env", "membertill")
    assert_is_the_nightly_command(words)


def test_the_timer_begins_with_the_window_and_makes_up_for_a_missed_night() -> None:
    timer = unit("membertill-night.timer")["Timer"]
    assert timer["OnCalendar"] == f"*-*-* {NightSettings().begins}:00"
    assert timer["Persistent"] == "true"


def test_the_task_of_windows_does_the_same() -> None:
    task = ElementTree.parse(TASK).getroot()
    command = task.findtext("t:Actions/t:Exec/t:Arguments", "", NAMES)
    assert_is_the_nightly_command(command.split())
    assert task.findtext("t:Settings/t:StartWhenAvailable", "", NAMES) == "true"
    assert task.findtext("t:Settings/t:MultipleInstancesPolicy", "", NAMES) == "IgnoreNew"
    begins = task.findtext("t:Triggers/t:CalendarTrigger/t:StartBoundary", "", NAMES)
    assert begins.endswith(f"T{NightSettings().begins}:00")
