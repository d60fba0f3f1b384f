"""Fits the reader's verdict on claims ("support" of the reader's calibration.json) and how it is weighed with what exact
checks see ("claims").

    python fit_claims.py DATA --run "node ../dist/main.js" [--reader ../models/reader] [--dry]

Fitted on the claims of the tuning releases, reported on those of the test releases: neither has trained the reader.
Claims of the data set are written so that some features tell the label for reasons of their own (only true claims are
rounded or added up, and they share fewer words with their sentences than false ones). So the words in common are no
feature, and

- what a rounded or added-up figure, or another language, takes off the reader's verdict on true claims is given back,
  and no more;
- a strange figure, date, name or quotation never speaks for a claim."""
import argparse
import json
import shlex
import subprocess
from pathlib import Path

import numpy as np
from prepare import HERE, load, others, part_of

GIVEN_BACK = ["roundedFigures", "derivedFigures", "crosses"]
STRANGE = ["strangeFigures", "strangeDates", "strangeTokens", "strangeQuotes", "strangeNames", "strangeCounts"]
PENALTY = 1.0  # of the squared weights


def claims(data: Path, own: Path) -> list[dict]:
    """Claims of the tuning and the test part; also a sentence of each as a claim of its own, which no fit may lose."""
    mine = load(own)
    known = load(data / "press.corpus.jsonl") + load(data / "mofa_tw.corpus.jsonl")
    known += others(data, {x["doc"] for x in mine} - {c["id"] for c in known})
    texts = {c["id"]: c["text"] for c in known}
    rows = []
    for x in load(data / "claims.jsonl") + [{**x, "s": [texts[x["doc"]][s:e] for s, e in x["s"]]} for x in mine]:
        part = x.get("part") or part_of(x["doc"])
        if part == "train":
            continue
        row = {"claim": x["claim"], "sentences": x["s"], "part": part, "kind": x["kind"]}
        rows.append({**row, "y": x["label"] == "supported"})
    copies = [{**x, "claim": s, "part": "copied", "y": True} for x in rows for s in x["sentences"][:1]]
    return [{"id": k, **x} for k, x in enumerate(rows + copies)]


def judged(rows: list[dict], run: str) -> None:
    """Adds what the program sees of each claim."""
    lines = "\n".join(json.dumps({k: x[k] for k in ("id", "claim", "sentences")}) for x in rows)
    command = [*shlex.split(run), "verify-claim", "--json", "--why", "--batch", "-"]
    out = subprocess.run(command, input=lines, capture_output=True, text=True, check=True).stdout
    for x, line in zip(rows, out.splitlines(), strict=True):
        x.update({k: v for k, v in json.loads(line).items() if k != "id"})


def column(rows: list[dict], name: str) -> np.ndarray:
    return np.array([x["features"][name] for x in rows], float)


def offsets(rows: list[dict]) -> dict[str, float]:
    """How much lower the reader's log-odds of true claims are with each feature than without any of them."""
    true = [x for x in rows if x["y"]]
    plain = [x for x in true if not any(x["features"][n] for n in GIVEN_BACK)]
    base = column(plain, "reader").mean()
    found = {}
    for name in GIVEN_BACK:
        having = [x for x in true if x["features"][name]]
        found[name] = max(0.0, base - column(having, "reader").mean()) if len(having) >= 10 else 0.0
    return found


def inputs(rows: list[dict], given: dict[str, float]) -> np.ndarray:
    reader = column(rows, "reader") + sum(d * np.minimum(1, column(rows, n)) for n, d in given.items())
    return np.column_stack([reader, *(column(rows, n) for n in STRANGE), np.ones(len(rows))])


def fit(rows: list[dict], given: dict[str, float]) -> np.ndarray:
    """Logistic regression by projected gradients; the reader's weight is at least 0, those of strange things at most."""
    x, y = inputs(rows, given), np.array([r["y"] for r in rows], float)
    w = np.zeros(x.shape[1])
    penalty = np.array([PENALTY] * (len(w) - 1) + [0])
    step = 1 / (0.25 * np.linalg.eigvalsh(x.T @ x).max() + PENALTY)
    for _ in range(20000):
        w -= step * (x.T @ (1 / (1 + np.exp(-x @ w)) - y) + penalty * w)
        w[0] = max(0, w[0])
        w[1:-1] = np.minimum(0, w[1:-1])
    return w


