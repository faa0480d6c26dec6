#!/usr/bin/env python3
"""Writes random decimal operations with the results of Python's decimal (libmpdec), one a line:
"operation a b result", nothing standing for a result that is not finite. The same seed gives the same lines.

    random_decimals.py COUNT SEED
"""
import decimal
import random
import sys

MODES = {"half_even": decimal.ROUND_HALF_EVEN, "half_up": decimal.ROUND_HALF_UP, "half_down": decimal.ROUND_HALF_DOWN,
         "up": decimal.ROUND_UP, "down": decimal.ROUND_DOWN, "floor": decimal.ROUND_FLOOR, "ceiling": decimal.ROUND_CEILING}


def context(rounding=decimal.ROUND_HALF_EVEN):
    return decimal.Context(prec=34, Emax=6144, Emin=-6143, clamp=1, rounding=rounding, traps=[])


def random_number(chance, wide):
    digits = chance.choice([1, 2, 3, 5, 8, 17, 33, 34, chance.randint(1, 34)])
    coefficient = chance.choice(["9" * digits, "1" + "0" * (digits - 1), "5" * digits] +
                                [str(chance.randrange(10 ** digits))] * 5)
    exponent = chance.randint(-6000, 6000) if wide and chance.random() < 0.2 else chance.randint(-40, 8)
    return decimal.Decimal(chance.choice(["", "-"]) + coefficient + "E" + str(exponent))


def modulo(a, b):
    """FEEL's: a - b * floor(a / b), exactly, rounded once."""
    if not b:
        return None
    with decimal.localcontext(decimal.Context(prec=20000, Emax=999999, Emin=-999999)):
        rest = a % b
        if rest and (rest < 0) != (b < 0):
            rest += b
    return context().plus(rest)


def result_of(operation, chance):
    here = context()
    wide = operation not in ("exp", "power", "modulo")
    a, b = random_number(chance, wide), random_number(chance, wide)
    if operation in ("sqrt", "log"):
        a = abs(a)
    if operation == "exp":
        a = decimal.Decimal(chance.randint(-10 ** 12, 10 ** 12)).scaleb(-chance.randint(9, 20))
    if operation == "power":
        a, b = random_number(chance, False), decimal.Decimal(chance.randint(0, 60))
    if operation.startswith("round-"):
        places = chance.randint(-3, 20)
        rounded = a.quantize(decimal.Decimal(1).scaleb(-places), context=context(MODES[operation[6:]]))
        return a, decimal.Decimal(places), rounded
    table = {"add": here.add, "subtract": here.subtract, "multiply": here.multiply, "divide": here.divide,
             "compare": here.compare, "modulo": modulo, "power": here.power}
    if operation in table:
        return a, b, table[operation](a, b)
    return a, decimal.Decimal(0), {"sqrt": here.sqrt, "log": here.ln, "exp": here.exp}[operation](a)


def main():
    count, seed = int(sys.argv[1]), int(sys.argv[2])
    chance = random.Random(seed)
    names = ["add", "subtract", "multiply", "divide", "compare", "modulo", "power", "sqrt", "log", "exp"]
    names += ["round-" + mode for mode in MODES]
    for i in range(count):
        operation = names[i % len(names)]
        a, b, result = result_of(operation, chance)
        finite = result is not None and result.is_finite()
        print(operation, a, b, result if finite else "none")


main()
