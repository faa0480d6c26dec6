# Onepurse. `make help` prints the lines that begin with #>.
.PHONY: help build unit tidy format lint bench bench-rules year soak fuzz sabotage
SEED ?= 1
#> make help           this list
help:
	@grep -h '^#>' Makefile | sed 's/^#> //'
#> make build          build/onepurse, as it is served
build:
	@tools/setup run && tools/build build "-DCMAKE_BUILD_TYPE=RelWithDebInfo -DONEPURSE_TESTS=OFF" onepurse && tools/assets
#> make unit           the unit tests, without sanitizers
unit:
	@tools/setup test && tools/build build-unit "-DCMAKE_BUILD_TYPE=Dev" unit_tests && for t in build-unit/*_test; do $$t --gtest_brief=1 || exit 1; done
#> make tidy           the rules of the house that a tool can see
tidy:
	@tools/tidy
#> make format         lays every C++ file as .clang-format says
format:
	@tools/check_format --mend
#> make lint           clang-tidy over every C++ file (long)
lint:
	@tools/lint
#> make bench          speed, beside peers and limits, in one run
bench: build
	@tests/bench/run
#> make bench-rules    how fast the rules are, beside engines from npm on one table
bench-rules: build
	@tools/build build-bench "-DCMAKE_BUILD_TYPE=RelWithDebInfo" onepurse_bench && tests/bench/rules/run
#> make year SEED=n    a simulated year from a seed; 30 days of it are in ./test
year: build
	@tests/year/run --days 365 --seed $(SEED)
#> make soak           kill -9 among 64 clients, 50 times
soak: build
	@tests/journeys/crash/run --rounds 50
#> make sabotage       plants 40 faults in the engine, one at a time; each must be seen by a test
sabotage:
	@tools/setup test && tests/sabotage/run
#> make fuzz           every parser for a minute each
fuzz:
	@tests/fuzz/run