def fit_support(rows: list[dict], known: dict) -> dict[str, float]:
    """Platt scaling of the reader's raw verdict (Platt 1999), which everything that asks for support uses."""
    raw = (column(rows, "reader") - known.get("bias", 0.0)) / known.get("scale", 1.0)
    y = np.array([r["y"] for r in rows], float)
    scale, bias = 1.0, 0.0
    for _ in range(5000):
        error = 1 / (1 + np.exp(-(scale * raw + bias))) - y
        scale, bias = scale - 0.05 * (error * raw).mean(), bias - 0.05 * error.mean()
    return {"scale": round(max(0.05, float(scale)), 4), "bias": round(float(bias), 4)}


def report(name: str, p: np.ndarray, y: np.ndarray) -> None:
    auroc = (p[y][:, None] > p[~y]).mean() + 0.5 * (p[y][:, None] == p[~y]).mean()
    passed, refused = (p[y] >= 0.5).mean(), (p[~y] < 0.5).mean()
    bins = np.minimum(9, (p * 10).astype(int))
    ece = sum(abs(p[bins == b].mean() - y[bins == b].mean()) * (bins == b).mean() for b in set(bins))
    print(f"{name}: balanced accuracy {(passed + refused) / 2:.3f} (true passed {passed:.3f}, ", end="")
    print(f"false refused {refused:.3f}) AUROC {auroc:.3f} ECE {ece:.3f} of {len(y)}")


def main() -> None:
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("data", type=Path)
    p.add_argument("--run", default="node ../dist/main.js", help="the program")
    p.add_argument("--reader", type=Path, default=HERE.parent / "models/reader")
    p.add_argument("--claims", type=Path, default=HERE / "claims.jsonl", help="our own claims")
    p.add_argument("--dry", action="store_true", help="write nothing")
    a = p.parse_args()
    rows = claims(a.data, a.claims)
    judged(rows, a.run)
    tune, test, copied = ([x for x in rows if x["part"] == part] for part in ("tune", "test", "copied"))
    file = a.reader / "calibration.json"
    state = json.loads(file.read_text()) if file.exists() else {}
    known = state.get("support", {})
    support = fit_support(tune, known)
    for x in rows:
        raw = (x["features"]["reader"] - known.get("bias", 0.0)) / known.get("scale", 1.0)
        x["features"]["reader"] = support["scale"] * raw + support["bias"]
    print("support", support)
    given = offsets(tune)
    w = fit(tune, given)
    for name, part in (("tune", tune), ("test", test)):
        y = np.array([x["y"] for x in part])
        report(f"{name}, reader alone", 1 / (1 + np.exp(-column(part, "reader"))), y)
        report(f"{name}, fitted", 1 / (1 + np.exp(-inputs(part, given) @ w)), y)
    print("copied sentences supported", np.mean([x["supported"] for x in copied]),
          "by the reader alone", (column(copied, "reader") >= 0).mean())  # fmt: skip
    for kind in sorted({x["kind"] for x in test}):
        part = [x for x in test if x["kind"] == kind]
        right = ((inputs(part, given) @ w >= 0) == np.array([x["y"] for x in part])).mean()
        print(f"  {kind} {right:.2f} of {len(part)}")
    weights = {"reader": w[0], **dict(zip(STRANGE, w[1:-1])), **{n: w[0] * d for n, d in given.items()}}
    fitted = {"bias": round(w[-1], 4), "weights": {n: round(v, 4) for n, v in weights.items()}}
    print(json.dumps(fitted))
    if not a.dry:
        file.write_text(json.dumps({**state, "support": support, "claims": fitted}, indent=1) + "\n")


if __name__ == "__main__":
    main()
