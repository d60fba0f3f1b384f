"""Trains the reader.

    python train.py --base work/base --data work/examples/train.jsonl --out work/reader [--minutes 90] [--resume]

Every batch holds whole questions: a question's windows are compared with one another as well as each with «none».
On a processor with bfloat16 products this makes some 3,600 tokens a second on two cores; with a GPU it uses the GPU."""
import argparse
import copy
import json
import math
import random
import time
from pathlib import Path

import torch
from reader import Reader, encode
from torch import nn
from transformers import AutoTokenizer

WIDTHS = (64, 96, 128, 144, 160, 176, 192, 224, 256)  # few shapes: products are compiled once a shape
GROUP_WEIGHT = 0.5
# How often a question of a kind is seen in an epoch, and how many windows that do not answer are shown with it.
SHARE = {"press": 1.0, "near": 1.0, "swap": 0.4, "claim": 2.0, "claim-swap": 1.0, "claim-public": 0.7, "cross": 0.5, "public": 0.5, "null": 0.4}
NEGATIVES = {"press": (2, 2), "near": (3, 1), "swap": (2, 0), "cross": (1, 0), "public": (1, 1), "null": (2, 0)}


class Example:
    """One question × window, as ids."""

    __slots__ = ("begin", "gold", "ids", "kind", "question", "verdict")

    def __init__(self, tok, q: str, row: dict, kind: str, verdict: str | None):
        self.ids, self.begin, offsets, self.question = encode(tok, q, row["h"], row["w"])
        self.kind = kind
        self.verdict = {"yes": 1, "no": 0}.get(verdict)
        self.gold = []
        for s, e in row.get("a", []):
            i = next((k for k, (_, y) in enumerate(offsets) if y > s), None)
            j = next((k for k in range(len(offsets) - 1, -1, -1) if offsets[k][0] < e), None)
            if i is not None and j is not None and i <= j and offsets[j][1] >= e:
                self.gold.append((self.begin + i, self.begin + j))


def groups(rows: list[dict], tok, rng: random.Random, share: dict, cache: dict) -> list[list[Example]]:
    """An epoch: the windows of a question are drawn anew, hard ones more often."""

    def example(k, what, n, row, kind, verdict=None):
        key = (k, what, n)
        if key not in cache:
            cache[key] = Example(tok, rows[k]["q"], row, kind, verdict)
        return cache[key]

    def draw(items, n):
        picked = []
        pool = list(enumerate(items))
        while pool and len(picked) < n:
            at = min(int(rng.expovariate(0.5)), len(pool) - 1)
            picked.append(pool.pop(at))
        return picked

    out = []
    for k, x in enumerate(rows):
        kind = x["kind"]
        for _ in range(int(share[kind] + rng.random())):
            if kind.startswith("claim"):
                out.append([example(k, "pos", 0, x["pos"][0], "claim", x["v"])])
                continue
            same, other = NEGATIVES[kind]
            g = [example(k, "pos", n, r, kind, x.get("v")) for n, r in draw(x["pos"], 2)]
            if x["pos"]:
                g = [e for e in g if e.gold]
                if not g:
                    continue
            g += [example(k, "same", n, r, kind) for n, r in draw(x["same"], same)]
            g += [example(k, "other", n, r, kind) for n, r in draw(x["other"], other)]
            if g:
                out.append(g)
    rng.shuffle(out)
    return out


def batches(gs: list[list[Example]], tokens: int, rng: random.Random) -> list[tuple[int, list[list[Example]]]]:
    """Batches of one width and about `tokens` tokens, each with whole groups."""
    by: dict[int, list] = {w: [] for w in WIDTHS}
    for g in gs:
        longest = max(len(e.ids) for e in g)
        by[next(w for w in WIDTHS if longest <= w)].append(g)
    out = []
    for w, l in by.items():
        most = tokens // w
        batch, n = [], 0
        for g in l:
            if n + len(g) > most and batch:
                out.append((w, batch))
                batch, n = [], 0
            batch.append(g[:most])
            n += len(g)
        if batch:
            out.append((w, batch))
    rng.shuffle(out)
    return out


def tensors(width: int, most: int, batch, pad: int, device):
    ids = torch.full((most, width), pad)
    mask, types, shown = (torch.zeros((most, width), dtype=torch.long) for _ in range(3))
    mask[:, 0] = shown[:, 0] = 1
    k = 0
    for g in batch:
        for e in g:
            n = len(e.ids)
            ids[k, :n] = torch.tensor(e.ids)
            mask[k, :n] = 1
            types[k, e.question : n] = 1
            shown[k, e.begin : n - 1] = 1
            k += 1
    return ids.to(device), mask.to(device), types.to(device), shown.to(device)


def loss_of(span, verdict, shown, batch):
    """Mean over rows of the span's cross entropy with «none», over groups of the same among all windows, and the verdict's."""
    raw = span.masked_fill(shown[..., None] == 0, -1e4)
    row = raw.log_softmax(1)
    v = verdict.log_softmax(1)
    total, k = 0.0, 0
    spans = verdicts = 0
    for g in batch:
        first = k
        golds = []
        for e in g:
            if e.kind != "claim":
                gold = e.gold or [(0, 0)]
                total = total - torch.logsumexp(torch.stack([row[k, s, 0] + row[k, t, 1] for s, t in gold]), 0)
                golds += [(k, s, t) for s, t in e.gold]
                spans += 1
            if e.verdict is not None:
                total = total - v[k, e.verdict]
                verdicts += 1
            k += 1
        if golds and k - first > 1:
            among = raw[first:k, 1:].reshape(-1, 2).logsumexp(0)
            hit = torch.logsumexp(torch.stack([raw[r, s, 0] + raw[r, t, 1] for r, s, t in golds]), 0)
            total = total + GROUP_WEIGHT * (k - first) * (among.sum() - hit) / 2
    return total / max(1, k)


