#!/usr/bin/env python3
"""Reference values from PyTorch in float64, for tests/core/golden-*.test.ts and random.test.ts.

Run from the root of the repository, with PyTorch at hand (Debian: python3-torch):

    python3 tests/golden/generate.py

It writes networks.json, optimizers.json and random.json beside itself; each names the versions it
was made with. Numbers are written with all their digits, so reading them back gives the same bits.

Conventions. A loss is the mean over the batch of the sum over the outputs, and the squared error has a
half; PyTorch's own means are taken over everything, so sums are asked for and divided here. Weights are
[out, in]. Softplus is asked never to switch to its linear shortcut (`threshold`), which would cost
digits. Gradients come from autograd alone: nothing here repeats a formula of src/core.
"""
import json
import pathlib

import numpy
import torch
import torch.nn.functional as F

here = pathlib.Path(__file__).parent
torch.set_default_dtype(torch.float64)
torch.set_num_threads(1)

BATCH, SIZES = 6, [5, 4, 3, 3]

ACTIVATIONS = {
    'sigmoid': torch.sigmoid,
    'tanh': torch.tanh,
    'relu': F.relu,
    'leakyRelu': lambda z: F.leaky_relu(z, 0.01),
    'prelu': F.prelu,
    'elu': F.elu,
    'softplus': lambda z: F.softplus(z, threshold=1e6),
    'identity': lambda z: z,
    'selu': F.selu,
    'gelu': F.gelu,
    'silu': F.silu,
}

LOSSES = {
    'crossEntropy': lambda z, y: F.cross_entropy(z, y, reduction='sum') / len(y),
    'binaryCrossEntropy': lambda z, y: F.binary_cross_entropy_with_logits(z, y, reduction='sum') / len(y),
    'binaryCrossEntropyOnSigmoid': lambda z, y: F.binary_cross_entropy(torch.sigmoid(z), y, reduction='sum') / len(y),
    'meanSquaredError': lambda z, y: F.mse_loss(torch.sigmoid(z), y, reduction='sum') / (2 * len(y)),
}
ON_SIGMOID = {'binaryCrossEntropyOnSigmoid', 'meanSquaredError'}

OPTIMIZERS = {
    'sgd': lambda p: torch.optim.SGD(p, lr=0.3),
    'momentum': lambda p: torch.optim.SGD(p, lr=0.03, momentum=0.9),
    'nesterov': lambda p: torch.optim.SGD(p, lr=0.03, momentum=0.9, nesterov=True),
    'rmsprop': lambda p: torch.optim.RMSprop(p, lr=0.02, alpha=0.99),
    'adam': lambda p: torch.optim.Adam(p, lr=0.05),
}


def draws(seed):
    """Inputs, targets for each loss and first parameters: large enough that units bend, small enough that a
    sigmoid output is not within 1e-6 of 1, where a loss on it has lost the digits of 1 - a."""
    rng = numpy.random.default_rng(seed)
    inputs = rng.normal(size=(BATCH, SIZES[0]))
    logits = rng.normal(size=(BATCH, SIZES[-1]))
    shares = numpy.exp(logits) / numpy.exp(logits).sum(1, keepdims=True)
    classes = numpy.eye(SIZES[-1])[rng.integers(SIZES[-1], size=BATCH)]
    soft = rng.uniform(size=(BATCH, SIZES[-1]))
    mixed = numpy.where(numpy.arange(BATCH)[:, None] % 2 == 0, shares, classes)
    sides = numpy.where(numpy.arange(BATCH)[:, None] % 2 == 0, soft, soft.round())
    targets = {name: mixed if name == 'crossEntropy' else sides for name in LOSSES}
    parameters = {}
    for layer, (fan_in, fan_out) in enumerate(zip(SIZES, SIZES[1:])):
        parameters[f'layers.{layer}.weight'] = 0.6 * rng.normal(size=(fan_out, fan_in))
        parameters[f'layers.{layer}.bias'] = 0.6 * rng.normal(size=fan_out)
    return inputs, targets, parameters


