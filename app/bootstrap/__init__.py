"""The composition root: `till` opens the store and wires the use cases, `bench` the devices, `window` the screens."""
