"""Training, tuning and test examples from the data folder, split by release before anything is looked at.

    python prepare.py DATA OUT [--base work/base]

A line is one question with its windows: {"q","kind","pos":[{"h","w","a":[[start,end]]}],"same":[{"h","w"}],
"other":[{"h","w"}],"v"?} (`same`: other windows of the right release, hardest first; `other`: the best windows of other
releases), or one claim: {"q","kind":"claim","pos":[{"h":"","w"}],"v":"yes"|"no"}. Parts: train, tune, test."""
import argparse
import gzip
import hashlib
import json
import random
import re
from pathlib import Path

import numpy as np
from bm25 import BM25
from text import fold, header, sentences, windows

HERE = Path(__file__).parent


def load(path: Path) -> list[dict]:
    open_ = gzip.open if path.suffix == ".gz" else open
    with open_(path, "rt", encoding="utf8") as f:
        return [json.loads(line) for line in f if line.strip()]


def part_of(release: str) -> str:
    """An eighth of the releases is for tuning, an eighth for the test."""
    h = int(hashlib.sha1(release.encode()).hexdigest(), 16) % 8
    return {0: "tune", 1: "test"}.get(h, "train")


def find(text: str, answers: list[str]) -> list[tuple[int, int]]:
    return [(m.start(), m.end()) for a in answers if a for m in re.finditer(re.escape(a), text)]


def inside(spans: list[tuple[int, int]], a: int, b: int) -> list[list[int]]:
    return [[s - a, e - a] for s, e in spans if s >= a and e <= b]


ORDINALS = "一二三四五六七八九十"


def swapped(q: str, rng: random.Random) -> str | None:
    """The question with another year, month or ordinal: a near miss."""
    choices = []
    for m in re.finditer(r"(?:19|20)\d\d(?!\d)", q):
        choices.append((m, str(int(m.group()) + rng.choice([-3, -2, -1, 1, 2, 3]))))
    for m in re.finditer(r"(?<!\d)(1[0-2]|[1-9])(?=月)", q):
        choices.append((m, str((int(m.group()) + rng.randint(0, 10)) % 12 + 1)))
    for m in re.finditer(f"(?<=第)[{ORDINALS}](?![{ORDINALS}])", q):
        choices.append((m, rng.choice(ORDINALS)))
    choices = [(m, r) for m, r in choices if m.group() != r]
    if not choices:
        return None
    m, r = rng.choice(choices)
    return q[: m.start()] + r + q[m.end() :]


NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")


def other_figure(claim: str, rng: random.Random) -> str | None:
    """The claim with one digit of one number exchanged."""
    found = [m for m in NUMBER.finditer(claim) if len(m.group()) < 12]
    if not found:
        return None
    m = rng.choice(found)
    digits = [k for k in range(m.start(), m.end()) if claim[k].isdigit()]
    k = rng.choice(digits[:2])
    d = rng.choice([x for x in "123456789" if x != claim[k]])
    return claim[:k] + d + claim[k + 1 :]


OPPOSITES = [("增长", "下降"), ("上升", "下降"), ("增加", "减少"), ("提高", "降低"), ("扩大", "缩小"), ("超过", "不足"),
             ("同比", "环比"), ("完成", "启动"), ("开工", "竣工"), ("已", "将"), ("首次", "再次"), ("以上", "以下"), ("最大", "第二大"),
             ("支持", "反对"), ("进口", "出口"), ("部分", "全部"), ("上午", "下午"), ("第一", "第二")]  # fmt: skip


def opposite(claim: str, rng: random.Random) -> str | None:
    found = [(a, b) for x, y in OPPOSITES for a, b in ((x, y), (y, x)) if a in claim]
    if not found:
        return None
    a, b = rng.choice(found)
    return claim.replace(a, b, 1)


