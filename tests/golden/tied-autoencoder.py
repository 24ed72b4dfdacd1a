#!/usr/bin/env python3
"""Reference values from PyTorch in float64 for tests/core/tied-autoencoder.test.ts.

Run from the root of the repository, with PyTorch at hand (Debian: python3-torch):

    python3 tests/golden/tied-autoencoder.py

It writes tied-autoencoder.json beside itself. An autoencoder of one layer whose way back has the
transposed weights of the way there: one tensor, used twice, so that autograd adds the two roads up.
Losses are means over the batch of the sum over the outputs, and the squared error has a half.
"""
import json
import pathlib

import numpy
import torch
import torch.nn.functional as F

torch.set_default_dtype(torch.float64)
torch.set_num_threads(1)

BATCH, FAN_IN, FAN_OUT = 6, 7, 4

ACTIVATIONS = {'sigmoid': torch.sigmoid, 'tanh': torch.tanh, 'relu': F.relu}
# Which output stands with which loss: the last takes logits.
OUTPUTS = {
    'meanSquaredError on sigmoid': (torch.sigmoid, lambda o, x: F.mse_loss(o, x, reduction='sum') / (2 * len(x))),
    'meanSquaredError on identity': (lambda z: z, lambda o, x: F.mse_loss(o, x, reduction='sum') / (2 * len(x))),
    'binaryCrossEntropyOnSigmoid on sigmoid': (torch.sigmoid, lambda o, x: F.binary_cross_entropy(o, x, reduction='sum') / len(x)),
    'binaryCrossEntropy on identity': (lambda z: z, lambda z, x: F.binary_cross_entropy_with_logits(z, x, reduction='sum') / len(x)),
}


def case(draws, activation, name):
    inputs, *start = (torch.tensor(d) for d in draws)
    weight, bias, output_bias = (p.requires_grad_() for p in start)
    output, loss = OUTPUTS[name]
    code = ACTIVATIONS[activation](F.linear(inputs, weight, bias))
    out = output(F.linear(code, weight.t(), output_bias))
    value = loss(out, inputs)
    value.backward()
    loss_id, _, output_id = name.split(' ')
    return {
        'activation': activation,
        'output': output_id,
        'loss': loss_id,
        'value': value.item(),
        'code': flat(code),
        'reconstruction': flat(out),
        'gradients': {'weight': flat(weight.grad), 'bias': flat(bias.grad), 'outputBias': flat(output_bias.grad)},
    }


def flat(tensor):
    return numpy.asarray(tensor.detach() if torch.is_tensor(tensor) else tensor).ravel().tolist()


rng = numpy.random.default_rng(2006)
draws = [
    rng.uniform(0.05, 0.95, size=(BATCH, FAN_IN)),
    0.7 * rng.normal(size=(FAN_OUT, FAN_IN)),
    0.5 * rng.normal(size=FAN_OUT),
    0.5 * rng.normal(size=FAN_IN),
]
result = {
    'versions': {'torch': torch.__version__, 'numpy': numpy.__version__},
    'batch': BATCH,
    'fanIn': FAN_IN,
    'fanOut': FAN_OUT,
    **dict(zip(['inputs', 'weight', 'bias', 'outputBias'], map(flat, draws))),
    'cases': [case(draws, activation, name) for activation in ACTIVATIONS for name in OUTPUTS],
}
path = pathlib.Path(__file__).with_name('tied-autoencoder.json')
path.write_text(json.dumps(result, separators=(',', ':')) + '\n')
