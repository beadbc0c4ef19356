"""The accounts recomputed by a stranger, who has the table and its notes and nothing else.

    python3 recompute.py accounts.csv

reads the table that `pulih run --csv` writes, recomputes every identity of every week of every
run, and prints the worst residual of each. Exit code 0 when all are below 1e-9, else 1.

A residual is a gap over the size of what is compared: a product's supply, a branch's output, GDP,
the money that changed hands in the week, or the money that is there. Standard library only.
"""

import csv
import sys
from collections import defaultdict

TOLERANCE = 1e-9
USES = ("intermediate_use", "household", "government", "investment", "exports", "stock_change")


def read(path):
    """week of a run -> table -> (row, column) -> value"""
    weeks = defaultdict(lambda: defaultdict(dict))
    with open(path, newline="", encoding="utf-8") as file:
        for line in csv.DictReader(file):
            key = (line["scenario"], int(line["seed"]), int(line["week"]))
            weeks[key][line["table"]][line["row"], line["column"]] = float(line["value"])
    return weeks


def rows(table):
    return sorted({row for row, _ in table})


def residuals(key, tables, previous):
    """(identity, relative gap, place) of one week"""
    goods, gva, gdp = tables["product_balance"], tables["gva"], tables["gdp"]
    balances, flows = tables["balances"], tables["flows"]

    def gap(identity, difference, size, row):
        return identity, abs(difference) / max(abs(size), 1e-300), (*key, row)

    for row in rows(goods):
        supply = goods[row, "output"] + goods[row, "imports"]
        uses = sum(goods[row, use] for use in USES)
        yield gap("product balance: supply = uses", supply - uses, supply, row)

    for row in rows(gva):
        difference = gva[row, "production"] - gva[row, "income"]
        yield gap("value added: production = income", difference, goods[row, "output"], row)
    nation = gdp["nation", "production"]
    transfers = sum(gva[row, "transfers"] for row in rows(gva))
    yield gap("value added: transfers sum to zero", transfers, nation, "all")

    difference = nation - gdp["nation", "expenditure"]
    yield gap("GDP: production = expenditure", difference, nation, "nation")

    turnover = sum(flows.values())
    for row in rows(balances):
        opening, closing = balances[row, "opening"], balances[row, "closing"]
        net = balances[row, "net_receipts"]
        size = max(abs(opening), abs(closing), turnover)
        yield gap("balance sheets: opening + net = closing", opening + net - closing, size, row)
        receipts = sum(value for (_, payee), value in flows.items() if payee == row)
        payments = sum(value for (payer, _), value in flows.items() if payer == row)
        yield gap("ledger: receipts - payments = net", receipts - payments - net, turnover, row)
        if previous:
            before = previous["balances"][row, "closing"]
            yield gap("balance sheets: opening = last closing", opening - before, size, row)
    changes = sum(balances[row, "closing"] - balances[row, "opening"] for row in rows(balances))
    held = sum(abs(balances[row, "closing"]) for row in rows(balances))
    yield gap("balance sheets: all changes sum to zero", changes, max(held, turnover), "all")


def main(path):
    weeks = read(path)
    worst = {}
    for key in sorted(weeks):
        scenario, seed, week = key
        # Week 0 is the baseline itself, not a week that was lived through before week 1.
        previous = weeks.get((scenario, seed, week - 1)) if week > 1 else None
        for identity, gap, place in residuals(key, weeks[key], previous):
            # A gap that is no number is the worst there is.
            gap = gap if gap == gap else float("inf")
            if gap >= worst.get(identity, (-1.0, None))[0]:
                worst[identity] = (gap, place)
    for identity, (gap, place) in worst.items():
        print(f"{gap:9.2e}  {identity}  (worst: {' '.join(map(str, place))})")
    print(f"{len(weeks)} weeks")
    return 0 if weeks and all(gap < TOLERANCE for gap, _ in worst.values()) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
