"""The pages tell the truth: commands, settings, links, names and the words on the screen are those of the code."""

import ast
import os
import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from fluent.syntax import ast as fluent
from fluent.syntax import parse
from typer import Typer

from bot.base.settings import Settings
from bot.cli import app
from bot.demonstration.businesses import businesses
from bot.demonstration.cast import cast
from bot.demonstration.identities import tax_code
from bot.demonstration.workbook import FIRST, FIRST_NAME, MANY
from bot.engine import loops
from bot.play import playground
from handlers.front.face import ALL_FACES

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text("utf-8")
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")])
FLOORS = ("bot", "handlers", "services", "models", "tests", "migrations")
PLACES = (*FLOORS, "docs", ".ci")
GUIDES = ("coordinators", "members")
TOUR = "A tour of twenty minutes"
# Names of others: Telegram's, the shell's, and the file that everybody makes for themselves.
FOREIGN = {"from.id", ".env", "make", "--help", "--require-hashes", "/setinline"}


def of(page: Path) -> str:
    """Name a page for a test's report."""
    return str(page.relative_to(ROOT))


def section(heading: str) -> str:
    """Give the part of the README under a heading."""
    return README.partition(f"\n## {heading}\n")[2].partition("\n## ")[0]


def rows(heading: str) -> list[list[str]]:
    """Give the cells of the table under a heading, without its head."""
    lines = [line for line in section(heading).splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[2:]]


def quoted(text: str) -> Iterator[str]:
    """Find everything that a page sets as code, in lines and in blocks."""
    blocks = re.findall(r"```\w*\n(.*?)```", text, re.DOTALL)
    yield from (line.partition("#")[0].strip() for block in blocks for line in block.splitlines())
    yield from re.findall(r"`([^`\n]+)`", re.sub(r"```.*?```", "", text, flags=re.DOTALL))


@cache
def sources() -> dict[Path, ast.Module]:
    """Read every module of the house once."""
    files = [file for floor in FLOORS for file in (ROOT / floor).rglob("*.py")]
    return {file: ast.parse(file.read_text("utf-8")) for file in files}


@cache
def everything_written() -> str:
    """Give the text of all that is not a page: the source, the texts, the settings of tools."""
    others = [*ROOT.glob("*.toml"), ROOT / "Makefile", ROOT / ".ci/run", ROOT / ".env.example"]
    texts = [file for floor in FLOORS for file in (ROOT / floor).rglob("*.ftl")]
    here = Path(__file__)
    return "\n".join(file.read_text("utf-8") for file in (*sources(), *others, *texts) if file != here)


def defined(node: ast.AST) -> Iterator[str]:
    """Name what stands directly in a module or class: functions, classes, values."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            yield child.name
        elif isinstance(child, ast.Assign | ast.AnnAssign):
            targets = child.targets if isinstance(child, ast.Assign) else [child.target]
            yield from (target.id for target in targets if isinstance(target, ast.Name))


@cache
def members() -> dict[str, set[str]]:
    """Map each module and class, by its short name, to what is defined in it."""
    found: dict[str, set[str]] = defaultdict(set)
    for file, tree in sources().items():
        found[file.parent.name if file.stem == "__init__" else file.stem] |= set(defined(tree))
        for node in ast.walk(tree):
            if isinstance(node, ast.ClassDef):
                found[node.name] |= set(defined(node))
    return found


@cache
def chat_commands() -> set[str]:
    """List what can be written after a slash."""
    return {name for command in ALL_FACES.commands for name in command.names}


def command_line(commands: Typer = app, before: str = "") -> set[str]:
    """List the commands of `python -m bot`, those of a group after its name."""
    own = {
        str(one.name or getattr(one.callback, "__name__", "")) for one in commands.registered_commands if not one.hidden
    }
    groups = [
        command_line(one.typer_instance, f"{one.name} ") for one in commands.registered_groups if one.typer_instance
    ]
    return {before + name for name in own}.union(*groups)


def command_in(text: str) -> str | None:
    """Give the command of `python -m bot` that a page names, without what is handed to it."""
    found = re.search(r"python -m bot((?: [a-z-]+)+)", text)
    return found[1].strip() if found else None


def is_known(name: str) -> bool:
    """Tell whether what a page sets as code, if it looks like a name of ours, is one."""
    if name in FOREIGN:
        return True
    if name.split("/")[0] in PLACES or re.fullmatch(r"[\w.-]+\.(md|toml|lock|yaml)|Makefile", name):
        return (ROOT / name).exists()
    if written := re.match(r"/([a-z]+)( |$)", name):
        return written[1] in chat_commands()
    if command := command_in(name):
        return any(f"{one} ".startswith(f"{command} ") for one in command_line())
    if re.fullmatch(r"[A-Za-z]\w*\.[A-Za-z_]\w*", name):
        owner, _, attribute = name.partition(".")
        return attribute in members()[owner]
    if re.fullmatch(r"(data/)?[A-Za-z][\w.-]*", name):
        return is_written(Path(name).name)
    return True


@cache
def is_written(word: str) -> bool:
    """Tell whether a word stands somewhere by itself; a plain search finds it ten times as fast as an expression."""
    text, at = everything_written(), -1
    while (at := text.find(word, at + 1)) >= 0:
        before, after = text[at - 1 : at], text[at + len(word) : at + len(word) + 1]
        if not re.match(r"[\w-]", before) and not re.match(r"[\w-]", after):
            return True
    return False


def placed(page: str) -> Iterator[tuple[str, str]]:
    """Find what a page says to stand in a module: each name, and the module's path."""
    text = " ".join(page.split())
    for names, path in re.findall(r"((?:`[^`]+`(?:, (?:and )?| and )?)+) in `([\w/]+\.py)`", text):
        yield from ((name, path) for name in re.findall(r"`([A-Za-z_]\w*(?:\.\w+)?)`", names))


