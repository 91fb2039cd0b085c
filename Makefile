# What a developer runs. Every target installs what it needs and can be run again.

LINT_VERSION := v2.15.0
LINT := .tools/golangci-lint-$(LINT_VERSION)
GORELEASER := goreleaser-v2.12.7
CYCLONEDX := cyclonedx-gomod-v1.10.0
UI := webapp/ui
# The race detector watches our code. SQLite is translated from C and brings its own locks: watched too,
# it takes most of the time of the tests.
RACE := -race -gcflags='modernc.org/sqlite/lib=-race=false -d=checkptr=0'

# What `zayavka version` says: the tag that this commit has, if it has one, and the commit. Outside of a clone, as in
# a container's build, both are given: make build VERSION=1.2.3 COMMIT=…
VERSION ?= $(patsubst v%,%,$(shell git describe --tags --match 'v[0-9]*' --dirty 2>/dev/null))
COMMIT ?= $(shell git rev-parse HEAD 2>/dev/null)
LDFLAGS = -s -w -X main.stampedVersion=$(VERSION) -X main.stampedCommit=$(COMMIT)

.PHONY: help demo build quick test test-go test-ui lint bench bench-large bench-replicas bench-deps schema chaos attack axe lighthouse speed screenshots ui ui-check deps image deploy-check release-tools release-check

help: ## List the targets.
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 12

demo: ## Run the whole product with sample data.
	go run . demo

build: ## Build the static binary ./zayavka.
	CGO_ENABLED=0 go build -trimpath -ldflags='$(LDFLAGS)' -o zayavka .

test: test-ui test-go ## Run every test, with the race detector.

quick: ## Run, in under a minute, what needs neither a database server nor a browser.
	go vet ./...
	go test ./api/auth ./api/graphql ./api/graphqlws ./bot/emulator ./bot/locale ./store/feed ./store/fold ./store/phone \
		./store/publicnet ./lease ./peers ./retry ./static ./webapp

test-go: deps $(UI)/node_modules/.package-lock.json clients/node_modules/.package-lock.json ## Run the Go tests, the page in Chromium among them.
	.ci/in-memory go test $(RACE) -timeout 40m ./...

test-ui: $(UI)/node_modules/.package-lock.json ## Check the types of the Mini App and run its unit tests.
	cd $(UI) && npm run check

lint: $(LINT) ## Check the style of the Go code.
	$(LINT) run

bench: deps bench-deps ## Measure the product beside pgbench, with 100,000 tasks, and run the benchmarks.
	go run ./bench
	go test -run '^$$' -bench . -benchmem ./...

bench-large: deps bench-deps ## Measure the product beside pgbench, with 1,000,000 tasks.
	go run ./bench -tasks 1000000

bench-replicas: deps bench-deps ## Measure one, two and four processes on one PostgreSQL, directly and through PgBouncer.
	go run ./bench -replicas 1,2,4 -runs 5

bench-deps:
	@command -v wrk >/dev/null || .ci/install wrk

schema: ## Write api/schema.graphql, the whole GraphQL schema, anew.
	go test ./api -count 1 -run TestSchemaFile -update

ui: $(UI)/node_modules/.package-lock.json ## Build the Mini App and GraphiQL into static/.
	cd $(UI) && npm run build

ui-check: ui ## Fail if what is committed in static/ is not what the sources build.
	@git diff --exit-code --stat -- static || { echo 'static/ differs from its sources: commit what "make ui" made'; exit 1; }
	@test -z "$$(git status --porcelain -- static)" || { git status --short -- static; exit 1; }

IN_CHROMIUM = go test -count 1 -v -timeout 40m -run TestTheDemoAndTheMiniAppInChromium .

axe: deps $(UI)/node_modules/.package-lock.json ## Look for accessibility violations on every screen of the Mini App.
	ZAYAVKA_PLAYWRIGHT=axe.spec.ts $(IN_CHROMIUM)

