"""The constants of src/core/math/, printed as TypeScript: python3 tests/golden/math-coefficients.py

Each polynomial is a weighted minimax approximation, found with Remez's exchange (Cheney,
"Introduction to Approximation Theory", chapter 3): solve for the coefficients and the level E that
make weight * (f - p) equal to +E, -E, +E … on n + 2 points, move each point to the nearest extreme
of the error, and repeat until the error is level. The weight turns the error of the polynomial into
the relative error of the function that it serves. The coefficients are then rounded to doubles.

Constants such as ln 2 and pi/2 are cut into parts of few bits, so that a whole number times a part
is exact (Cody and Waite, "Software Manual for the Elementary Functions").

Written for mpmath 1.2.1. The level printed beside each polynomial is the error of the rounded one.
"""

from mpmath import mp, mpf, cos, exp, floor, lu_solve, log, matrix, pi, polyval, sin, sqrt, atanh

mp.prec = 240


def remez(f, weight, low, high, degree):
    """Coefficients, lowest power first, of the polynomial nearest to f under the weight."""
    count = degree + 2
    points = [
        (low + high) / 2 - (high - low) / 2 * cos(pi * i / (count - 1)) for i in range(count)
    ]
    for _ in range(12):
        system = matrix(count, count)
        values = matrix(count, 1)
        for row, x in enumerate(points):
            for power in range(degree + 1):
                system[row, power] = x**power
            system[row, degree + 1] = (-1) ** row / weight(x)
            values[row] = f(x)
        solution = list(lu_solve(system, values))
        coefficients = solution[:-1]
        error = lambda x: weight(x) * (f(x) - polyval(coefficients[::-1], x))
        points = extremes(error, points, low, high)
        sizes = [abs(error(x)) for x in points]
        if max(sizes) < min(sizes) * mpf("1.001"):
            break
    return coefficients


def extremes(error, points, low, high):
    """For each point, the place of the largest error of its sign among its neighbourhood."""
    middles = [low] + [(a + b) / 2 for a, b in zip(points, points[1:])] + [high]
    moved = []
    for i, point in enumerate(points):
        sign = 1 if error(point) > 0 else -1
        a, b = middles[i], middles[i + 1]
        for _ in range(4):
            grid = [a + (b - a) * j / 16 for j in range(17)]
            best = max(grid, key=lambda x: sign * error(x))
            a, b = max(a, best - (b - a) / 16), min(b, best + (b - a) / 16)
        moved.append(best)
    return moved


def minimax(f, weight, low, high, degree):
    """The same, rounded to doubles, and the largest error that is left."""
    rounded = [mpf(float(c)) for c in remez(f, weight, low, high, degree)]
    grid = [low + (high - low) * i / 4000 for i in range(4001)]
    return rounded, max(abs(weight(x) * (f(x) - polyval(rounded[::-1], x))) for x in grid)


def show(name, fitted):
    coefficients, level = fitted
    print(f"// {name}: error 2^{float(log(level, 2)):.1f}")
    for i, c in enumerate(coefficients):
        print(f"const {name}{i} = {float(c)!r}")


def parts(name, value, *bits):
    """Cuts a value into doubles of so many bits each, the last one of as many as there are."""
    for i, width in enumerate(bits):
        scale = mpf(2) ** (width - 1 - floor(log(abs(value), 2)))
        part = floor(value * scale) / scale if i + 1 < len(bits) else mpf(float(value))
        print(f"const {name}{i} = {float(part)!r}")
        value -= part


# A little wider than needed, because the reduced argument is itself rounded; a low end just above
# zero where the formula for f divides by x.
tiny = mpf(2) ** -20
half = log(2) / 2 * mpf("1.0001")
# e^r = 1 + r + r²/2 + r³ P(r), error relative to r (at the ends, where it is largest).
P = lambda r: (exp(r) - 1 - r - r**2 / 2) / r**3 if abs(r) > tiny else mpf(1) / 6 + r / 24 + r**2 / 120
show("P", minimax(P, lambda r: half**2, -half, half, 9))

# 2 artanh(s) = 2s + s z L(z) with z = s², error relative to s.
edge = ((sqrt(2) - 1) / (sqrt(2) + 1) * mpf("1.0001")) ** 2
L = lambda z: (2 * atanh(sqrt(z)) / sqrt(z) - 2) / z
show("L", minimax(L, lambda z: z, edge * tiny, edge, 6))

# sin r = r + r z S(z) and cos r = 1 - z/2 + z² C(z) with z = r².
edge = (pi / 4 * mpf("1.0001")) ** 2
show("S", minimax(lambda z: (sin(sqrt(z)) / sqrt(z) - 1) / z, lambda z: z, edge * tiny, edge, 6))
show("C", minimax(lambda z: (cos(sqrt(z)) - 1 + z / 2) / z**2, lambda z: z**2, edge * tiny, edge, 6))

parts("LN2_", log(2), 42, 53)
parts("HALF_PI_", pi / 2, 33, 33, 53)
parts("SHORT_", pi / 2, 24, 24, 53)
print(f"const TWO_OVER_PI = {float(2 / pi)!r}")

mp.prec = 1400
fraction = 2 / pi
digits = []
for _ in range(50):
    fraction *= 1 << 24
    digits.append(int(floor(fraction)))
    fraction -= digits[-1]
print("const DIGITS =", digits)
