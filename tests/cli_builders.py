"""Small client files and a way to run the command line on them."""

from pathlib import Path

from click.testing import CliRunner, Result

from cxaudit.cli.main import cxaudit

AS_OF = ("--as-of", "2026-11-22")
LOAN = """Customer journey: home loan
Stage,Customer actions,Touchpoints,Channel,Owner,Emotions,Pain points
Awareness,I see an advert,Billboard,Street,Brand manager,Curious,None of it speaks to me
Purchase,I sign,Branch,Branch,Branch manager,Proud,The wait
Onboarding,I set up payments,App,App,TBD,Unsure,
"""
HOLIDAYS = "Date,Holiday\n2026-12-25,Christmas\n2027-01-01,New Year\n"


def loan(folder: Path, name: str = "loan.csv") -> Path:
    """A journey map of three stages."""
    path = folder / name
    path.write_text(LOAN, encoding="utf-8")
    return path


def run(*words: object) -> Result:
    """Run `cxaudit` with these words; standard output and error are kept apart."""
    return CliRunner().invoke(cxaudit, [str(word) for word in words], prog_name="cxaudit")
