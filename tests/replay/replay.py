#!/usr/bin/env python3
"""Replays gradient-flow runs in PyTorch and compares every number that the two have in common.

    npm run --silent experiment -- gradient-flow depth=5 steps=20 --include parameters,data > run.json
    python3 tests/replay/replay.py run.json [another.json ...]

From the file come the configuration, the first parameters, the data and the rows of each batch; all the
rest is PyTorch in float64: layers, losses, autograd, optimisers, clipping. Printed is one JSON object a
run, with the largest relative error of each quantity: of a number over itself, of the final parameters
the largest difference over the largest entry, tensor by tensor. The exit status is 1 if any error is
above the tolerance.

Rounding differs between any two programs. Where gradients explode, each step may multiply that difference
by 10^5 (tanh, initializer=normal, weightScale=2), and after a few steps no two programs agree; step 0 does.
"""
import json
import math
import sys

import torch
import torch.nn.functional as F

torch.set_default_dtype(torch.float64)
torch.set_num_threads(1)

TOLERANCE = 1e-9


class Sigmoid(torch.autograd.Function):
    """torch.sigmoid goes backward by a(1 - a), and 1 - a has no digits left where a is near 1: at z = 20 an
    error of 1e-8. Saturated units are what these runs are about, so here the slope is s(z) s(-z)."""

    @staticmethod
    def forward(context, z):
        context.save_for_backward(z)
        return torch.sigmoid(z)

    @staticmethod
    def backward(context, gradient):
        (z,) = context.saved_tensors
        return gradient * torch.sigmoid(z) * torch.sigmoid(-z)


class Tanh(torch.autograd.Function):
    """torch.tanh goes backward by 1 - a * a, with the same loss of digits. The slope is 4 s(2z) s(-2z)."""

    @staticmethod
    def forward(context, z):
        context.save_for_backward(z)
        return torch.tanh(z)

    @staticmethod
    def backward(context, gradient):
        (z,) = context.saved_tensors
        return gradient * 4 * torch.sigmoid(2 * z) * torch.sigmoid(-2 * z)


ACTIVATIONS = {
    'sigmoid': Sigmoid.apply,
    'tanh': Tanh.apply,
    'relu': F.relu,
    'leakyRelu': lambda z: F.leaky_relu(z, 0.01),
    'elu': F.elu,
    'selu': F.selu,
    'gelu': F.gelu,
    'silu': F.silu,
    'softplus': lambda z: F.softplus(z, threshold=1e6),
    'identity': lambda z: z,
}

# Means over the batch of sums over the outputs; the squared error has a half and a sigmoid output.
LOSSES = {
    'crossEntropy': lambda z, y: F.cross_entropy(z, y, reduction='sum') / len(y),
    'binaryCrossEntropy': lambda z, y: F.binary_cross_entropy_with_logits(z, y, reduction='sum') / len(y),
    'meanSquaredError': lambda z, y: F.mse_loss(Sigmoid.apply(z), y, reduction='sum') / (2 * len(y)),
}

OPTIMIZERS = {
    'sgd': lambda p, rate: torch.optim.SGD(p, lr=rate),
    'momentum': lambda p, rate: torch.optim.SGD(p, lr=rate, momentum=0.9),
    'nesterov': lambda p, rate: torch.optim.SGD(p, lr=rate, momentum=0.9, nesterov=True),
    'rmsprop': lambda p, rate: torch.optim.RMSprop(p, lr=rate, alpha=0.99),
    'adam': lambda p, rate: torch.optim.Adam(p, lr=rate),
}


def tensor(named):
    return torch.tensor([float(x) for x in named['values']]).reshape(named['shape'])


def replay(run):
    config, data = run['config'], run['data']
    inputs, targets = tensor(data['inputs']), tensor(data['targets'])
    parameters = {p['name']: tensor(p).requires_grad_() for p in run['parameters']['initial']}
    optimizer = OPTIMIZERS[config['optimizer']](list(parameters.values()), config['learningRate'])
    records = {record['step']: record for record in run['records']}
    errors = {}
    steps = len(data['batches']) - 1
    for step, rows in enumerate(data['batches']):
        optimizer.zero_grad()
        pre_activations, logits = forward(inputs[rows], parameters, config)
        loss = LOSSES[config['loss']](logits, targets[rows])
        loss.backward()
        if step in records:
            compare_record(errors, records[step], loss, pre_activations, parameters)
        if step < steps:
            if config['clipNorm'] > 0:
                torch.nn.utils.clip_grad_norm_(parameters.values(), config['clipNorm'])
            optimizer.step()
    for final in run['parameters']['final']:
        compare(errors, 'finalParameters', parameters[final['name']].detach().flatten().tolist(), final['values'])
    return {'steps': steps, 'records': len(records), 'errors': errors}


def forward(signal, parameters, config):
    pre_activations = []
    for layer in range(config['depth'] + 1):
        z = F.linear(signal, parameters[f'layers.{layer}.weight'], parameters[f'layers.{layer}.bias'])
        z.retain_grad()
        pre_activations.append(z)
        if layer < config['depth']:
            slope = parameters.get(f'layers.{layer}.slope')
            signal = ACTIVATIONS[config['activation']](z) if slope is None else F.prelu(z, slope)
    return pre_activations, z


def compare_record(errors, record, loss, pre_activations, parameters):
    layers = range(len(pre_activations))
    compare(errors, 'loss', [loss.item()], [record['loss']])
    # The root mean square over the batch of one example's delta; autograd's has 1/batch in it.
    deltas = [math.sqrt(len(z)) * z.grad.norm().item() for z in pre_activations]
    weights = [parameters[f'layers.{layer}.weight'].grad.norm().item() for layer in layers]
    biases = [parameters[f'layers.{layer}.bias'].grad.norm().item() for layer in layers]
    # Gradients of layers may be orders of magnitude apart, so each layer stands for itself.
    for layer in layers:
        compare(errors, 'deltaNorm', [deltas[layer]], [record['deltaNorm'][layer]])
        compare(errors, 'weightGradientNorm', [weights[layer]], [record['weightGradientNorm'][layer]])
        compare(errors, 'biasGradientNorm', [biases[layer]], [record['biasGradientNorm'][layer]])


def compare(errors, quantity, here, there):
    difference = max(abs(a - float(b)) for a, b in zip(here, there, strict=True))
    size = max(abs(a) for a in here)
    error = 0.0 if difference == 0 else difference / size if size > 0 else math.inf
    if math.isnan(difference):
        error = math.inf
    errors[quantity] = max(errors.get(quantity, 0.0), error)


def main(files):
    worst = 0.0
    for file in files:
        with open(file) as text:
            run = json.load(text)
        if run['experiment'] != 'gradient-flow' or 'parameters' not in run or 'data' not in run:
            sys.exit(f'{file}: expected a gradient-flow run printed with --include parameters,data')
        result = replay(run)
        worst = max(worst, *result['errors'].values())
        print(json.dumps({'torch': torch.__version__, **result}), flush=True)
    return 0 if worst <= TOLERANCE else 1


if __name__ == '__main__':
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1:]))
