"""The means of the embeddings of each language, by which the program centres them: models/embedder/centres.json.

    python centres.py DATA work/base ../models/embedder [--questions questions.jsonl]

Without it a multilingual embedder puts texts of the question's language first, whatever they say."""
import json
import re
import sys
from pathlib import Path

import numpy as np
from prepare import HERE, Pool, embedder, load
from text import fold


def means(vectors: np.ndarray, texts: list[str]) -> dict[str, list[float]]:
    unit = vectors / np.linalg.norm(vectors, axis=1, keepdims=True)
    han = np.array([bool(re.search("[一-鿿]", t)) for t in texts])
    return {k: [round(float(v), 5) for v in unit[han == flag].mean(0)] for k, flag in (("han", True), ("other", False))}


def main() -> None:
    data, base, out = Path(sys.argv[1]), sys.argv[2], Path(sys.argv[3])
    embed = embedder(base, out)
    passages = Pool(load(data / "press.corpus.jsonl") + load(data / "mofa_tw.corpus.jsonl")).texts
    asked = [fold(x["question"]) for x in load(data / "press.qa.jsonl") + load(HERE / "questions.jsonl")]
    centres = {
        "query": means(embed(["query: " + t for t in asked]), asked),
        "passage": means(embed(["passage: " + t for t in passages]), passages),
    }
    (out / "centres.json").write_text(json.dumps(centres) + "\n")
    for cached in out.glob("*.npy"):
        cached.unlink()


if __name__ == "__main__":
    main()
