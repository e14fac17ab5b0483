#!/usr/bin/env python3
"""Writes the order in which a peer would ask about the records of er_dev, for TestPeerOrder (../peer_test.go).

    python -m venv v && v/bin/pip install nomenklatura==4.17.4 followthemoney==4.11.2
    v/bin/python peer_order.py er_dev.csv ALGORITHM OUT.csv [PAIRS.csv]

ALGORITHM is one of nomenklatura's (logic-v2, name-based, er-unstable, regression-v1 ...). Candidates are the pairs of PAIRS.csv
(left,right) or, without it, those of nomenklatura's own blocker with a cap more generous than its default. OUT.csv has
left,right,score, the likeliest first; equals stay in the blocker's order.
"""
import csv
import pathlib
import sys
import tempfile

import nomenklatura.matching as matching
from followthemoney import ValueEntity, model

CAP = 400_000  # pairs taken from the peer's blocker
PROPS = {"name": "name", "dob": "birthDate", "place": "birthPlace", "father": "fatherName"}


def entities(path):
    person = model.get("Person")
    out = {}
    with open(path, encoding="utf-8", newline="") as f:
        for row in csv.DictReader(f):
            e = ValueEntity(person, {"id": row["rec_id"]})
            for column, prop in PROPS.items():
                if row[column]:
                    e.add(prop, row[column], cleaned=True)
            out[row["rec_id"]] = e
    return out


def blocked(ents):
    import json

    from nomenklatura.blocker import Index
    from nomenklatura.resolver import Linker
    from nomenklatura.store import load_entity_file_store

    tmp = pathlib.Path(tempfile.mkdtemp())
    with open(tmp / "e.ijson", "w", encoding="utf-8") as f:
        for e in ents.values():
            d = e.to_dict()
            d.update(datasets=["x"], first_seen=None, last_seen=None)
            f.write(json.dumps({k: d.get(k) for k in ("id", "schema", "properties", "datasets", "first_seen", "last_seen")}) + "\n")
    view = load_entity_file_store(tmp / "e.ijson", Linker({}), cleaned=True).default_view()
    ix = Index(view, tmp / "ix", options={"max_candidates": 200, "max_bucket_size": 200, "min_score_ratio": 0.02})
    ix.build()
    return [(str(a), str(b)) for (a, b), _ in ix.pairs(max_pairs=CAP)]


def main(records, name, out, pairs=None):
    ents = entities(records)
    if pairs:
        with open(pairs, encoding="utf-8", newline="") as f:
            todo = [(r["left"], r["right"]) for r in csv.DictReader(f)]
    else:
        todo = blocked(ents)
    algorithm = matching.get_algorithm(name)
    config = algorithm.default_config()
    scored = [(algorithm.compare(ents[a], ents[b], config).score, a, b) for a, b in todo]
    scored.sort(key=lambda s: -s[0])
    with open(out, "w", encoding="utf-8", newline="") as f:
        w = csv.writer(f)
        w.writerow(["left", "right", "score"])
        w.writerows((a, b, f"{s:.6f}") for s, a, b in scored)
    print(name, len(scored), "pairs")


if __name__ == "__main__":
    main(*sys.argv[1:])
