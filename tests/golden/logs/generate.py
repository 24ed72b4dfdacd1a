#!/usr/bin/env python3
"""Three training logs written by PyTorch with the chapter's own snippet, as test data.

Run from the root of the repository, with PyTorch at hand (Debian: python3-torch):

    python3 tests/golden/logs/generate.py [folder]

It writes vanishing.csv, exploding.csv and healthy.csv into the folder, beside itself if none is named.
The data are random points labelled by a random rule, so that nothing has to be downloaded; the snippet
is read from content/snippets/pytorch.py and run as it stands. Made with PyTorch 1.13.0 on Debian 12.
"""
import os
import pathlib
import sys

import torch
from torch import nn

snippet = (pathlib.Path(__file__).parents[3] / 'content/snippets/pytorch.py').read_text()
folder = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else pathlib.Path(__file__).parent)
torch.set_num_threads(1)


def stack(activation, depth, start):
    """Equal layers on 20 inputs and 5 classes; `start` draws each layer's weights."""
    sizes = [20] + [32] * depth
    layers = []
    for fan_in, fan_out in zip(sizes, sizes[1:]):
        layers += [nn.Linear(fan_in, fan_out), activation()]
    model = nn.Sequential(*layers, nn.Linear(32, 5))
    for layer in model:
        if isinstance(layer, nn.Linear):
            start(layer.weight)
            nn.init.zeros_(layer.bias)
    return model


def he(weight):
    nn.init.kaiming_normal_(weight, nonlinearity='relu')


def large(weight):
    nn.init.normal_(weight, std=0.8)


NETS = {
    'vanishing': (nn.Sigmoid, 8, nn.init.xavier_uniform_, 0.1),
    'exploding': (nn.Tanh, 14, large, 0.0005),
    'healthy': (nn.ReLU, 8, he, 0.05),
}

for name, (activation, depth, start, rate) in NETS.items():
    torch.manual_seed(1)
    inputs = torch.randn(400, 20)
    labels = (inputs @ torch.randn(20, 5)).argmax(1)
    model = stack(activation, depth, start)
    optimizer = torch.optim.SGD(model.parameters(), lr=rate)
    os.chdir(folder)
    scope = {}
    exec(snippet, scope)
    for step in range(40):
        rows = torch.randint(400, (50,))
        optimizer.zero_grad()
        loss = nn.functional.cross_entropy(model(inputs[rows]), labels[rows])
        loss.backward()
        scope['record'](step, loss, model, optimizer)
    os.replace('gradients.csv', f'{name}.csv')