lighthouse: deps $(UI)/node_modules/.package-lock.json ## Measure the Mini App with Lighthouse (it is downloaded).
	ZAYAVKA_MEASURE=1 ZAYAVKA_PLAYWRIGHT='--project=measure --grep=@lighthouse' $(IN_CHROMIUM)

speed: deps $(UI)/node_modules/.package-lock.json ## Measure how soon the Mini App can be used on a slow phone.
	ZAYAVKA_MEASURE=1 ZAYAVKA_PLAYWRIGHT='--project=measure --grep=@speed' $(IN_CHROMIUM)

screenshots: deps $(UI)/node_modules/.package-lock.json ## Make the README's pictures anew, in docs/; installs fonts and WebP's tools.
	@fc-list | grep -q NotoColorEmoji || .ci/install fonts-noto-color-emoji
	@fc-list | grep -q Inter || .ci/install fonts-inter
	@command -v img2webp >/dev/null || .ci/install webp
	ZAYAVKA_SCREENSHOTS=$(CURDIR)/docs ZAYAVKA_PLAYWRIGHT='--project=pictures --project=demo --grep=@picture' $(IN_CHROMIUM)
	cd docs && img2webp -loop 0 -lossy -q 75 -d 1600 status-0.png -d 700 status-1.png -d 1800 status-2.png -d 3500 status-3.png -o status.webp
	cd docs && rm status-*.png && for picture in *.png; do cwebp -quiet -q 80 $$picture -o $${picture%.png}.webp && rm $$picture; done

image: ## Build a container image of this commit, zayavka:local.
	docker build --build-arg VERSION='$(VERSION)' --build-arg COMMIT='$(COMMIT)' -t zayavka:local .

deploy-check: ## Try the recipes in deploy/ for nginx, Caddy, Prometheus, systemd and PgBouncer on the real programs, from Debian's packages.
	@.ci/install nginx caddy promtool:prometheus systemd-analyze:systemd
	go test -tags deploy -count 1 -timeout 20m -v ./deploy

release-tools: .tools/$(GORELEASER) .tools/$(CYCLONEDX) ## Install what makes a release.
	ln -sf $(GORELEASER) .tools/goreleaser
	ln -sf $(CYCLONEDX) .tools/cyclonedx-gomod

.tools/$(GORELEASER):
	GOBIN=$(CURDIR)/.tools go install github.com/goreleaser/goreleaser/v2@$(GORELEASER:goreleaser-%=%)
	mv .tools/goreleaser $@

.tools/$(CYCLONEDX):
	GOBIN=$(CURDIR)/.tools go install github.com/CycloneDX/cyclonedx-gomod/cmd/cyclonedx-gomod@$(CYCLONEDX:cyclonedx-gomod-%=%)
	mv .tools/cyclonedx-gomod $@

release-check: release-tools ## Make all that a release has, in dist/, and publish nothing.
	PATH=$(CURDIR)/.tools:$$PATH goreleaser check
	PATH=$(CURDIR)/.tools:$$PATH goreleaser release --snapshot --clean
	cd dist && sha256sum --check --quiet *checksums.txt && ls -lh *.tar.gz *.zip *.cdx.json

deps: ## Install what tests need from Debian's packages, if it is missing.
	@.ci/install

$(UI)/node_modules/.package-lock.json: $(UI)/package-lock.json
	cd $(UI) && npm ci
	@touch $@

clients/node_modules/.package-lock.json: clients/package-lock.json
	cd clients && npm ci
	@touch $@

$(LINT):
	GOBIN=$(CURDIR)/.tools go install github.com/golangci/golangci-lint/v2/cmd/golangci-lint@$(LINT_VERSION)
	mv .tools/golangci-lint $@

KILLS ?= 20
SEED ?= 0

chaos: deps ## Kill the service and break what it needs, under load; KILLS=200 for long, SEED=n to repeat.
	@.ci/install strace
	.ci/in-memory go test -tags chaos -count 1 -timeout 120m -v ./chaos -args -kills $(KILLS) -seed $(SEED)

attack: deps ## Attack the service in full: crowds of full size, every input everywhere, and what measures time.
	go test -count 1 -timeout 40m -v ./attack -args -full
