#!/usr/bin/env python3
"""Reference values from PyTorch in float64 for the layers that are not dense: tests/core/layers.test.ts.

Run from the root of the repository, with PyTorch at hand (Debian: python3-torch):

    python3 tests/golden/layers.py

It writes layers.json beside itself. Each case: an input, the parameters, a weighting of the output whose
sum is the loss, the output, and by autograd the gradient of the input and of every parameter.
"""
import json
import pathlib

import numpy
import torch
import torch.nn.functional as F

here = pathlib.Path(__file__).parent
torch.set_default_dtype(torch.float64)
torch.set_num_threads(1)
rng = numpy.random.default_rng(20)


def normal(*shape):
    return torch.tensor(rng.normal(size=shape), requires_grad=True)


def case(name, shape, module, parameters, **options):
    x = normal(*shape)
    y = module(x, *parameters.values())
    weighting = torch.tensor(rng.normal(size=tuple(y.shape)))
    (y * weighting).sum().backward()
    flat = lambda t: t.detach().reshape(-1).tolist()
    return {
        'name': name,
        **options,
        'shape': list(shape),
        'input': flat(x),
        'weighting': flat(weighting),
        'output': flat(y),
        'gradInput': flat(x.grad),
        'parameters': {key: flat(p) for key, p in parameters.items()},
        'gradients': {key: flat(p.grad) for key, p in parameters.items()},
    }


def convolution(shape, out, kernel, padding, activation):
    bend = {'tanh': torch.tanh, 'relu': F.relu, 'identity': lambda z: z}[activation]
    parameters = {'weight': normal(out, shape[1], kernel, kernel), 'bias': normal(out)}
    return case(
        f'conv2d {shape} to {out}, kernel {kernel}, padding {padding}, {activation}',
        shape,
        lambda x, w, b: bend(F.conv2d(x, w, b, padding=padding)),
        parameters,
        outChannels=out, kernel=kernel, padding=padding, activation=activation,
    )


def pool(kind, shape, window):
    function = F.max_pool2d if kind == 'max' else F.avg_pool2d
    return case(f'{kind} pool {shape} by {window}', shape, lambda x: function(x, window), {}, kind=kind, window=window)


def batch_norm(shape):
    return case(
        f'batch norm {shape}',
        shape,
        lambda x, w, b: F.batch_norm(x, None, None, w, b, training=True),
        {'weight': normal(shape[1]), 'bias': normal(shape[1])},
        kind='batch',
    )


def layer_norm(shape):
    return case(
        f'layer norm {shape}',
        shape,
        lambda x, w, b: F.layer_norm(x, (shape[1],), w, b),
        {'weight': normal(shape[1]), 'bias': normal(shape[1])},
        kind='layer',
    )


golden = {
    'versions': {'torch': torch.__version__, 'numpy': numpy.__version__},
    'convolutions': [
        convolution((2, 1, 5, 5), 3, 3, 1, 'tanh'),
        convolution((3, 2, 4, 6), 4, 3, 0, 'relu'),
        convolution((2, 3, 4, 4), 2, 1, 0, 'identity'),
        convolution((1, 2, 5, 4), 3, 2, 1, 'tanh'),
    ],
    'pools': [pool('max', (2, 2, 4, 4), 2), pool('average', (2, 2, 4, 4), 2), pool('max', (1, 3, 5, 7), 2), pool('average', (1, 3, 6, 7), 3)],
    'norms': [batch_norm((6, 4)), batch_norm((3, 2, 3, 4)), layer_norm((5, 7))],
}
(here / 'layers.json').write_text(json.dumps(golden) + '\n')