class Pool:
    """The windows of a corpus, searched by words and, for a corpus with vectors, by meaning."""

    def __init__(self, corpus: list[dict], embed=None):
        self.by = {c["id"]: c for c in corpus}
        self.rows = []
        for c in corpus:
            c["raw"] = c["text"]
            c["text"], c["title"] = fold(c["text"]), fold(c.get("title") or "")
            c["h"] = header(c["title"], c.get("publishedOn"), c["text"])
            c["windows"] = windows(c["raw"])
            c["first"] = len(self.rows)
            self.rows += [(c["id"], a, b) for a, b in c["windows"]]
        self.texts = [self.by[i]["h"] + " " + self.by[i]["text"][a:b] for i, a, b in self.rows]
        self.bm25 = BM25(self.texts)
        self.vectors = None
        if embed:
            v = embed(["passage: " + t for t in self.texts])
            self.han = np.array([bool(re.search("[一-鿿]", t)) for t in self.texts])
            for flag in (True, False):
                if (self.han == flag).any():
                    v[self.han == flag] -= v[self.han == flag].mean(0)
            self.vectors = v / np.linalg.norm(v, axis=1, keepdims=True)

    def scores(self, q: str, qv=None, other_language: bool = False) -> np.ndarray:
        s = self.bm25.score(q)
        s = s / max(1e-6, s.max())
        if qv is not None:
            c = self.vectors @ qv
            c = (c - c.mean()) / c.std()
            s = s + (0.25 if other_language else 0.1) * c
        return s

    def row(self, k: int) -> dict:
        i, a, b = self.rows[k]
        return {"h": self.by[i]["h"], "w": self.by[i]["text"][a:b]}

    def group(self, q: str, docs: list[str], spans, answers, most_same: int, most_other: int, qv=None) -> dict | None:
        """`spans`: offsets in the first of `docs`; empty for a question without an answer."""
        d = self.by[docs[0]]
        english = not re.search("[一-鿿]", q)
        cross = qv is not None and english == bool(re.search("[一-鿿]", d["text"]))
        sc = self.scores(q, qv, cross)
        if cross:
            sc = sc + np.where(self.han == english, 0.5, 0)
        mine = [(d["first"] + n, inside(spans, a, b)) for n, (a, b) in enumerate(d["windows"])]
        pos = [(k, s) for k, s in mine if s]
        if spans and not pos:
            s, e = spans[0]
            a, b = max(0, s - 70), min(len(d["text"]), max(e, s + 240) + 10)
            pos_rows = [{"h": d["h"], "w": d["text"][a:b], "a": [[s - a, e - a]]}]
        else:
            pos = sorted(pos, key=lambda x: -sc[x[0]])[:3]
            pos_rows = [{**self.row(k), "a": s} for k, s in pos]
        same = sorted((k for k, s in mine if not s), key=lambda k: -sc[k])[:most_same]
        other = []
        for k in sc.argsort()[::-1][:80]:
            i, a, b = self.rows[k]
            w = self.by[i]["text"][a:b]
            if i in docs or any(z in w for z in answers if len(z) > 1):
                continue
            other.append(int(k))
            if len(other) >= most_other:
                break
        return {"q": q, "pos": pos_rows, "same": [self.row(k) for k in same], "other": [self.row(k) for k in other]}


def embedder(base: str, cache: Path):
    """Mean of the last hidden states, as e5 is used; kept in a file by what is embedded."""
    import torch
    from transformers import AutoModel, AutoTokenizer

    def embed(texts: list[str]) -> np.ndarray:
        key = hashlib.sha1(("\0".join(texts) + base).encode()).hexdigest()[:16]
        file = cache / f"{key}.npy"
        if file.exists():
            return np.load(file)
        tok = AutoTokenizer.from_pretrained(base)
        m = AutoModel.from_pretrained(base, add_pooling_layer=False).bfloat16().eval()
        out = np.zeros((len(texts), m.config.hidden_size), np.float32)
        order = sorted(range(len(texts)), key=lambda k: len(texts[k]))
        with torch.no_grad():
            for s in range(0, len(order), 48):
                ks = order[s : s + 48]
                e = tok([texts[k] for k in ks], truncation=True, max_length=192, padding=True, return_tensors="pt")
                h = m(e["input_ids"], e["attention_mask"]).last_hidden_state.float()
                mask = e["attention_mask"][..., None]
                out[ks] = ((h * mask).sum(1) / mask.sum(1)).numpy()
        np.save(file, out)
        return out

    return embed


