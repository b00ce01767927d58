"""The scoring as Excel formulas, for the What-if sheet; the same sums as `cxaudit.scoring`.

Excel counts in binary fractions, the tool in exact ones: a comparison with a cut is made on nine places, so
that 65 which Excel holds as 64.99999999999999 is 65, and 64.96 is not.
"""

from __future__ import annotations

from msgspec import Struct

_UNHELD = 99


class Rows(Struct, frozen=True):
    """Which rows of the sheet hold what."""

    dimension_header: int
    dimensions: range
    overall: int
    gates: range
    levels: range
    planned_level: int
    rule_header: int
    rules: range

    @classmethod
    def of(cls, *, first: int, dimensions: int, gates: int, levels: int, rules: int) -> Rows:
        """The blocks one under the other from row `first`, each under its heading and after an empty row."""
        overall = first + 1 + dimensions
        gate = overall + 3
        level = gate + gates + 2
        planned = level + levels
        header = planned + 4
        return cls(
            dimension_header=first,
            dimensions=range(first + 1, overall),
            overall=overall,
            gates=range(gate, gate + gates),
            levels=range(level, planned),
            planned_level=planned,
            rule_header=header,
            rules=range(header + 1, header + 1 + rules),
        )

    @property
    def enough(self) -> int:
        """The row of the evidence coverage that a level needs."""
        return self.planned_level + 1

    @property
    def claim(self) -> int:
        """The row of what a claim counts as evidence."""
        return self.planned_level + 2


def _column(letter: str, rows: range) -> str:
    return f"${letter}${rows.start}:${letter}${max(rows.start, rows.stop - 1)}"


def rule_formulas(rows: Rows, row: int) -> tuple[str, ...]:
    """Of one rule, columns H to L: the score counted, its weight, weight times score, the points of 100 that the plan
    wins, and its weight as evidence, of which a claim has only a part."""
    counted = (
        f'=IF(E{row}="not applicable","",IF(ISNUMBER(G{row}),MAX(0,MIN(1,G{row})),IF(ISNUMBER(F{row}),F{row},"")))'
    )
    at = f"MATCH(C{row},{_column('A', rows.dimensions)},0)"
    share = (
        f"INDEX({_column('C', rows.dimensions)},{at})/SUM({_column('J', rows.dimensions)})"
        f"*D{row}/INDEX({_column('I', rows.dimensions)},{at})"
    )
    won = f'=IF(AND(ISNUMBER(H{row}),ISNUMBER(F{row})),100*{share}*(H{row}-F{row}),"")'
    weights = f"=IF(ISNUMBER(H{row}),D{row},0)", f"=IF(ISNUMBER(H{row}),D{row}*H{row},0)"
    evidence = f'=IF(M{row}="claimed",I{row}*$E${rows.claim},I{row})'
    return counted, *weights, won, evidence


def dimension_formulas(rows: Rows, row: int) -> tuple[str, ...]:
    """Of one dimension, columns E to L: planned score as shown, change, evidence coverage, weights that apply and
    that count, its part of the overall score, and the planned score without rounding."""
    own = f"({_column('C', rows.rules)}=A{row})"
    evidence = f"=IF(H{row}>0,SUMPRODUCT({own}*{_column('L', rows.rules)})/H{row},0)"
    applies = f'=SUMPRODUCT({own}*({_column("E", rows.rules)}<>"not applicable")*{_column("D", rows.rules)})'
    counted = f"=SUMPRODUCT({own}*{_column('I', rows.rules)})"
    parts = (f"=IF(I{row}>0,C{row},0)", f"=IF(I{row}>0,C{row}*L{row},0)")
    exact = f'=IF(I{row}>0,100*SUMPRODUCT({own}*{_column("J", rows.rules)})/I{row},"not assessed")'
    return shown_formula(row), change_formula(row), evidence, applies, counted, *parts, exact


def shown_formula(row: int) -> str:
    """The planned score as it is shown: to one decimal, rounded down."""
    return f'=IF(ISNUMBER(L{row}),ROUNDDOWN(ROUND(L{row},9),1),"not assessed")'


def change_formula(row: int) -> str:
    """The change of a score from now to the plan, to three places."""
    return f'=IF(AND(ISNUMBER(L{row}),ISNUMBER(M{row})),ROUND(L{row}-M{row},3),"")'


def overall_formula(rows: Rows) -> str:
    """The planned overall score, without rounding."""
    weights, gained = _column("J", rows.dimensions), _column("K", rows.dimensions)
    return f'=IF(SUM({weights})>0,SUM({gained})/SUM({weights}),"not assessed")'


def gate_formulas(row: int, score: str) -> tuple[str, str]:
    """Of a gate whose rule's counted score stands in a cell: that score, and whether the gate holds."""
    held = f'=IF(ISNUMBER(F{row}),IF(ROUND(F{row},9)<=E{row},"holds","open"),"open")'
    return f'=IF(ISNUMBER({score}),{score},"cannot tell")', held


def coverage_formula(rows: Rows) -> str:
    """The evidence coverage of the plan, 0 to 1."""
    weights, applies = _column("C", rows.dimensions), _column("H", rows.dimensions)
    total = f"SUMPRODUCT(({applies}>0)*{weights})"
    return f"=IF({total}>0,SUMPRODUCT(({applies}>0)*{weights}*{_column('G', rows.dimensions)})/{total},0)"


def level_formula(rows: Rows) -> str:
    """The number of the planned level: by score, held by gates; 'no level' without a score or enough evidence."""
    numbers, cuts = _column("A", rows.levels), _column("D", rows.levels)
    score, coverage = f"$L${rows.overall}", f"$G${rows.overall}"
    by_score = f"LOOKUP(MAX(ROUND({score},9),MIN({cuts})),{cuts},{numbers})"
    held = f"LOOKUP(MAX(MIN({by_score},{_cap(rows)}),MIN({numbers})),{numbers})"
    enough = f"ROUND({coverage},9)>=$E${rows.enough}"
    return f'=IF(ISNUMBER({score}),IF({enough},{held},"no level"),"no level")'


def _cap(rows: Rows) -> str:
    caps = [f'IF($G${row}="holds",$D${row},{_UNHELD})' for row in rows.gates]
    return f"MIN({','.join(caps)})" if caps else str(_UNHELD)


def verdict(rows: Rows) -> str:
    """The plan in one line: level and name, score rounded down, and the change."""
    score, level = f"$E${rows.overall}", f"$E${rows.planned_level}"
    name = f"LOOKUP({level},{_column('A', rows.levels)},{_column('B', rows.levels)})"
    points = f'FIXED({score},1)&" of 100"'
    gain = f"$F${rows.overall}"
    change = f'IF(ISNUMBER({gain})," ("&IF(ROUND({gain},1)>=0,"+","")&FIXED({gain},1)&")","")'
    said = f'IF(ISNUMBER({level}),"Level "&{level}&", "&{name}&": ","No level: ")&{points}&{change}'
    return f'=IF(ISNUMBER({score}),{said},"No score: no rule is judged or planned")'
