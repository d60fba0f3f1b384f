"""How the reader's numbers become a probability: a logistic regression on questions that it was not trained on.

    node ../dist/main.js eval TUNE.qa.jsonl --knowledge DIR --dump work/tune.jsonl     (and the same for the test)
    python calibrate.py work/tune.jsonl work/test.jsonl ../models/reader/calibration.json

Fitted on the first file, reported on both: ECE, AUROC, and for each threshold what is asserted and how much of it is right."""
import json
import sys
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score

NAMES = ["logit", "margin", "agreeing", "coverage", "words", "cosine", "behind", "other", "questionLength", "spanLength", "strange", "yesNo", "doubt"]
PRECISION = 0.90


def load(file: str):
    rows = [json.loads(line) for line in open(file, encoding="utf8")]
    rows = [r for r in rows if r["parts"] and r["parts"][0]["features"]]
    x = np.array([[r["parts"][0]["features"].get(n, 0.0) for n in NAMES] for r in rows])
    right = np.array([bool(r["isAnswerable"] and r["hits"] and r["hits"][0]) for r in rows])
    return rows, x, right, np.array([r["isAnswerable"] for r in rows])


def ece(p: np.ndarray, y: np.ndarray) -> float:
    bins = np.minimum(9, (p * 10).astype(int))
    return float(sum(abs(p[bins == b].mean() - y[bins == b].mean()) * (bins == b).mean() for b in set(bins)))


def report(name: str, p: np.ndarray, right: np.ndarray, answerable: np.ndarray) -> None:
    n = answerable.sum()
    print(f"{name}: {len(p)} questions, ECE {ece(p, right):.3f}, AUROC answerable {roc_auc_score(answerable, p):.3f}, "
          f"right first {right.sum() / n:.3f}")  # fmt: skip
    for t in (0.3, 0.4, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9):
        a = p >= t
        if a.any():
            print(f"  p >= {t:.2f}: right {(a & right).sum() / n:.3f} of the answerable, wrong {1 - right[a].mean():.3f} of the asserted, "
                  f"near misses asserted {a[~answerable].mean():.3f}")  # fmt: skip


def main() -> None:
    tune, test, out = sys.argv[1:4]
    _, x, right, answerable = load(tune)
    mean, std = x.mean(0), x.std(0) + 1e-9
    model = LogisticRegression(C=0.3, max_iter=1000).fit((x - mean) / std, right)
    w = model.coef_[0] / std
    bias = float(model.intercept_[0] - (model.coef_[0] * mean / std).sum())
    probability = lambda x: 1 / (1 + np.exp(-(x @ w + bias)))  # noqa: E731
    p = probability(x)
    order = np.argsort(-p)
    precision = np.cumsum(right[order]) / np.arange(1, len(p) + 1)
    good = np.where(precision >= PRECISION)[0]
    print("weights", {n: round(float(v), 3) for n, v in zip(NAMES, w)}, "bias", round(bias, 3))
    if len(good):
        print(f"least p with {PRECISION} of the asserted right on the tuning part: {p[order[good[-1]]]:.3f}")
    report("tuning", p, right, answerable)
    _, x2, right2, answerable2 = load(test)
    report("test", probability(x2), right2, answerable2)
    file = Path(out)
    state = json.loads(file.read_text()) if file.exists() else {}
    state["answer"] = {"weights": {n: round(float(v), 5) for n, v in zip(NAMES, w) if abs(v) > 1e-6}, "bias": round(bias, 5)}
    file.write_text(json.dumps(state, indent=1) + "\n")


if __name__ == "__main__":
    main()
