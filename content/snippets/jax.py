import csv, jax, jax.numpy as jnp

log = csv.writer(open("gradients.csv", "w", newline="", buffering=1))
log.writerow(["step", "loss", "layer", "grad_norm"])

def record(step, loss_fn, params, *batch):  # every few steps, with the loss that you train on
    loss, grads = jax.value_and_grad(loss_fn)(params, *batch)
    for path, g in jax.tree_util.tree_leaves_with_path(grads):
        if g.ndim > 1:
            name, norm = jax.tree_util.keystr(path), float(jnp.sqrt((g**2).sum()))
            log.writerow([step, float(loss), name, norm])
