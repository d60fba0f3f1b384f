"""The reader: one encoder, three heads. Start and end of the answer with «none» at the first token; a verdict at the first token
(no, yes), which is the answer to a yes-no question and, for a claim, whether its sentences support it."""
from pathlib import Path

import torch
from torch import nn
from transformers import AutoModel

MOST_QUESTION, MOST_HEADER, MOST_TOKENS = 56, 40, 256  # tokens; the program's `src/adapters/onnx-reader.ts` has the same


def encode(tok, question: str, header: str, window: str, most: int = MOST_TOKENS):
    """Ids, where the window begins, the offsets of its pieces, and how many ids belong to the question."""
    q = tok(question, add_special_tokens=False)["input_ids"][:MOST_QUESTION]
    h = tok(header, add_special_tokens=False)["input_ids"][:MOST_HEADER] if header else []
    e = tok(window, add_special_tokens=False, return_offsets_mapping=True)
    room = most - len(q) - len(h) - 4
    w, offsets = e["input_ids"][:room], e["offset_mapping"][:room]
    head = [tok.cls_token_id, *q, tok.sep_token_id, *h, tok.sep_token_id]
    return [*head, *w, tok.sep_token_id], len(head), offsets, len(q) + 2


class Reader(nn.Module):
    def __init__(self, base: str):
        super().__init__()
        self.encoder = AutoModel.from_pretrained(
            base, add_pooling_layer=False, attn_implementation="eager", dtype=torch.float32
        )
        size = self.encoder.config.hidden_size
        self.span, self.verdict = nn.Linear(size, 2), nn.Linear(size, 2)
        heads = Path(base) / "heads.pt"
        if heads.exists():
            state = torch.load(heads)
            self.span.load_state_dict(state["span"])
            self.verdict.load_state_dict(state["verdict"])

    def forward(self, ids, mask, types):
        x = self.encoder(input_ids=ids, attention_mask=mask, token_type_ids=types).last_hidden_state
        return self.span(x).float(), self.verdict(x[:, 0]).float()

    def save(self, folder: str, tok) -> None:
        Path(folder).mkdir(parents=True, exist_ok=True)
        self.encoder.save_pretrained(folder)
        tok.save_pretrained(folder)
        torch.save({"span": self.span.state_dict(), "verdict": self.verdict.state_dict()}, Path(folder) / "heads.pt")
