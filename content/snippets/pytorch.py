import csv

log = csv.writer(open("gradients.csv", "w", newline="", buffering=1))
log.writerow(["step", "loss", "layer", "grad_norm", "update_ratio"])

def record(step, loss, model, optimizer):  # after loss.backward(), in place of optimizer.step()
    layers = {n: p for n, p in model.named_parameters() if p.ndim > 1 and p.grad is not None}
    before = {n: p.detach().clone() for n, p in layers.items()}
    optimizer.step()
    for n, p in layers.items():
        ratio = (p.detach() - before[n]).norm() / before[n].norm()
        log.writerow([step, loss.item(), n, p.grad.norm().item(), ratio.item()])
