"""How a text is folded and cut into windows: the same as in `src/text` and `src/read/windows.ts`."""
import json
import re
import unicodedata
from pathlib import Path

TRADITIONAL_TO_SIMPLIFIED = {
    ord(a): b for a, b in json.loads((Path(__file__).parent / "t2s.json").read_text("utf8")).items()
}
WINDOW_WEIGHT = 170
LATIN_WEIGHT = 0.36  # a Latin letter carries about a third of what a Han character does
SENTENCE = re.compile(
    r"""[^。！？!?\n；;]*?(?:[。！？!?；;]+[”」』"’）)]*|(?<=[\w%)”"’'])\.[”"’)]?(?=\s+[A-Z0-9“"‘(])|\n+|$)""",
)


def fold(text: str) -> str:
    """NFKC, lower case, Traditional to Simplified, character by character: lengths and offsets stay."""
    out = []
    for ch in text:
        n = unicodedata.normalize("NFKC", ch).lower()
        out.append(n if len(n) == 1 else ch)
    return "".join(out).translate(TRADITIONAL_TO_SIMPLIFIED)


def sentences(text: str) -> list[tuple[int, int]]:
    """Offsets of the sentences of an unfolded text; white space around them is left out."""
    out = []
    for m in SENTENCE.finditer(text):
        a, b = m.span()
        while a < b and text[a].isspace():
            a += 1
        while b > a and text[b - 1].isspace():
            b -= 1
        if b > a:
            out.append((a, b))
    return out


def weight(text: str) -> float:
    return sum(1 if ord(c) >= 0x2E80 else LATIN_WEIGHT for c in text)


def windows(text: str, size: float = WINDOW_WEIGHT) -> list[tuple[int, int]]:
    """Runs of whole sentences of at most `size`; the next begins with the last sentence of the one before."""
    pieces = []
    for a, b in sentences(text):
        while weight(text[a:b]) > size * 1.3:
            w, k = 0.0, a
            while k < b and w < size:
                w += 1 if ord(text[k]) >= 0x2E80 else LATIN_WEIGHT
                k += 1
            pieces.append((a, k))
            a = k
        if b > a:
            pieces.append((a, b))
    out, i = [], 0
    while i < len(pieces):
        j = i
        while j + 1 < len(pieces) and weight(text[pieces[i][0] : pieces[j + 1][1]]) <= size:
            j += 1
        out.append((pieces[i][0], pieces[j][1]))
        if j + 1 >= len(pieces):
            break
        i = j if j > i else i + 1
    return out


def header(title: str, published_on: str | None, text: str) -> str:
    """What a window stands under: the title, or the first words, and the day of publication."""
    h = clip((title or text[:120]).strip(), 44)
    return f"{h} {published_on}" if published_on else h


def clip(text: str, most: float) -> str:
    """The first characters, of a weight of at most `most`."""
    w = 0.0
    for k, c in enumerate(text):
        w += 1 if ord(c) >= 0x2E80 else LATIN_WEIGHT
        if w > most:
            return text[:k]
    return text
