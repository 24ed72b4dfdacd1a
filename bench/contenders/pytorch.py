"""PyTorch, eager, float32, one thread. Same protocol as contender.mjs, after a first line with the version."""
import json
import re
import sys
import time

import torch

torch.set_num_threads(1)
LEARNING_RATE = 0.01
ACTIVATIONS = {"sigmoid": torch.nn.Sigmoid, "relu": torch.nn.ReLU}


def prepare(sizes, batch, activation):
    layers = []
    for fan_in, fan_out in zip(sizes, sizes[1:]):
        layers += [torch.nn.Linear(fan_in, fan_out), ACTIVATIONS[activation]()]
    model = torch.nn.Sequential(*layers[:-1])
    optimizer = torch.optim.SGD(model.parameters(), lr=LEARNING_RATE)
    loss = torch.nn.CrossEntropyLoss()
    inputs = torch.randn(batch, sizes[0])
    labels = torch.arange(batch) % sizes[-1]

    def step():
        optimizer.zero_grad()
        loss(model(inputs), labels).backward()
        optimizer.step()

    return step


def run(step, milliseconds):
    before, begin, steps, processor = time.process_time(), time.perf_counter(), 0, 0.0
    while processor * 1000 < milliseconds:
        step()
        steps += 1
        processor = time.process_time() - before
    wall = time.perf_counter() - begin
    return {"steps": steps, "wall": wall * 1000 / steps, "processor": processor * 1000 / steps}


def matrix_library():
    """The BLAS library, which matters more for speed than PyTorch's version."""
    try:
        with open("/proc/self/maps") as maps:
            text = maps.read()
    except OSError:
        return "unknown"
    if "BLAS_INFO=mkl" in torch.__config__.show():
        return "MKL"
    return "OpenBLAS" if re.search("openblas", text) else "reference BLAS"


if __name__ == "__main__":
    print(json.dumps({"version": f"{torch.__version__.split('a')[0]}, {matrix_library()}"}), flush=True)
    prepared = {}
    for line in sys.stdin:
        task = json.loads(line)
        key = json.dumps([task["net"], task["activation"]])
        if key not in prepared:
            step = prepare(task["net"]["sizes"], task["net"]["batch"], task["activation"])
            run(step, 4 * task["milliseconds"])
            prepared = {key: step}
        print(json.dumps(run(prepared[key], task["milliseconds"])), flush=True)