def with_slopes(parameters, activation):
    """PReLU's learned slope stands behind the bias of each hidden layer."""
    parameters = dict(parameters)
    if activation == 'prelu':
        for layer in range(len(SIZES) - 2):
            parameters[f'layers.{layer}.slope'] = numpy.array([0.25])
    return {name: torch.tensor(value, requires_grad=True) for name, value in parameters.items()}


def logits_of(inputs, parameters, activation):
    signal = torch.tensor(inputs)
    last = len(SIZES) - 2
    for layer in range(last + 1):
        signal = F.linear(signal, parameters[f'layers.{layer}.weight'], parameters[f'layers.{layer}.bias'])
        if layer == last:
            return signal
        slope = parameters.get(f'layers.{layer}.slope')
        signal = ACTIVATIONS[activation](signal) if slope is None else F.prelu(signal, slope)


def flat(tensor):
    return numpy.asarray(tensor.detach() if torch.is_tensor(tensor) else tensor).ravel().tolist()


def network_case(inputs, targets, start, activation, loss):
    parameters = with_slopes(start, activation)
    z = logits_of(inputs, parameters, activation)
    assert torch.sigmoid(z.abs()).max() < 1 - 1e-6
    value = LOSSES[loss](z, torch.tensor(targets[loss]))
    value.backward()
    return {
        'activation': activation,
        'loss': loss,
        'output': flat(torch.sigmoid(z) if loss in ON_SIGMOID else z),
        'value': value.item(),
        'gradients': {name: flat(p.grad) for name, p in parameters.items()},
    }


def optimizer_case(inputs, targets, start, optimizer, clip):
    """Ten steps of a PReLU network under cross-entropy, so that the learned slopes move as well."""
    parameters = with_slopes(start, 'prelu')
    steps = OPTIMIZERS[optimizer](list(parameters.values()))
    losses, norms = [], []
    for _ in range(10):
        steps.zero_grad()
        value = LOSSES['crossEntropy'](logits_of(inputs, parameters, 'prelu'), torch.tensor(targets['crossEntropy']))
        value.backward()
        losses.append(value.item())
        norms.append(torch.nn.utils.clip_grad_norm_(parameters.values(), clip or float('inf')).item())
        steps.step()
    if clip:
        assert min(norms) < clip < max(norms), norms
    return {
        'optimizer': optimizer,
        'learningRate': steps.defaults['lr'],
        'clip': clip,
        'losses': losses,
        'gradientNorms': norms,
        'parameters': {name: flat(p) for name, p in parameters.items()},
    }


def shared(inputs, targets, parameters):
    return {
        'versions': {'torch': torch.__version__, 'numpy': numpy.__version__},
        'batch': BATCH,
        'sizes': SIZES,
        'inputs': flat(inputs),
        'targets': {name: flat(values) for name, values in targets.items()},
        'parameters': {name: flat(value) for name, value in parameters.items()},
    }


def xoshiro128(state, count):
    """xoshiro128** 1.1 as its authors publish it (Blackman and Vigna), on Python's whole numbers."""
    mask = 0xFFFFFFFF
    rotate = lambda x, k: ((x << k) | (x >> (32 - k))) & mask
    s = list(state)
    out = []
    for _ in range(count):
        out.append(rotate(s[1] * 5 & mask, 7) * 9 & mask)
        t = s[1] << 9 & mask
        s[2] ^= s[0]
        s[3] ^= s[1]
        s[1] ^= s[2]
        s[0] ^= s[3]
        s[2] ^= t
        s[3] = rotate(s[3], 11)
    return out


def write(name, value):
    (here / name).write_text(json.dumps(value, separators=(',', ':')) + '\n')


draw = draws(2024)
write('networks.json', {
    **shared(*draw),
    'cases': [network_case(*draw, activation, loss) for activation in ACTIVATIONS for loss in LOSSES],
})
write('optimizers.json', {
    **shared(*draw),
    'cases': [optimizer_case(*draw, optimizer, clip) for optimizer in OPTIMIZERS for clip in (0, 0.45)],
})
states = [[1, 2, 3, 4], [0xFFFFFFFF, 0, 0x80000000, 0x12345678]]
write('random.json', [{'state': state, 'numbers': xoshiro128(state, 32)} for state in states])
