# What is done with this repository, by hand and in continuous integration. `make help` lists it.

SWIFT ?= swift
# Where `make install` puts things; as an ordinary user, PREFIX=$HOME/.local is a good place.
PREFIX ?= /usr/local
# Prepended to PREFIX, for packagers.
DESTDIR ?=
# What `make bench` runs.
RUN ?= --help

release = .build/release
understudy = $(release)/understudy
# One binary that needs no toolchain where it runs.
as_release = -c release --static-swift-stdlib
swift_sources = Package.swift Sources Tests Examples Benchmarks

.DEFAULT_GOAL := help
.PHONY: help setup build demo demo-check promise examples test lint test-swift test-pages test-examples bench fuzz soak install uninstall clean

help: ## this list
	@sed -n 's/^\([a-z-]*\):[^#]*## \(.*\)/  make \1|\2/p' $(MAKEFILE_LIST) | column -t -s '|' 2>/dev/null || true

setup: ## installs what building, testing and the demo need (asks before using sudo)
	@scripts/setup

build: setup ## the release binary, .build/release/understudy
	@echo "building the release (a first time takes several minutes)"
	@$(SWIFT) build $(as_release) --product understudy

demo: build ## the main job on a real web application, with a scripted worker
	@$(SWIFT) build $(as_release) --product understudy-demo
	@$(release)/understudy-demo Examples/BackOffice .demo

demo-check: build ## after the demo: the audit of its week, computed a second time in another way
	@test -d .demo/home || { echo "There is no week to check yet. Run: make demo"; exit 1; }
	@$(understudy) export --home .demo/home .demo/events.json
	@$(understudy) audit --home .demo/home --json > .demo/audit.json
	@UNDERSTUDY_DEMO_EVENTS=$(CURDIR)/.demo/events.json UNDERSTUDY_DEMO_AUDIT=$(CURDIR)/.demo/audit.json \
	  $(SWIFT) test --filter ExposureTests

promise: build ## after the demo: what its audit calls carried out right, carried out in a browser and checked
	@test -d .demo/home || { echo "There is no week to go by yet. Run: make demo"; exit 1; }
	@Examples/BackOffice/promise .demo $(understudy)

examples: build ## records and performs work in two more real applications, DokuWiki and Trac
	@scripts/setup --only demo,examples
	@Examples/DokuWiki/try .demo/DokuWiki
	@Examples/Trac/try .demo/Trac

test: setup lint test-swift test-pages test-examples ## every test

lint: ## the format of all Swift
	@$(SWIFT) format lint --strict --recursive --parallel $(swift_sources)

alone := BrowserSurfaceTests|CostTests|DesktopSurfaceTests|DesktopPerformTests|DesktopRecordTests|PromptnessTests|IdleConnectionTests

test-swift: setup
	@scripts/setup --only build,demo,desktop
	@echo "building the tests"
	@$(SWIFT) build --build-tests
	@$(SWIFT) test --skip-build --skip '$(alone)'
# A browser or a desktop that shares its cores with everything else is late, and so is whatever is promised at once:
# these run alone, one after another.
	@$(SWIFT) test --skip-build --filter '$(alone)' --no-parallel

test-pages: setup ## the console's pages in Chromium, by roles and names, with axe-core; pictures in .build/console-pages
	@scripts/setup --only demo,console
	@$(SWIFT) build --product understudy
	@$(SWIFT) build --product ConsoleHome
	@$(SWIFT) build --product RecorderProcess
	@.venv-console/bin/python -m unittest discover -s Tests/ConsolePages

test-examples: setup ## the sample applications and their scripted workers
	@PYTHONPATH=Examples/BackOffice:Examples/Worker .venv/bin/python -m unittest discover -s Examples/Tests -t Examples/Tests

bench: setup ## measures: make bench RUN="journal --events 10000"; without RUN, lists what there is
	@$(SWIFT) build $(as_release) --product understudy-bench
	@$(release)/understudy-bench $(RUN)

fuzz: setup ## fuzzes what reads what others wrote, 60 seconds each
	@scripts/fuzz

soak: setup ## the tests that take many minutes
# 10,000 kills, every change to the disk killed or failing in turn, 5,000 losses of power.
	@UNDERSTUDY_SOAK=1 $(SWIFT) test --filter 'KillTests|PowerLossTests|DiskErrorTests'

install: build ## binary, shell completions and systemd user unit, under PREFIX
	@install -D -s -m 755 $(understudy) $(DESTDIR)$(PREFIX)/bin/understudy
	@set -e; for shell in bash:bash-completion/completions/understudy zsh:zsh/site-functions/_understudy \
	    fish:fish/vendor_completions.d/understudy.fish; do \
	  file=$(DESTDIR)$(PREFIX)/share/$${shell#*:}; \
	  mkdir -p "$$(dirname "$$file")"; \
	  $(understudy) --generate-completion-script $${shell%%:*} > "$$file"; \
	done
	@mkdir -p $(DESTDIR)$(PREFIX)/share/systemd/user
	@sed 's|@PREFIX@|$(PREFIX)|' scripts/understudy.service > $(DESTDIR)$(PREFIX)/share/systemd/user/understudy.service
	@echo "installed under $(DESTDIR)$(PREFIX); to record in each session: systemctl --user enable understudy"

uninstall: ## what `make install` put there
	@rm -f $(addprefix $(DESTDIR)$(PREFIX)/, bin/understudy share/bash-completion/completions/understudy \
	  share/zsh/site-functions/_understudy share/fish/vendor_completions.d/understudy.fish \
	  share/systemd/user/understudy.service)

clean: ## what was built here, and the environments
	@rm -rf .build .venv .venv-console .venv-trac .demo
