"""Trained graphs at work."""

import os

import onnxruntime

# More threads than this gain nothing on matrices of this size.
_THREADS = 2


def session(model: bytes) -> onnxruntime.InferenceSession:
    """A graph, loaded, to be run on the processor."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = min(_THREADS, os.cpu_count() or 1)
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    # Between two runs a waiting thread must not burn the core that the parser needs.
    options.add_session_config_entry("session.force_spinning_stop", "1")
    return onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])
