"""Draw docs/scorecard.svg, the picture of a terminal scorecard: `python docs/draw_scorecard.py` in a checkout."""

import datetime
import re
from io import StringIO
from pathlib import Path

from rich.console import Console
from rich.text import Text

import cxaudit
from cxaudit.renderer import Page
from cxaudit.renderers import terminal

HERE = Path(__file__).parent
SAMPLE = HERE.parent / "sample_workbooks" / "hotel_group.xlsx"
WIDTH, LINES, AS_OF = 100, 54, datetime.date(2026, 11, 22)
FONTS = "Menlo, Consolas, 'DejaVu Sans Mono', monospace"


def main() -> None:
    """The first screen of the sample's scorecard as an SVG that fetches nothing from the network."""
    scorecard = cxaudit.audit(SAMPLE, as_of=AS_OF, client="Solmar Hotels")
    lines = terminal.render(scorecard, Page(WIDTH, colour=True)).splitlines()
    end = max((number for number, line in enumerate(lines[:LINES]) if not line), default=len(lines))
    console = Console(record=True, width=WIDTH, file=StringIO(), highlight=False)
    console.print(Text.from_ansi("\n".join([*lines[:end], "", "…"])))
    picture = console.export_svg(title="cxaudit audit hotel_group.xlsx", unique_id="scorecard")
    picture = re.sub(r"@font-face \{.*?\}\s*", "", picture, flags=re.DOTALL)
    picture = picture.replace("Fira Code, monospace", FONTS)
    (HERE / "scorecard.svg").write_text(picture, encoding="utf-8")


if __name__ == "__main__":
    main()