def stands_in(name: str, path: str) -> bool:
    """Tell whether a module defines a name, or one of its classes does: `name` or `Class.name`."""
    tree = sources().get(ROOT / path)
    if tree is None:
        return False
    classes = {node.name: set(defined(node)) for node in ast.walk(tree) if isinstance(node, ast.ClassDef)}
    owner, _, attribute = name.partition(".")
    if attribute:
        return attribute in classes.get(owner, ())
    return owner in {*defined(tree), *classes, *(one for names in classes.values() for one in names)}


def test_what_a_page_says_to_stand_in_a_module_stands_there() -> None:
    found = {(of(page), name, path) for page in PAGES for name, path in placed(page.read_text("utf-8"))}

    assert len(found) > 30
    assert [(page, name, path) for page, name, path in sorted(found) if not stands_in(name, path)] == []
    assert list(placed("`a`, `b` and `C.d` in\n`x/y.py`")) == [("a", "x/y.py"), ("b", "x/y.py"), ("C.d", "x/y.py")]
    assert not stands_in("LinePart", "services/declarations/declaring.py")


def test_the_loops_that_run_are_those_of_the_page() -> None:
    page = (ROOT / "docs/architecture.md").read_text("utf-8")
    table = page.partition("| loop |")[2].partition("\n\n")[0]
    named = {line.split("|")[1].partition(",")[0].strip().replace(" ", "_") for line in table.splitlines()[2:]}
    called = {"menus": "set_menus", "jobs": "work"}
    steps = {step.__name__ for part in loops.STEPS.values() for step in part}
    assert steps <= {f"_{called.get(name, name)}" for name in named}
    assert {"deliver", "watch", "keep_locks"} <= named


def test_make_has_every_target_that_the_pages_name() -> None:
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    named = {
        target
        for page in PAGES
        for text in quoted(page.read_text("utf-8"))
        for target in re.findall(r"\bmake ([a-z]+)", text)
    }

    assert {"run", "test", "check"} <= named
    assert named <= targets


def test_a_clean_checkout_must_pass_the_commands_of_the_readme() -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    steps = [line.split("#")[0].strip() for line in (ROOT / ".ci/run").read_text("utf-8").splitlines()]

    assert os.access(ROOT / ".ci/run", os.X_OK)
    assert any(step.startswith("make check") for step in steps)
    assert any(step.startswith("test_everything make test") for step in steps)
    # What `make run` runs is what tests start as a process of its own.
    assert re.search(r"^run:.*\n\t@exec \$\(BIN\)/python -m bot run$", makefile, re.MULTILINE)


def test_the_readme_lists_the_commands_of_the_command_line() -> None:
    listed = [command_in(row[0]) for row in rows("Command line")]

    assert sorted(filter(None, listed)) == sorted(command_line())
    assert None not in listed


def test_the_readme_lists_every_setting_with_its_default() -> None:
    listed = {name.strip("`"): default.strip("`") for name, default, _ in rows("Settings")}
    defaults = {name.upper(): field.get_default() for name, field in Settings.model_fields.items()}

    assert listed == {name: str(value) if value else "–" for name, value in defaults.items()}


def test_an_untouched_copy_of_the_example_changes_no_setting(monkeypatch: pytest.MonkeyPatch) -> None:
    example = ROOT / ".env.example"
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)
    written = re.findall(r"^([A-Z_]+)=", example.read_text("utf-8"), re.MULTILINE)

    assert written == [name.upper() for name in Settings.model_fields]
    assert Settings(_env_file=example) == Settings(_env_file=None)


