"""BM25 over character uni- and bigrams and Latin words: the plain baseline that finds hard negatives."""
import re

import numpy as np

TOKEN = re.compile(r"[a-z0-9]+(?:[.,%][0-9]+)*%?|[㐀-鿿぀-ヿ]+")


def terms(text: str) -> list[str]:
    out = []
    for m in TOKEN.finditer(text.lower()):
        w = m.group()
        if w[0] < "぀":
            out.append(w)
            continue
        out += [w] if len(w) == 1 else [w[i : i + 2] for i in range(len(w) - 1)]
    return out


class BM25:
    """k1 0.9 and b 0.4, as Anserini's defaults for passages."""

    def __init__(self, docs: list[str], k1: float = 0.9, b: float = 0.4):
        self.vocabulary: dict[str, int] = {}
        term_ids, doc_ids, counts, lengths = [], [], [], []
        for i, text in enumerate(docs):
            a = np.fromiter((self.vocabulary.setdefault(w, len(self.vocabulary)) for w in terms(text)), np.int32)
            lengths.append(len(a))
            u, c = np.unique(a, return_counts=True)
            term_ids.append(u)
            counts.append(c)
            doc_ids.append(np.full(len(u), i, np.int32))
        t = np.concatenate(term_ids)
        order = np.argsort(t, kind="stable")
        self.docs, self.counts = np.concatenate(doc_ids)[order], np.concatenate(counts)[order].astype(np.float32)
        self.starts = np.searchsorted(t[order], np.arange(len(self.vocabulary) + 1))
        n = np.array(lengths, float)
        self.norm = k1 * (1 - b + b * n / max(1.0, n.mean()))
        self.n, self.k1 = len(docs), k1

    def score(self, query: str) -> np.ndarray:
        s = np.zeros(self.n, np.float32)
        for w in set(terms(query)):
            t = self.vocabulary.get(w)
            if t is None:
                continue
            a, b = self.starts[t], self.starts[t + 1]
            d, f = self.docs[a:b], self.counts[a:b]
            s[d] += np.log(1 + (self.n - (b - a) + 0.5) / (b - a + 0.5)) * f * (self.k1 + 1) / (f + self.norm[d])
        return s
