import csv, tensorflow as tf

log = csv.writer(open("gradients.csv", "w", newline="", buffering=1))
log.writerow(["step", "loss", "layer", "grad_norm"])

def record(step, model, loss_fn, x, y):  # every few steps, beside model.fit or a loop of your own
    with tf.GradientTape() as tape:
        loss = loss_fn(y, model(x, training=True))
    for w, g in zip(model.trainable_variables, tape.gradient(loss, model.trainable_variables)):
        if len(w.shape) > 1:
            log.writerow([step, float(loss), w.path, float(tf.norm(g))])
