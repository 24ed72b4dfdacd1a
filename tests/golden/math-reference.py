"""The true values that tests/core/math.test.ts measures src/core/math.ts against.

    python3 tests/golden/math-reference.py

writes math.json (which points, and made by what) and math.bin (the values), both beside this file.
Written for mpmath 1.2.1, which computes in software to any precision; here 200 bits.

A value is kept as a place. Number the doubles in order of size, as their bits do: the next double
has the next number. A true value lies between two doubles, so its place is a whole number and a
fraction, and the distance from a double's number to it is the error of that double in ulps. Only
the place modulo 256 is stored, in 256ths and rounded to the nearest, as two bytes, little-endian:
errors come out exact to 1/512 ulp, and the test has another way to see errors of 100 ulps and more.

Points are not stored: both sides make the same ones from the same ranges with a small generator.
"""

import json
import struct
from pathlib import Path

import mpmath
from mpmath import libmp, mp, mpf

mp.prec = 200
here = Path(__file__).parent

# uniform: evenly over [from, to]. bits: evenly over the doubles' own numbering between two
# numbers of the same sign, so that each power of two gets as many. steps: consecutive relative
# steps of 2^-52 around a place where the code takes another path.
def uniform(a, b, count):
    return {"kind": "uniform", "from": a, "to": b, "count": count}


def bits(a, b, count):
    return {"kind": "bits", "from": a, "to": b, "count": count}


def steps(*centres):
    return [{"kind": "steps", "from": c, "to": c, "count": 100} for c in centres]


def both(kind, a, b, count):
    """The same on either side of zero."""
    return [kind(a, b, count), kind(-a, -b, count)]


LEAST = 5e-324
MOST = 1.7976931348623157e308
LN2 = 0.6931471805599453
PI = 3.141592653589793
halves = [sign * (n + 0.5) * LN2 for n in (0, 1, 2, 5, 20) for sign in (1, -1)]
# Doubles below 2^20 that lie within 1e-15 of a multiple of pi/2, found by trying every multiple.
nearest = [45.553093477052, 1457.698991265664, 642615.9188844458, 826882.8943881015]
turns = [n * PI / 4 for n in (1, 2, 3, 4, 5, 6, 7, 8, 9, 100, 1001)]
angles = [
    uniform(0, 2 * PI, 40000),
    uniform(-50, 50, 15000),
    uniform(-1.1e6, 1.1e6, 10000),
    uniform(-1e9, 1e9, 10000),
    *both(bits, 1e-12, 10, 6000),
    *both(bits, LEAST, MOST, 6000),
    *both(bits, 1e6, 1e22, 2000),
    *steps(*turns, *nearest, 2.0**-27, 2.0**20, 1e22, 5.319372648326541e255),
]

POINTS = {
    "exp": [
        uniform(-1, 1, 25000),
        uniform(-20, 20, 25000),
        uniform(-745.2, 709.7827, 25000),
        uniform(-745.2, -708, 8000),
        *both(bits, 1e-18, 700, 8000),
        *both(bits, LEAST, 1e-18, 500),
        *steps(87.0, -87.0, 709.78, -708.4, -745.13, *halves),
    ],
    "expm1": [
        uniform(-1, 1, 30000),
        uniform(-0.4, 0.4, 10000),
        uniform(-42, 60, 20000),
        uniform(60, 709.7827, 8000),
        *both(bits, 1e-18, 30, 14000),
        *both(bits, LEAST, 1e-18, 2000),
        *steps(87.0, -40.0, 2.0**-54, -(2.0**-54), 709.78, *halves),
    ],
    "log": [
        uniform(0, 2, 25000),
        uniform(0.65, 1.5, 25000),
        uniform(0.999, 1.001, 10000),
        uniform(0, 100, 10000),
        bits(LEAST, MOST, 20000),
        bits(1e-10, 1e10, 10000),
        bits(LEAST, 1e-300, 4000),
        *steps(1.0, 0.5, 2.0, 0.5**0.5, 2.0**0.5, 2.0**-1022, 1e37, 1e-37),
    ],
    "log1p": [
        uniform(-1, 1, 30000),
        uniform(-0.3, 0.42, 20000),
        uniform(0, 100, 10000),
        *both(bits, 1e-18, 0.99, 10000),
        bits(1, MOST, 14000),
        *both(bits, LEAST, 1e-18, 2000),
        uniform(-1, -0.9999, 3000),
        *steps(0.5**0.5 - 1, 2.0**0.5 - 1, 1.0, 2.0**53, 1e37, 2.0**-54),
    ],
    "tanh": [
        uniform(-1, 1, 30000),
        uniform(-4, 4, 30000),
        uniform(-23, 23, 10000),
        *both(bits, 1e-18, 20, 13000),
        *both(bits, LEAST, 1e-18, 3000),
        *steps(22.0, -22.0, 19.06, 0.55, *[h / 2 for h in halves]),
    ],
    "sin": angles,
    "cos": angles,
}
FUNCTIONS = {name: getattr(mpmath, name) for name in POINTS}


