"""`make papers`: write every document, and render its pages to pictures. Needs LibreOffice and pdftoppm."""

import asyncio
import shutil
import subprocess
import sys
from pathlib import Path

from bot.base.migrate import migrate
from models.database import opened
from tests import databases
from tests.network import found_network
from tests.papers.night import documents_of, workbooks_of

TOOLS = ("soffice", "pdftoppm")
RESOLUTION = "70"
PICTURES = Path("papers")


async def write(folder: Path) -> None:
    """Write every document and workbook into a folder."""
    with databases.in_memory() as place:
        url = f"sqlite+aiosqlite:///{place / 'papers.db'}"
        await migrate(url)
        async with opened(url) as database, database.writing() as session:
            network = await found_network(session)
            written = {f"{name}.docx": content for name, content in (await documents_of(network)).items()}
            written |= {f"{name}.xlsx": content for name, content in (await workbooks_of(network)).items()}
            for name, content in written.items():
                (folder / name).write_bytes(content)


def render(folder: Path) -> None:
    """Make a picture of each page of each document."""
    papers = sorted([*folder.glob("*.docx"), *folder.glob("*.xlsx")])
    profile = f"-env:UserInstallation=file://{folder.resolve()}/.profile"
    convert = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), *map(str, papers)]
    subprocess.run(convert, check=True, capture_output=True)  # noqa: S603
    for paper in papers:
        pdf = paper.with_suffix(".pdf")
        subprocess.run(["pdftoppm", "-png", "-r", RESOLUTION, str(pdf), str(paper.with_suffix(""))], check=True)  # noqa: S603, S607
        pdf.unlink()
    shutil.rmtree(folder / ".profile", ignore_errors=True)


def main() -> int:
    """Render everything; tell where the pictures are."""
    lacking = [one for one in TOOLS if shutil.which(one) is None]
    if lacking:
        print(f"not installed: {', '.join(lacking)}", file=sys.stderr)  # noqa: T201
        return 1
    shutil.rmtree(PICTURES, ignore_errors=True)
    PICTURES.mkdir()
    asyncio.run(write(PICTURES))
    render(PICTURES)
    print(f"{len(list(PICTURES.glob('*.png')))} pictures in {PICTURES}/: look at them")  # noqa: T201
    return 0


if __name__ == "__main__":
    sys.exit(main())