def others(data: Path, ids: set[str]) -> list[dict]:
    """The texts of these ids from the large corpora."""
    names = ("crud", "press_release_archive_en") if ids else ()
    return [c for n in names for c in load(data / f"{n}.corpus.jsonl.gz") if c["id"] in ids]


def press(data: Path, own: Path, embed, emit) -> None:
    """The hand-written questions: those of the data folder and our own."""
    corpus = load(data / "press.corpus.jsonl") + load(data / "mofa_tw.corpus.jsonl")
    questions = load(data / "press.qa.jsonl")
    mine = load(own) if own.exists() else []
    corpus += others(data, {x["doc_ids"][0] for x in mine} - {c["id"] for c in corpus})
    texts = {c["id"]: c["text"] for c in corpus}
    for x in mine:
        x["answers"] = [texts[x["doc_ids"][0]][s:e] for s, e in x["spans"]]
    questions += mine
    pool = Pool(corpus, embed)
    qs = [fold(x["question"]) for x in questions]
    qv = embed(["query: " + q for q in qs])
    han = np.array([bool(re.search("[一-鿿]", q)) for q in qs])
    for flag in (True, False):
        qv[han == flag] -= qv[han == flag].mean(0)
    qv /= np.linalg.norm(qv, axis=1, keepdims=True)
    rng = random.Random(5)
    for x, q, v in zip(questions, qs, qv):
        doc = pool.by.get(x["doc_ids"][0])
        if doc is None:
            continue
        answers = [fold(a) for a in x["answers"]]
        # The same words elsewhere in the text answer as well; one or two characters may stand anywhere.
        spans = sorted({*find(doc["text"], [z for z in answers if len(z) > 2]), *map(tuple, x.get("spans") or [])})
        spans = spans or find(doc["text"], answers)
        part = x.get("part") or part_of(doc["id"])
        if x["answerable"] and not spans:
            continue
        g = pool.group(q, x["doc_ids"], spans, answers, 5, 8, v)
        g["kind"], g["type"] = ("press" if x["answerable"] else "near"), x["type"]
        if x.get("v"):
            g["v"] = x["v"]
        emit(part, g)
        if part == "train" and x["answerable"] and (z := swapped(q, rng)):
            near = [{k: r[k] for k in ("h", "w")} for r in g["pos"]]
            emit(part, {"q": z, "kind": "swap", "pos": [], "same": near + g["same"][:2], "other": []})


def public(data: Path, emit) -> None:
    """Public reading comprehension; sets marked «measure only» are not among them."""
    for name in ("cmrc2018_train", "cmrc2018", "drcd", "secnews_mrc", "dureader_robust", "dureader_checklist", "ncp_policies"):
        pool = Pool(load(data / f"{name}.corpus.jsonl"))
        for x in load(data / f"{name}.qa.jsonl"):
            if not x["doc_ids"] or x["doc_ids"][0] not in pool.by:
                continue
            d, q = pool.by[x["doc_ids"][0]], fold(x["question"])
            answers = [fold(a) for a in x["answers"] if a]
            spans = []
            if x.get("answerable") is not False:
                given = [tuple(s) for s in x.get("answer_spans") or []]
                spans = given if given and all(d["text"][s:e] in answers for s, e in given) else find(d["text"], answers)
                if not spans or len(spans) > 4:
                    continue
            g = pool.group(q, x["doc_ids"], spans, answers, 2, 3)
            emit("train", {**g, "kind": "public" if spans else "null"})