class Random:
    """xorshift32 (Marsaglia, "Xorshift RNGs")."""

    def __init__(self, seed):
        self.state = seed

    def word(self):
        s = self.state
        s ^= (s << 13) & 0xFFFFFFFF
        s ^= s >> 17
        s ^= (s << 5) & 0xFFFFFFFF
        self.state = s
        return s


def number_of(x):
    """The bits of a double as a whole number of 64 bits."""
    return struct.unpack("<q", struct.pack("<d", x))[0]


def double_of(number):
    return struct.unpack("<d", struct.pack("<q", number))[0]


def points_of(ranges, seed):
    random = Random(seed)
    for r in ranges:
        low, high = float(r["from"]), float(r["to"])
        if r["kind"] == "bits":
            sign = -1.0 if low < 0 else 1.0
            first, span = number_of(abs(low)) >> 32, 1 + (number_of(abs(high)) >> 32)
            span -= first
        for i in range(r["count"]):
            if r["kind"] == "steps":
                yield low * (1 + (i - r["count"] // 2) * 2.0**-52)
                continue
            a, b = random.word(), random.word()
            if r["kind"] == "uniform":
                yield low + (high - low) * ((a + b / 2.0**32) / 2.0**32)
            else:
                yield sign * double_of(first + a * span // 2**32 << 32 | b)


def place(value):
    """The place of a true value among the doubles, in 256ths, with the sign of the value."""
    sign, mantissa, exponent, width = value._mpf_
    if mantissa == 0:
        return 0
    # The double at or below the value in size has its last bit at 2^last.
    last = max(exponent + width - 53, -1074)
    whole = mantissa << (exponent - last) if exponent >= last else mantissa >> (last - exponent)
    below = double_of(0x7FF << 52) if last > 971 else libmp.to_float(libmp.from_man_exp(whole, last))
    fraction = (abs(value) - mpf(whole) * mpf(2) ** last) / mpf(2) ** last
    size = (number_of(below) << 8) + int(mpmath.nint(fraction * 256))
    return -size if sign else size


packed = bytearray()
summary = {}
for index, (name, ranges) in enumerate(POINTS.items()):
    true = FUNCTIONS[name]
    check = count = 0
    for x in points_of(ranges, index + 1):
        check = (check * 31 + number_of(x)) % 2**32
        count += 1
        packed += struct.pack("<H", place(true(mpf(x))) & 0xFFFF)
    summary[name] = {"count": count, "check": check, "ranges": ranges}

(here / "math.bin").write_bytes(packed)
about = f"tests/golden/math-reference.py, mpmath {mpmath.__version__}, {mp.prec} bits"
(here / "math.json").write_text(json.dumps({"madeBy": about, "functions": summary}) + "\n")
for name, s in summary.items():
    print(name, s["count"])
