"""The attribution model: trained on PolNeAR, shipped as an ONNX graph. `make train-attribution` runs it."""