def main() -> None:
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("--base", required=True)
    p.add_argument("--data", nargs="+", required=True)
    p.add_argument("--out", required=True)
    p.add_argument("--minutes", type=float, default=90)
    p.add_argument("--epochs", type=float, default=1)
    p.add_argument("--lr", type=float, default=3e-4)
    p.add_argument("--tokens", type=int, default=4608, help="of a batch")
    p.add_argument("--share", default="{}", help='other shares of kinds, as JSON: {"public":0.2}')
    p.add_argument("--seed", type=int, default=1)
    p.add_argument("--resume", action="store_true", help="go on from the last checkpoint in OUT")
    a = p.parse_args()
    rng = random.Random(a.seed)
    torch.manual_seed(a.seed)
    device = "cuda" if torch.cuda.is_available() else "cpu"
    if device == "cpu":
        torch.set_num_threads(2)
    state_file = Path(a.out) / "state.pt"
    state = torch.load(state_file) if a.resume and state_file.exists() else None
    tok = AutoTokenizer.from_pretrained(a.base)
    model = Reader(a.base).train()
    for m in model.modules():
        if isinstance(m, nn.Dropout):
            m.p = 0.0
        if hasattr(m, "dropout_prob"):
            m.dropout_prob = 0.0
    model.encoder.config.attention_probs_dropout_prob = 0.0
    model.encoder.embeddings.word_embeddings.weight.requires_grad = False
    rows = [json.loads(line) for f in a.data for line in open(f, encoding="utf8")]
    share = {**SHARE, **json.loads(a.share)}
    # Forward and backward in bfloat16, the weights that are stepped in float32.
    master = [q.detach().clone().float().to(device).requires_grad_() for q in model.parameters() if q.requires_grad]
    model = model.to(device).bfloat16()
    params = [q for q in model.parameters() if q.requires_grad]
    decayed = [w for w in master if w.ndim > 1]
    plain = [w for w in master if w.ndim < 2]
    opt = torch.optim.AdamW(
        [{"params": decayed, "weight_decay": 0.01}, {"params": plain, "weight_decay": 0.0}],
        lr=a.lr, betas=(0.9, 0.98), fused=True,
    )  # fmt: skip
    step, spent, done_share = 0, 0.0, 0.0
    if state:
        step, spent, done_share = state["step"], state["spent"], state["done"]
        opt.load_state_dict(state["opt"])
        for w, s in zip(master, state["master"]):
            w.data.copy_(s)
        for q, w in zip(params, master):
            q.data.copy_(w)
        rng.seed(a.seed + step)
    started, cache = time.time() - spent, {}

    def save() -> None:
        whole = copy.deepcopy(model).float().cpu()
        for q, w in zip([q for q in whole.parameters() if q.requires_grad], master):
            q.data.copy_(w.data.cpu())
        whole.save(a.out, tok)
        torch.save({"step": step, "spent": time.time() - started, "done": f, "opt": opt.state_dict(),
                    "master": [w.data for w in master]}, state_file)  # fmt: skip

    f, run, tokens, epoch_steps = done_share, [], 0, 0
    while f < 1:
        epoch = batches(groups(rows, tok, rng, share, cache), a.tokens, rng)
        epoch_steps = epoch_steps or len(epoch)
        for width, batch in epoch:
            # Warm up, then down to zero over the planned epochs or minutes, whichever ends first.
            f = max(step / (epoch_steps * a.epochs), (time.time() - started) / (a.minutes * 60))
            if f >= 1:
                break
            for g in opt.param_groups:
                g["lr"] = a.lr * min(1, (step + 1) / 100) * (0.5 + 0.5 * math.cos(math.pi * min(1, f)))
            ids, mask, types, shown = tensors(width, a.tokens // width, batch, tok.pad_token_id, device)
            span, verdict = model(ids, mask, types)
            loss = loss_of(span, verdict, shown, batch)
            loss.backward()
            for q, w in zip(params, master):
                w.grad = None if q.grad is None else q.grad.float()
                q.grad = None
            nn.utils.clip_grad_norm_([w for w in master if w.grad is not None], 1.0)
            opt.step()
            with torch.no_grad():
                for q, w in zip(params, master):
                    q.copy_(w)
            step += 1
            run.append(loss.item())
            tokens += sum(len(e.ids) for g in batch for e in g)
            if step % 50 == 0:
                rate = tokens / (time.time() - started - spent)
                print(f"{step}/{int(epoch_steps * a.epochs)} loss {sum(run) / len(run):.3f} {rate:.0f} tok/s {f:.3f}", flush=True)
                run = []
            if step % 500 == 0:
                save()
    save()
    print(f"saved after {step} steps, {time.time() - started:.0f} s")


if __name__ == "__main__":
    main()
