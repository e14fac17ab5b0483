"""Writes the pairs of MODEL.md's "Names of other languages": language_pairs.py OUT.csv [ANETAC.txt]

pip install name-variants==0.1.3 rapidfuzz anyascii. A pair of one person is a given and a family name, each in two spellings; of two
persons, one of the names is exchanged for a like one. Nothing of it trains the model.
"""
import csv, importlib, random, sys
from anyascii import anyascii
from rapidfuzz.distance import JaroWinkler

random.seed(11)
rows = []


def table(module):
    """The names of one language: how each is written there, and its Latin spellings."""
    out = []
    for name, value in vars(importlib.import_module("name_variants." + module)).items():
        if isinstance(value, dict) and name.isupper():
            out += [(key, list(dict.fromkeys(e["forms"]))) for key, e in value.items() if isinstance(e, dict) and "forms" in e]
    return out


def cap(s):
    return " ".join(w[:1].upper() + w[1:] for w in s.split())


def like(c, names):
    others = [x for x in random.sample(names, min(25, len(names))) if x is not c and not set(x[1]) & set(c[1])]
    return max(others, key=lambda x: JaroWinkler.similarity(anyascii(x[1][0]), anyascii(c[1][0])))


def add(kind, names, n, left, right):
    seen, k = set(), 0
    while k < n:
        a, b = random.sample(names, 2)
        x, y = f"{cap(left(a))} {cap(left(b))}", f"{cap(right(a))} {cap(right(b))}"
        if x == y or (x, y) in seen:
            seen.add((x, y))
            k += 0.02
            continue
        seen.add((x, y))
        rows.append((x, y, 1, kind))
        c, d = (like(a, names), b) if random.random() < 0.5 else (a, like(b, names))
        rows.append((x, f"{cap(right(c))} {cap(right(d))}", 0, kind))
        k += 1


def spelling(c):
    return random.choice(c[1])


def original(c):
    return c[0]


for kind, module in (("turkish", "turkish_names"), ("persian", "persian_names"), ("russian", "russian_surnames"), ("greek", "greek_names"),
                     ("arabic", "arabic_names"), ("indonesian", "indonesian_malay_names"), ("hindi", "indian_names_hindi")):
    names = table(module)
    add(kind, names, 300, spelling, spelling)
    if kind in ("persian", "arabic", "russian", "greek"):
        add(kind + "_script", names, 300, original, spelling)
if len(sys.argv) > 2:
    lines = (line.split() for line in open(sys.argv[2], encoding="utf8"))
    names = [(p[2], [p[1]]) for p in lines if len(p) == 3 and p[0] == "PERSON" and len(p[1]) > 3]
    add("anetac_cross", random.sample(names, 4000), 600, original, spelling)
with open(sys.argv[1], "w", encoding="utf8", newline="") as f:
    w = csv.writer(f)
    w.writerow("id name_a name_b label kind".split())
    w.writerows((f"l{i}", *r) for i, r in enumerate(rows))
