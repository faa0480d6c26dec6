// The two figures of the bench that are measured inside one process: how long one decision with its
// full trace takes, and how many bare transfers a second a book keeps, each answered only when it
// is on the disk.
//
//   onepurse_bench decide PACKAGE_FOLDER COUNT          -> {"count": , "p50_us": , "p99_us": ,
//   "load_ms": }
//   onepurse_bench transfer FOLDER SECONDS THREADS      -> {"acts": , "per_second": , "p50_ms": ,
//   "p99_ms": }

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <thread>
#include <vector>

#include "base/random.h"
#include "ledger/entry.h"
#include "policy/cases.h"
#include "policy/package.h"
#include "store/ledger.h"
#include "store/store.h"

namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

std::int64_t nanoseconds_since(Clock::time_point start) {
    return std::chrono::duration_cast<std::chrono::nanoseconds>(Clock::now() - start).count();
}

// The value below which `percent` of the sorted times lie, in thousandths of the unit that is a
// thousand times `unit`.
std::string percentile(const std::vector<std::int64_t>& sorted, std::size_t percent,
                       std::int64_t unit) {
    const std::size_t at = std::min(sorted.size() - 1, sorted.size() * percent / 100);
    const std::int64_t thousandths = sorted[at] * 1000 / unit;
    char text[32];
    std::snprintf(text, sizeof text, "%lld.%03lld", static_cast<long long>(thousandths / 1000),
                  static_cast<long long>(thousandths % 1000));
    return text;
}

int fail(const base::Error& error) {
    std::fprintf(stderr, "%s: %s\n", error.place.c_str(), error.message.c_str());
    return 1;
}

int decide(const std::string& folder, std::size_t count) {
    policy::Files files;
    for (const fs::directory_entry& entry : fs::directory_iterator(folder)) {
        std::ifstream in(entry.path(), std::ios::binary);
        std::ostringstream bytes;
        bytes << in.rdbuf();
        files[entry.path().filename().string()] = std::move(bytes).str();
    }
    const std::string id = fs::path(folder).filename().string();
    const auto package = policy::Package::load(id, files);
    if (!package) {
        return fail(package.error());
    }
    std::vector<std::int64_t> loads;
    for (int i = 0; i < 9; ++i) {
        const Clock::time_point start = Clock::now();
        const auto again = policy::Package::load(id, files);
        loads.push_back(nanoseconds_since(start));
    }
    std::sort(loads.begin(), loads.end());
    struct Person {
        policy::Facts facts;
        Date on;
    };
    std::vector<Person> people;
    for (const policy::GoldenCase& golden : package->cases()) {
        auto facts = policy::facts_of(*package, golden);
        if (!facts) {
            return fail(facts.error());
        }
        people.push_back({std::move(*facts), golden.on});
    }
    std::vector<std::int64_t> times;
    times.reserve(count);
    std::size_t decisions = 0;
    std::size_t traced = 0;
    for (std::size_t i = 0; i < count; ++i) {
        const Person& person = people[i % people.size()];
        const Clock::time_point start = Clock::now();
        const auto evaluation = policy::evaluate(*package, person.facts, person.on, true);
        times.push_back(nanoseconds_since(start));
        if (!evaluation) {
            return fail(evaluation.error());
        }
        decisions += evaluation->decisions().size();
        traced += evaluation->trace.decisions.size();
    }
    std::sort(times.begin(), times.end());
    std::printf(
        "{\"count\": %zu, \"decisions_each\": %zu, \"traced_each\": %zu, \"p50_us\": %s, "
        "\"p99_us\": %s, \"load_ms\": %s}\n",
        count, decisions / count, traced / count, percentile(times, 50, 1000).c_str(),
        percentile(times, 99, 1000).c_str(), percentile(loads, 50, 1'000'000).c_str());
    return 0;
}

// One transfer: an entry of two postings with its unique cause, the two balances it moves, decided
// in order.
int transfer(const std::string& folder, int seconds, int threads) {
    auto opened = store::Store::open(folder + "/transfer.book", "bench");
    if (!opened) {
        return fail(opened.error());
    }
    store::Store& book = **opened;
    Random random = Random::seeded(1);
    constexpr std::size_t people_count = 1000;
    std::vector<PersonId> people;
    const Date day = *Date::make(2006, 5, 3);
    const Instant now{day.days() * 86'400};
    ledger::Act fund;
    fund.on = day;
    fund.year = CouncilYear::of(day);
    fund.recorded = now;
    fund.cause = "fund";
    const auto filled = book.write([&](store::Tx& tx) -> base::Outcome {
        TRY(const ledger::Entry entry, ledger::fund(fund, "care", Money::pence(100'000'000'000)));
        return store::append(tx, entry);
    });
    if (!filled) {
        return fail(filled.error());
    }
    for (std::size_t i = 0; i < people_count; ++i) {
        people.push_back(random.id<PersonId>(now.seconds * 1000));
    }
    std::atomic<bool> stop = false;
    std::vector<std::vector<std::int64_t>> times(static_cast<std::size_t>(threads));
    std::vector<std::thread> workers;
    const Clock::time_point start = Clock::now();
    for (std::size_t worker = 0; worker < times.size(); ++worker) {
        workers.emplace_back([&, worker] {
            Random chance = Random::seeded(worker + 2);
            for (std::size_t i = 0; !stop; ++i) {
                ledger::Act act;
                act.on = day;
                act.year = CouncilYear::of(day);
                act.recorded = now;
                act.cause = "award:" + std::to_string(worker) + ":" + std::to_string(i);
                act.person = people[chance.below(people_count)];
                act.id = chance.id<EntryId>(now.seconds * 1000 + static_cast<std::int64_t>(i));
                const Clock::time_point asked = Clock::now();
                const auto kept = book.write([&](store::Tx& tx) -> base::Outcome {
                    TRY(const ledger::Entry entry, ledger::award(act, "care", Money::pence(1)));
                    return store::append(tx, entry);
                });
                if (!kept) {
                    std::exit(fail(kept.error()));
                }
                times[worker].push_back(nanoseconds_since(asked));
            }
        });
    }
    std::this_thread::sleep_for(std::chrono::seconds(seconds));
    stop = true;
    for (std::thread& worker : workers) {
        worker.join();
    }
    const std::int64_t took = nanoseconds_since(start);
    std::vector<std::int64_t> all;
    for (const std::vector<std::int64_t>& each : times) {
        all.insert(all.end(), each.begin(), each.end());
    }
    std::sort(all.begin(), all.end());
    std::printf(
        "{\"acts\": %zu, \"per_second\": %lld, \"p50_ms\": %s, \"p99_ms\": %s}\n", all.size(),
        static_cast<long long>(static_cast<std::int64_t>(all.size()) * 1'000'000'000 / took),
        percentile(all, 50, 1'000'000).c_str(), percentile(all, 99, 1'000'000).c_str());
    return 0;
}

}  // namespace

int main(int count, char** texts) {
    const std::vector<std::string> args(texts + 1, texts + count);
    if (args.size() == 3 && args[0] == "decide") {
        return decide(args[1], static_cast<std::size_t>(std::stoul(args[2])));
    }
    if (args.size() == 4 && args[0] == "transfer") {
        return transfer(args[1], std::stoi(args[2]), std::stoi(args[3]));
    }
    std::fprintf(stderr, "onepurse_bench decide FOLDER COUNT | transfer FOLDER SECONDS THREADS\n");
    return 2;
}
