"""Values of erf and erfc for tests/core/erf.test.ts, rounded to the nearest double.

    python3 tests/golden/erf.py

writes erf.json beside itself. Written for mpmath 1.2.1, here with 200 bits.
"""

import json
import random
from pathlib import Path

import mpmath
from mpmath import mp, mpf

mp.prec = 200
draws = random.Random(1)
points = [
    0.0, 5e-324, 1e-300, -1e-20, 0.25, 1.0, -1.0, 2.0, -2.0, 5.0, -5.0, 5.9, 6.0, 10.0, 20.0, 26.5, -28.0,
    *(centre * (1 + (i - 20) * 2.0**-52) for centre in (0.5, -0.5, 1.0) for i in range(40)),
    *(draws.uniform(-1, 1) for _ in range(600)),
    *(draws.uniform(-6, 6) for _ in range(800)),
    *(draws.uniform(0, 26) for _ in range(400)),
]
values = [[x, float(mpmath.erf(mpf(x))), float(mpmath.erfc(mpf(x)))] for x in points]
text = json.dumps({'versions': {'mpmath': mpmath.__version__}, 'values': values}, separators=(',', ':'))
(Path(__file__).parent / 'erf.json').write_text(text + '\n')
