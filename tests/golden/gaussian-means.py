#!/usr/bin/env python3
"""E[phi(sZ)^2] and E[phi'(sZ)^2] for standard normal Z, to 17 digits, for tests/core/mean-field.test.ts.

Run from the root of the repository (Debian: python3-mpmath):

    python3 tests/golden/gaussian-means.py

It writes gaussian-means.json beside itself.
"""
import json
import pathlib

import mpmath
from mpmath import exp, log, mpf, ncdf, npdf, pi, quad, sqrt, tanh

mpmath.mp.dps = 25


def sigmoid(z):
    return 1 / (1 + exp(-z))


# SELU's two numbers, as its authors give them (Klambauer et al. 2017).
ALPHA = mpf('1.6732632423543772848170429916717')
SCALE = mpf('1.0507009873554804934193349852946')


def leaky(slope):
    return lambda z: z if z > 0 else slope * z, lambda z: mpf(1) if z > 0 else slope


ACTIVATIONS = {
    'sigmoid': (sigmoid, lambda z: sigmoid(z) * sigmoid(-z)),
    'tanh': (tanh, lambda z: 1 - tanh(z) ** 2),
    'relu': leaky(mpf(0)),
    'leakyRelu': leaky(mpf(1) / 100),
    'prelu': leaky(mpf(1) / 4),
    'elu': (lambda z: z if z > 0 else exp(z) - 1, lambda z: mpf(1) if z > 0 else exp(z)),
    'softplus': (lambda z: max(z, 0) + log(1 + exp(-abs(z))), sigmoid),
    'identity': leaky(mpf(1)),
    'selu': (
        lambda z: SCALE * (z if z > 0 else ALPHA * (exp(z) - 1)),
        lambda z: SCALE * (1 if z > 0 else ALPHA * exp(z)),
    ),
    'gelu': (lambda z: z * ncdf(z), lambda z: ncdf(z) + z * npdf(z)),
    'silu': (lambda z: z * sigmoid(z), lambda z: sigmoid(z) * (1 + z * sigmoid(-z))),
}


def mean(f, deviation):
    """Split where the normal or the activation bends, so that each piece is smooth."""
    bends = [k / mpf(deviation) for k in (-30, -5, 0, 5, 30)] + [mpf(k) for k in (-12, -1, 1, 12)]
    pieces = sorted({z for z in bends if abs(z) <= 12})
    return quad(lambda z: exp(-z * z / 2) / sqrt(2 * pi) * f(deviation * z) ** 2, pieces)


cases = [
    [name, deviation, float(mean(value, deviation)), float(mean(derivative, deviation))]
    for name, (value, derivative) in ACTIVATIONS.items()
    for deviation in (0.125, 1, 3, 10, 100, 500)
]
text = json.dumps({'versions': {'mpmath': mpmath.__version__}, 'cases': cases}, separators=(',', ':'))
(pathlib.Path(__file__).parent / 'gaussian-means.json').write_text(text + '\n')
