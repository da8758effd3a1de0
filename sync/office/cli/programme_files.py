"""`programme`: look at a programme file before it is used; write the schema and the page about the format."""

import argparse
import sys
import tomllib
from collections.abc import Callable, Mapping
from pathlib import Path

from app.domain.programme.file import ProgrammeFileError, read_programme, remarks_on_file, tell
from app.domain.programme.model import name_in


def resources_dir() -> Path:
    """The product's folder of words and schemas; inside the bundle in a frozen build."""
    bundle = getattr(sys, "_MEIPASS", None)
    return (Path(bundle) if bundle else Path(__file__).resolve().parents[3]) / "resources"


def add_tasks(add: Callable[..., argparse.ArgumentParser]) -> None:
    """The tasks of `membertill-office programme`; `add` takes name, command and help."""
    checked = add("check", check, "tell every mistake of a programme file, with its line and the nearest right word")
    checked.add_argument("file", type=Path)
    checked.add_argument("--language", choices=("zh_CN", "en"), default="zh_CN", help="default: %(default)s")
    add("schema", schema, "print the JSON Schema for editors")
    add("page", page, "print the page about the format (Markdown)")


def check(arguments: argparse.Namespace) -> int:
    """Every mistake of a file with its line; exit status 1 where there is one."""
    words = _words(arguments.language)
    try:
        text = arguments.file.read_text(encoding="utf-8")
        programme = read_programme(text)
    except (OSError, UnicodeDecodeError) as error:
        print(error, file=sys.stderr)
        return 2
    except ProgrammeFileError as error:
        for fault in error.faults:
            print(tell(fault, words))
        print(words["fault.count_of_faults"].format(file=arguments.file, count=len(error.faults)), file=sys.stderr)
        return 1
    remarks = remarks_on_file(text)
    if remarks:
        print("\n".join([words["fault.remarks"], *(tell(remark, words) for remark in remarks)]))
    name = name_in(programme.names, arguments.language)
    version, day = programme.version, programme.effective_from
    print(words["fault.fine"].format(file=arguments.file, name=name, version=version, day=day))
    return 0


def schema(_arguments: argparse.Namespace) -> int:
    """The JSON Schema for editors."""
    from app.domain.programme.file.schema import schema_text

    print(schema_text(), end="")
    return 0


def page(_arguments: argparse.Namespace) -> int:
    """`docs/programme-format.md`."""
    from app.domain.programme.file.page import format_page

    folder = resources_dir() / "schemas"
    introduction, example = (
        (folder / name).read_text(encoding="utf-8") for name in ("introduction.md", "example.toml")
    )
    print(format_page(introduction, example), end="")
    return 0


def _words(language: str) -> Mapping[str, str]:
    """The words about files, under dotted keys as everywhere."""
    text = (resources_dir() / "words" / f"{language}.toml").read_text(encoding="utf-8")
    return {f"fault.{key}": str(words) for key, words in tomllib.loads(text)["fault"].items()}
