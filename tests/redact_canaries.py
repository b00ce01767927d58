"""A programme full of people: names, addresses and quotes in every place that they can stand in, and all outputs."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import dataclass, field
from pathlib import Path

from cli_builders import AS_OF, run
from openpyxl import Workbook

DAY = AS_OF[1]
CANARIES = (
    *("Karin", "Holm", "Quillfeather", "Jane", "Doe", "Zoë", "Łuczak", "Ana", "Ruiz", "Pedro", "Almeida", "Okoro"),
    *("Wanjiru", "Ode", "Ivanova", "Иванов", "Анна", "田中", "さくら", "김민수", "王小明", "Beatriz", "Montalvo"),
    *(
        "holmstead",
        "krn.holm",
        "1234567",
        "nobody ever rang",
        "banks are so slow",
        "want it to be over",
        "はやく終わって",
    ),
    *("tired of forms", "left me waiting", "Sigrid", "Thorvald", "Esmé", "Fenwick"),
)
"""What must stand in no output; all of it is client text."""


@dataclass
class Shown:
    """What the commands gave: by command and stream or file, all that can be read in it."""

    texts: dict[str, str] = field(default_factory=dict)

    def add(self, name: str, data: bytes) -> None:
        self.texts[name] = readable(data)

    def leaks(self, without: str) -> list[tuple[str, str]]:
        """Each canary that shows, with where; `without` is the folder of the test, which may be named anyhow."""
        found = []
        for name, text in self.texts.items():
            plain = " ".join(text.replace(without, "").split()).casefold()
            found += [(canary, name) for canary in CANARIES if re.search(_word(canary), plain)]
        return found


def _word(canary: str) -> str:
    """A pattern for a canary; a short one may be a part of other words."""
    letter = r"[^\W\d_]" if len(canary) < 5 and canary.isascii() else r"\Z\A"
    return f"(?<!{letter}){re.escape(canary.casefold())}(?!{letter})"


def readable(data: bytes) -> str:
    """The text of an output; of a workbook the text of all its parts."""
    if not data.startswith(b"PK"):
        return data.decode("utf-8", "replace")
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        return "\n".join([*book.namelist(), *(book.read(name).decode("utf-8", "replace") for name in book.namelist())])


def programme(home: Path) -> Path:
    """Workbooks, an unreadable file and an engagement file; people wherever people may be named."""
    home.mkdir(parents=True)
    _workbook(home / "Interview KarinHolm 2026.xlsx")
    (home / "personas.csv").write_text(PERSONAS, encoding="utf-8")
    (home / "jane_doe-notes.csv").write_text(NOTES, encoding="utf-8")
    (home / "Pedro Almeida.xlsx").write_bytes(b"PK\x03\x04 cut off")
    (home / "lists" / "Ana Ruiz").mkdir(parents=True)
    (home / "lists" / "Ana Ruiz" / "touchpoints.csv").write_text(TOUCHPOINTS, encoding="utf-8")
    (home / "cxaudit.yaml").write_text(ENGAGEMENT, encoding="utf-8")
    return home


def _workbook(path: Path) -> None:
    book = Workbook()
    journey = book.worksheets[0]
    journey.title = "Journey of Karin Holm"
    for row in JOURNEY:
        journey.append(row)
    other = book.create_sheet("Workshop Sigrid Thorvald")
    for row in WORKSHOP:
        other.append(row)
    hidden = book.create_sheet("Esmé Fenwick")
    hidden.sheet_state = "hidden"
    hidden.append(("Responsible", "Esmé Fenwick"))
    book.properties.creator = "Jane Doe"
    book.save(path)


JOURNEY = (
    ("Customer journey of Karin Holm",),
    ("Owner: Jane Doe", "Prepared by Zoë Łuczak", "Persona: Karin Holm", "Contact: krn.holm@holmstead.org"),
    (),
    ("Stage", "Customer actions", "Touchpoints", "Owner", "Emotions", "Verbatim", "Pain points"),
    ("Awareness", "Karin calls the branch", "Billboard", "Ana Ruiz", "Curious", "Terrible!", "Karin's line is busy"),
    ("Awareness", "KARIN waits", "Branch", "jane doe", "", "I was left", "She says “nobody ever rang me back”"),
    ("Purchase", "Signs with Pedro Almeida", "Branch", "Pedro", "Proud", "they left me waiting", "Ms Okoro was ill"),
    ("Purchase", "asks karin", "Anna Ivanova", "Анна Иванова", "Calm", "", "у Анны Ивановой нет времени"),
    ("Onboarding", "さくらさんに聞く", "App", "田中さくら", "Unsure", "はやく終わってほしい", "田中さんは不在"),
    ("Support", "김민수는 기다린다", "Phone", "김민수", "Sad", "tired of forms, all of them", "王小明说没有人回答"),
    ("Support", "Ask Karin Holm", "Phone +49 30 1234567", "王小明", "Sad", "", "Mail Holm at krn.holm@holmstead.org"),
    ("Renewal", "Stays", "Letter to Quillfeather", "TBD", "Calm", "", "Dear Karin, dear Mr. Quillfeather"),
)
WORKSHOP = (
    ("Participants", "Sigrid Thorvald; Wanjiru Ode"),
    ("Voice of the customer", "The banks are so slow, I gave up"),
    ("Note", "Wanjiru Ode thinks so too, and so does Sigrid."),
)
PERSONAS = """Name,Karin Holm,Max the Millennial,田中さくら
Age,48,19,31
Goals,Cheap loan,Quick loan like Karin,Ask karin
Quote,I want it to be over,Banks are so slow,はやく終わってほしい
Frustrations,Waits for Ana,Forms of Ms Okoro,さくらは待つ
"""
NOTES = """Question,Answer,Owner
Is there a board that owns the customer experience?,"Yes, Beatriz Montalvo leads it",Beatriz Montalvo
Who decides?,Zoë,Head of service
"""
TOUCHPOINTS = """Touchpoint,Channel,Owner,Stage
Welcome call by Pedro,Phone,Zoë Łuczak,Onboarding
Letter from Zoe Luczak,Mail,Marketing,Purchase
"""
ENGAGEMENT = f"""schema: cxaudit-engagement/1
client: "Holm & Holm"
as_of: "{DAY}"
answers:
  - {{rule: GV05, answer: 3, by: "Wanjiru", on: "{DAY}", evidence: "Minutes of Beatriz Montalvo"}}
  - {{rule: GV05, answer: 1, by: "Ode", on: "{DAY}", evidence: "He said 'nobody ever rang me back'"}}
  - {{rule: GV03, answer: 2, by: "Sigrid Thorvald", on: "{DAY}"}}
