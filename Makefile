# What a developer runs. Every target installs what it needs and can be run again.

LINT_VERSION := v2.15.0
LINT := .tools/golangci-lint-$(LINT_VERSION)
UI := webapp/ui
# The race detector watches our code. SQLite is translated from C and brings its own locks: watched too,
# it takes most of the time of the tests.
RACE := -race -gcflags='modernc.org/sqlite/lib=-race=false -d=checkptr=0'

.PHONY: help demo build quick test test-go test-ui lint bench bench-large bench-deps schema chaos attack axe lighthouse speed screenshots ui ui-check deps

help: ## List the targets.
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 12

demo: ## Run the whole product with sample data.
	go run . demo

build: ## Build the static binary ./zayavka.
	CGO_ENABLED=0 go build -trimpath -ldflags='-s -w' -o zayavka .

test: test-ui test-go ## Run every test, with the race detector.

quick: ## Run, in under a minute, what needs neither a database server nor a browser.
	go vet ./...
	go test ./api/auth ./api/graphql ./api/graphqlws ./bot/emulator ./bot/locale ./store/feed ./store/fold ./store/phone \
		./store/publicnet ./lease ./peers ./retry ./static ./webapp

test-go: deps $(UI)/node_modules/.package-lock.json clients/node_modules/.package-lock.json ## Run the Go tests, the page in Chromium among them.
	go test $(RACE) -timeout 40m ./...

test-ui: $(UI)/node_modules/.package-lock.json ## Check the types of the Mini App and run its unit tests.
	cd $(UI) && npm run check

lint: $(LINT) ## Check the style of the Go code.
	$(LINT) run

bench: deps bench-deps ## Measure the product beside pgbench, with 100,000 tasks, and run the benchmarks.
	go run ./bench
	go test -run '^$$' -bench . -benchmem ./...

bench-large: deps bench-deps ## Measure the product beside pgbench, with 1,000,000 tasks.
	go run ./bench -tasks 1000000

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

screenshots: deps $(UI)/node_modules/.package-lock.json ## Make the README's pictures anew, in docs/; installs a font with emoji.
	@test -e /usr/share/fonts/truetype/noto/NotoColorEmoji.ttf || .ci/install fonts-noto-color-emoji
	ZAYAVKA_SCREENSHOTS=$(CURDIR)/docs ZAYAVKA_PLAYWRIGHT='--project=pictures --project=demo' $(IN_CHROMIUM)

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
	go test -tags chaos -count 1 -timeout 60m -v ./chaos -args -kills $(KILLS) -seed $(SEED)

attack: deps ## Attack the service in full: crowds of full size, every input everywhere, and what measures time.
	go test -count 1 -timeout 40m -v ./attack -args -full