@pytest.mark.parametrize("page", PAGES, ids=of)
def test_links_lead_to_files_and_headings_that_exist(page: Path) -> None:
    for link in re.findall(r"\]\(([^)]+)\)", page.read_text("utf-8")):
        if link.startswith(("http://", "https://")):
            continue
        target, _, heading = link.partition("#")
        file = page.parent / target if target else page
        assert file.exists(), link
        if heading:
            headings = re.findall(r"^#+ (.+)$", file.read_text("utf-8"), re.MULTILINE)
            assert heading in {re.sub(r"[^\w\- ]", "", each.lower()).replace(" ", "-") for each in headings}, link


@pytest.mark.parametrize("page", PAGES, ids=of)
def test_pages_name_no_file_and_no_symbol_that_is_not_there(page: Path) -> None:
    missing = [name for name in quoted(page.read_text("utf-8")) if not is_known(name)]

    assert missing == []


def test_the_sources_cite_no_page_that_is_not_there() -> None:
    cited = {name for file in sources() for name in re.findall(r"[\w/-]+\.md\b", file.read_text("utf-8"))}

    assert "docs/telegram.md" in cited
    assert {name for name in cited if not (ROOT / name).exists()} == set()


def shown(pattern: fluent.Pattern) -> str | None:
    """Give a text as a regular expression; None where it is nothing but values."""
    words = [part.value for part in pattern.elements if isinstance(part, fluent.TextElement)]
    if not any(letter.isalpha() for letter in "".join(words)):
        return None
    return "".join(re.escape(part.value) if isinstance(part, fluent.TextElement) else ".+" for part in pattern.elements)


def words_on_the_screen() -> Iterator[str]:
    """Read the texts of the product and of the chat page, as regular expressions."""
    for folder in ("handlers", "bot/sandbox"):
        for file in (ROOT / folder).rglob("*.ftl"):
            for entry in parse(file.read_text("utf-8")).body:
                if isinstance(entry, fluent.Message) and entry.value is not None and (text := shown(entry.value)):
                    yield text


def test_what_the_tour_sets_in_bold_stands_on_the_screen() -> None:
    on_screen = [re.compile(text) for text in words_on_the_screen()]
    named = [" ".join(each.split()) for each in re.findall(r"\*\*(.+?)\*\*", section(TOUR), re.DOTALL)]

    assert len(named) > 20
    assert [each for each in named if not any(text.fullmatch(each) for text in on_screen)] == []


@pytest.mark.parametrize("name", GUIDES)
def test_a_guide_shows_every_picture_that_is_taken_for_it_and_names_buttons_as_they_are(name: str) -> None:
    guide = (ROOT / f"docs/{name}.md").read_text("utf-8")
    on_screen = [re.compile(text) for text in words_on_the_screen()]
    named = [" ".join(each.split()) for each in re.findall(r"\*\*(.+?)\*\*", guide, re.DOTALL)]
    shown = re.findall(r"\]\(pictures/(\S+)\)", guide)

    assert sorted(shown) == sorted(f"{name}/{one.name}" for one in (ROOT / "docs/pictures" / name).iterdir())
    assert len(named) > 12
    assert [each for each in named if not any(text.fullmatch(each) for text in on_screen)] == []


def test_the_people_and_numbers_of_the_tour_are_those_of_the_demonstration() -> None:
    province = Settings.model_fields["province"].get_default()
    tour = section(TOUR)
    by_hand = {person["first_name"] for person in cast(province, "vi") if person.get("featured")}
    members_there = businesses(province)
    people_there = {each.telegram_id for business in members_there for each in business.spokespeople}

    named = set(re.findall(r"(?<!\*)\*([^*\n]+)\*(?!\*)", tour))
    assert named
    assert named <= by_hand
    assert f"Gửi tới {len(members_there)} đơn vị ({len(people_there)} người)" in tour
    # The newcomer of the tour is one more.
    assert f"{len(members_there) + 1} businesses and {len(people_there) + 1} people" in tour


def test_the_list_of_the_tour_is_the_one_that_every_start_of_the_sandbox_writes() -> None:
    tour = section(TOUR)

    assert f"`{playground.LIST}`" in tour
    assert f"Nhập {MANY} đơn vị mới" in tour
    assert f"“{FIRST_NAME}”" in tour
    assert f"`{tax_code(FIRST)}`" in tour


def test_decisions_are_numbered_without_gaps_and_say_context_decision_and_consequences() -> None:
    pages = sorted((ROOT / "docs/decisions").glob("*.md"))

    for number, page in enumerate(pages, start=1):
        text = page.read_text("utf-8")
        assert page.name.startswith(f"{number:04}-")
        assert text.startswith(f"# {number}. ")
        assert re.findall(r"^\*\*(\w+)\.\*\*", text, re.MULTILINE) == ["Context", "Decision", "Consequences"]