agreed:
  - {{rule: GV03, answer: 2, by: "Fenwick", on: "{DAY}", reason: "as Esmé Fenwick wrote to krn.holm@holmstead.org"}}
waivers:
  - rule: TO02
    subject: "Renewal › Letter to Quillfeather"
    kind: accepted
    reason: "Jane Doe will do it"
    approved_by: "Beatriz Montalvo"
    expires: "2027-06-30"
workbooks:
  - file: "gone Pedro Almeida.xlsx"
    sheets:
      - {{sheet: "Ana Ruiz", kind: journey}}
  - file: "Interview KarinHolm 2026.xlsx"
    sheets:
      - sheet: "Journey of Karin Holm"
        labels:
          - {{label: "Asked by Zoë Łuczak", field: owner}}
"""


def shown_by(work: Path) -> Shown:
    """Every command with every output over the programme, with --redact; earlier scorecards were kept without."""
    home = programme(work / "town" / "Coaching Karin Holm")
    programme_of_nobody(work / "town" / "Anna Ivanova")
    (work / "town" / "loose Pedro Almeida.csv").write_text("a,b\n", encoding="utf-8")
    (work / "empty").mkdir()
    (work / "empty" / "Pedro Almeida.xlsx").write_bytes(b"PK\x03\x04")
    kept = [work / f"kept.{suffix}" for suffix in ("json", "xlsx")]
    for target in kept:
        assert run("audit", home, "-o", target).exit_code == 0
    _typed(kept[1])
    shown = Shown()
    for number, (words, suffixes) in enumerate(commands(work, home, *kept)):
        targets = [work / f"out {number}.{suffix}" for suffix in suffixes]
        result = run(*words, "--redact", *(word for target in targets for word in ("-o", target)))
        shown.add(f"{words} stdout", result.stdout_bytes)
        shown.add(f"{words} stderr", result.stderr_bytes)
        assert result.exit_code in (0, 1, 2, 3), result.output
        if result.exit_code == 0:
            for target in targets:
                shown.add(f"{words} {target.suffix}", target.read_bytes())
    return shown


def programme_of_nobody(home: Path) -> None:
    """A programme in which nothing can be read, whose names speak for themselves."""
    home.mkdir(parents=True)
    (home / "Sigrid Thorvald.xlsx").write_bytes(b"PK\x03\x04")


def commands(work: Path, home: Path, json: Path, excel: Path) -> list[tuple[tuple[object, ...], tuple[str, ...]]]:
    """The commands without --redact, each with the suffixes of its outputs."""
    answers = work / "answers.yaml"
    answers.write_text(ANSWERS, encoding="utf-8")
    return [
        (("audit", home, "-v"), ("json", "md", "xlsx", "xml", "txt")),
        (("audit", home, "--previous", json, "-v", "--client", "Karin Holm Ltd"), ("xlsx", "json")),
        (("audit", home, "--previous", excel, "--fail-on", "low", "--new-only"), ("xlsx",)),
        (("audit", work / "empty"), ()),
        (("audit", home / "Pedro Almeida.xlsx", home / "no Beatriz Montalvo.xlsx"), ()),
        (("inspect", home, "-v"), ("json",)),
        (("compare", json, home, "-v"), ("json", "md", "xlsx")),
        (("compare", excel, home, "-v"), ("json",)),
        (("compare", json, excel, "-v"), ("json",)),
        (("compare", home, home / "lists", "-v"), ("json",)),
        (("portfolio", work / "town", "--jobs", "1", "-v"), ("json", "md", "xlsx")),
        (("assess", home, "--answers", answers, "-v"), ("json",)),
        (("assess", home, "--answers", work / "Beatriz Montalvo.yaml"), ()),
    ]


ANSWERS = """schema: cxaudit-answers/1
by: Jane Doe
answers:
  - {rule: GV06, answer: 2, evidence: "told by Pedro Almeida: 'they left me waiting'"}
agreed:
  - {rule: GV05, answer: 2, reason: "Ana Ruiz says so"}
"""


def _typed(card: Path) -> None:
    """What people typed into an Excel scorecard: owners, comments, a column and a sheet of their own."""
    from openpyxl import load_workbook

    book = load_workbook(card)
    sheet = book["Register"]
    heads = {str(cell.value): cell.column for row in sheet.iter_rows(max_row=12) for cell in row if cell.value}
    top = next(row[0].row for row in sheet.iter_rows(max_row=12) if any(cell.value == "Owner" for cell in row))
    typed = {
        "Owner": "Ana Ruiz",
        "Approved by": "Wanjiru Ode",
        "Client's comment": "ask Sigrid, or krn.holm@holmstead.org",
    }
    for head, value in typed.items():
        sheet.cell(top + 1, heads[head], value)
    own = book.create_sheet("Talk with Esmé Fenwick")
    own.append(("Interviewee", "Sigrid Thorvald"))
    own.append(("Quote", "I am so tired of forms"))
    book.save(card)
