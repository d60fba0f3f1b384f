"""Weights as int8 ONNX (opset 14, IR 8) for onnxruntime 1.14, as @xenova/transformers 2.17 brings it.

    python export.py reader work/reader ../models/reader       outputs start_logits, end_logits [B,T], verdict [B,2]
    python export.py embedder work/embedder ../models/embedder outputs last_hidden_state [B,T,384]

Prints the size and the largest difference to the unquantised model."""
import json
import sys
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from reader import Reader
from transformers import AutoModel, AutoTokenizer

INPUTS = ["input_ids", "attention_mask", "token_type_ids"]


class ReaderOutputs(torch.nn.Module):
    def __init__(self, folder: str):
        super().__init__()
        self.reader = Reader(folder)

    def forward(self, ids, mask, types):
        span, verdict = self.reader(ids, mask, types)
        return span[..., 0], span[..., 1], verdict


class EmbedderOutputs(torch.nn.Module):
    def __init__(self, folder: str):
        super().__init__()
        self.encoder = AutoModel.from_pretrained(folder, add_pooling_layer=False, attn_implementation="eager")

    def forward(self, ids, mask, types):
        return self.encoder(input_ids=ids, attention_mask=mask, token_type_ids=types).last_hidden_state


def main() -> None:
    kind, source, out = sys.argv[1:4]
    folder = Path(out)
    (folder / "onnx").mkdir(parents=True, exist_ok=True)
    model = (ReaderOutputs if kind == "reader" else EmbedderOutputs)(source).float().eval()
    names = ["start_logits", "end_logits", "verdict"] if kind == "reader" else ["last_hidden_state"]
    axes = {k: {0: "batch", 1: "tokens"} for k in [*INPUTS, *names]}
    if kind == "reader":
        axes["verdict"] = {0: "batch"}
    ids = torch.randint(5, 2000, (2, 24))
    whole = str(folder / "onnx" / "model.onnx")
    example = (ids, torch.ones_like(ids), torch.zeros_like(ids))
    torch.onnx.export(model, example, whole, input_names=INPUTS, output_names=names, dynamic_axes=axes,
                      opset_version=14, dynamo=False)  # fmt: skip
    small = str(folder / "onnx" / "model_quantized.onnx")
    quantize_dynamic(whole, small, weight_type=QuantType.QInt8, per_channel=True, op_types_to_quantize=["MatMul", "Gather"])
    for file in (whole, small):
        m = onnx.load(file)
        m.ir_version = 8
        onnx.save(m, file)
    AutoTokenizer.from_pretrained(source).save_pretrained(out)
    config = json.loads((Path(source) / "config.json").read_text())
    config["model_type"] = "bert"
    (folder / "config.json").write_text(json.dumps(config, indent=1))
    feed = {k: v.numpy() for k, v in zip(INPUTS, example)}
    a, b = (onnxruntime.InferenceSession(f, providers=["CPUExecutionProvider"]).run(None, feed) for f in (whole, small))
    print("MB", Path(small).stat().st_size >> 20, "largest difference", max(np.abs(x - y).max() for x, y in zip(a, b)))
    if "--keep" not in sys.argv:
        Path(whole).unlink()


if __name__ == "__main__":
    main()