def more(data: Path, emit) -> None:
    rng = random.Random(6)
    for x in load(data / "more.qa.jsonl.gz"):
        if x.get("type") == "multi" or (x.get("type") == "yesno" and (not x.get("answers") or x.get("v") == "depends")):
            continue
        if x["set"] in ("cail2019", "webqa_example", "cmrc2017_user") and x.get("type") != "yesno" and rng.random() < 0.5:
            continue
        raw = x["text"]
        t = fold(raw)
        h = header(fold(x.get("title") or ""), None, t)
        ws = windows(raw)
        if not ws:
            continue
        answers = [fold(a) for a in x["answers"] if a]
        spans = ([tuple(s) for s in x.get("spans") or []] or find(t, answers)) if x["answerable"] else []
        if x["answerable"] and (not spans or len(spans) > 3):
            continue
        q = fold(x["q"])
        sc = BM25([t[a:b] for a, b in ws] + ["的"]).score(q)
        order = sorted(range(len(ws)), key=lambda k: -sc[k])
        pos = [{"h": h, "w": t[a:b], "a": s} for k in order if (s := inside(spans, *(ab := ws[k]))) for a, b in [ab]][:2]
        if spans and not pos:
            continue
        same = [{"h": h, "w": t[a:b]} for k in order for a, b in [ws[k]] if not inside(spans, a, b)][:2]
        emit("train", {"q": q, "kind": "public" if spans else "null", "pos": pos, "same": same, "other": [],
                       **({"v": x["v"]} if x.get("type") == "yesno" else {})})  # fmt: skip


def cross(data: Path, emit) -> None:
    """The same question and paragraph in Chinese and English."""
    rng = random.Random(7)
    for x in load(data / "xquad_zh_en.jsonl.gz"):
        for ql, cl in (("en", "zh"), ("zh", "en"), ("en", "en")):
            raw = x[cl]["text"]
            t, q = fold(raw), fold(x[ql]["question"])
            spans = [tuple(x[cl]["span"])] if x[cl].get("span") else find(t, [fold(x[cl]["answer"])])
            if len(spans) != 1:
                continue
            h, ws = header("", None, t), windows(raw)
            pos = [{"h": h, "w": t[a:b], "a": s} for a, b in ws if (s := inside(spans, a, b))][:1]
            same = [{"h": h, "w": t[a:b]} for a, b in ws if not inside(spans, a, b)]
            rng.shuffle(same)
            if pos:
                emit("train", {"q": q, "kind": "cross", "pos": pos, "same": same[:2], "other": []})


def claims(data: Path, own: Path, emit) -> None:
    rng = random.Random(8)

    def one(part, claim, premise, label, kind="claim"):
        emit(part, {"q": claim, "kind": kind, "pos": [{"h": "", "w": premise}], "v": "yes" if label else "no"})

    mine = load(own) if own.exists() else []
    known = load(data / "press.corpus.jsonl") + load(data / "mofa_tw.corpus.jsonl") if mine else []
    known += others(data, {x["doc"] for x in mine} - {c["id"] for c in known})
    texts = {c["id"]: c["text"] for c in known}
    for x in mine:
        x["s"] = [texts[x["doc"]][s:e] for s, e in x["s"]]
    rows = load(data / "claims.jsonl") + mine
    for x in rows:
        part = x.get("part") or part_of(x["doc"])
        claim, premise, label = fold(x["claim"]), fold(" ".join(x["s"])), x["label"] == "supported"
        one(part, claim, premise, label)
        if part == "train" and label and (z := other_figure(claim, rng)):
            one(part, z, premise, False, "claim-swap")
    seen = {"uhgeval": 0, "nliprobe_num": 0}
    pairs = load(data / "more.claims.jsonl.gz")
    rng.shuffle(pairs)
    for x in pairs:
        if x["label"] not in ("entailment", "contradiction", "neutral") or seen[x["set"]] >= 1200:
            continue
        if x["set"] == "uhgeval" and x["label"] == "entailment" and seen["uhgeval"] % 3:
            continue
        seen[x["set"]] += 1
        one("train", fold(x["hypothesis"]), fold(x["premise"]), x["label"] == "entailment", "claim-public")
    for x in load(data / "zh_sts.pairs.jsonl.gz"):
        if x["set"] == "PAWSX":
            one("train", fold(x["b"]), fold(x["a"]), x["label"] == "1", "claim-public")
    # A headline follows from its lead; with another figure or the opposite word it does not.
    leads = load(data / "xwlb.pairs.jsonl.gz")
    rng.shuffle(leads)
    held = {c["id"] for c in load(data / "press.corpus.jsonl") if part_of(c["id"]) != "train"}
    n = 0
    for x in leads:
        q, p = fold(x["query"]), fold(x["passage"])[:300]
        z = other_figure(q, rng) or opposite(q, rng)
        if x["id"] in held or len(q) < 8 or q[:12] in p or z is None or n >= 2000:
            continue
        n += 1
        one("train", q, p, True, "claim-public")
        one("train", z, p, False, "claim-public")


def copies(data: Path, held: set[str], emit) -> None:
    """A sentence follows from itself; with another figure or the opposite word it does not."""
    rng = random.Random(21)
    corpus = [c for c in load(data / "press.corpus.jsonl") if part_of(c["id"]) == "train" and c["id"] not in held]
    rng.shuffle(corpus)
    for c in corpus[:900]:
        spans = [(a, b) for a, b in sentences(c["text"]) if 15 <= b - a <= 220]
        if not spans:
            continue
        k = rng.randrange(len(spans))
        around = spans[max(0, k - rng.randint(0, 1)) : k + 1 + rng.randint(0, 1)]
        premise = fold(" ".join(c["text"][a:b] for a, b in around))
        claim = c["text"][slice(*spans[k])]
        clauses = [p for p in re.split(r"[，；]|(?<=\w), ", claim) if len(p) >= 10]
        if rng.random() < 0.5 and clauses:
            claim = rng.choice(clauses)
        claim = fold(claim).rstrip("。.")
        changed = other_figure(claim, rng) if rng.random() < 0.6 else opposite(claim, rng)
        row = {"h": "", "w": premise}
        emit("train", {"q": claim, "kind": "claim-swap", "pos": [row], "v": "yes"})
        if changed:
            emit("train", {"q": changed, "kind": "claim-swap", "pos": [row], "v": "no"})


def questions(data: Path, own: Path, out: Path) -> set[str]:
    """The questions of the tuning and the test part as files for `presscite eval`; the releases that these are about."""
    texts = {c["id"]: c["text"] for f in ("press", "mofa_tw") for c in load(data / f"{f}.corpus.jsonl")}
    parts: dict[str, list] = {"tune": [], "test": []}
    for x in load(data / "press.qa.jsonl"):
        part = part_of(x["doc_ids"][0])
        if part in parts:
            parts[part].append(x)
    for k, x in enumerate(load(own) if own.exists() else []):
        if x["part"] in parts:
            answers = [texts[x["doc_ids"][0]][s:e] for s, e in x["spans"]]
            parts[x["part"]].append({**x, "id": f"own{k}", "answers": answers})
    for part, rows in parts.items():
        with open(out / f"{part}.qa.jsonl", "w", encoding="utf8") as f:
            f.writelines(json.dumps(x, ensure_ascii=False) + "\n" for x in rows)
    return {x["doc_ids"][0] for rows in parts.values() for x in rows}


def main() -> None:
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("data", type=Path)
    p.add_argument("out", type=Path)
    p.add_argument("--base", default="work/base", help="the encoder that finds hard negatives")
    p.add_argument("--questions", type=Path, default=HERE / "questions.jsonl", help="our own questions")
    p.add_argument("--claims", type=Path, default=HERE / "claims.jsonl", help="our own claims")
    a = p.parse_args()
    a.out.mkdir(parents=True, exist_ok=True)
    files = {k: open(a.out / f"{k}.jsonl", "w", encoding="utf8") for k in ("train", "tune", "test")}
    counts: dict = {}

    def emit(part: str, g: dict) -> None:
        counts[part, g["kind"]] = counts.get((part, g["kind"]), 0) + 1
        files[part].write(json.dumps(g, ensure_ascii=False) + "\n")

    press(a.data, a.questions, embedder(a.base, a.out), emit)
    claims(a.data, a.claims, emit)
    copies(a.data, questions(a.data, a.questions, a.out), emit)
    public(a.data, emit)
    more(a.data, emit)
    cross(a.data, emit)
    for k, n in sorted(counts.items()):
        print(*k, n)


if __name__ == "__main__":
    main()
