// Lives the days of a small fictional council under faults and asks, after each day, every law of a
// book.
//
//   year [--days N] [--seed N] [--people N]
//
// A run that is shorter than the council's year begins at a day on which people have budgets and
// orders; the days before it are lived without faults. A day passes when nothing that happened on
// it went wrong and every law held at its end. Prints "N passed, N failed".

#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <cstdio>
#include <filesystem>
#include <map>
#include <optional>
#include <string>

#include "casework/check_book.h"
#include "command/example_files.h"
#include "command/example_next_year.h"
#include "command/example_orders.h"
#include "command/example_person.h"
#include "command/example_world.h"
#include "command/example_year.h"
#include "command/find_folder.h"
#include "command/shelf.h"
#include "faults.h"
#include "store/journal.h"

namespace {

namespace fs = std::filesystem;

struct Days {
    std::int64_t passed = 0;
    std::int64_t failed = 0;
};

// Gives what broke a law, in words.
std::vector<std::string> broken_laws(store::Store& book) {
    std::vector<std::string> broken;
    for (const casework::Verdict& verdict : casework::check_book(book)) {
        for (const ledger::Violation& violation : verdict.violations) {
            broken.push_back(verdict.law->id + " " + violation.about + ": " + violation.words);
        }
    }
    const auto line =
        book.read([](store::Snapshot& snapshot) { return store::first_broken_line(snapshot); });
    if (line) {
        broken.push_back("the journal does not follow on at line " + std::to_string(*line));
    }
    return broken;
}

// By then plans are agreed and the first orders come.
constexpr std::int64_t quiet_days = 55;

void end_day(Days& days, year::Faults& faults, store::Store& book, Date day) {
    std::vector<std::string> wrong = faults.take_failures();
    for (std::string& law : broken_laws(book)) {
        wrong.push_back(std::move(law));
    }
    ++(wrong.empty() ? days.passed : days.failed);
    for (const std::string& words : wrong) {
        std::printf("FAILED on %s: %s\n", day.to_text().c_str(), words.c_str());
    }
}

Outcome live(const fs::path& folder, std::int64_t days_count, std::uint64_t seed,
             std::int64_t people, Days& days) {
    TRY(const casework::Shelf shelf, command::load_shelf(command::find_folder("policies")));
    TRY(std::vector<command::ExampleCouncil> councils,
        command::read_example_councils(command::find_folder("examples")));
    command::ExampleCouncil council = councils.front();
    council.people = people;
    council.seed = seed;
    TRY(const std::unique_ptr<store::Store> book,
        store::Store::open((folder / "book").string(), council.authority));
    command::ExampleWorld world(council, *book, shelf);
    TRY_DONE(command::found_council(world));
    TRY_DONE(command::give_provider_details(world));
    // All come in the first days, so that a short run too has budgets and orders in it.
    for (std::int64_t number = 0; number < people; ++number) {
        command::begin_person(world, number, council.year.from.plus_days(number % 5));
    }
    command::prepare_next_year(world);
    command::ExampleOffice office(world);
    Random chance = Random::seeded(seed + 1);
    const std::int64_t year_days = council.year.until - council.year.from;
    const Date first = council.year.from.plus_days(
        std::clamp<std::int64_t>(year_days - days_count, 0, quiet_days));
    std::optional<year::Faults> faults;
    if (first == council.year.from) {
        faults.emplace(*book, folder.string(), seed);
    }
    Outcome lived = world.live_until(first.plus_days(days_count - 1), [&]() -> Outcome {
        TRY_DONE(office.end_of_day());
        if (faults) {
            if (chance.below(4) == 0) {
                faults->crash();
            }
            end_day(days, *faults, *book, world.today());
        }
        if (world.today().plus_days(1) >= first && !faults) {
            faults.emplace(*book, folder.string(), seed);
        }
        return Done{};
    });
    CHECK(faults.has_value() || !lived);
    if (!faults) {
        return lived;
    }
    const year::Faults::Counts& counts = faults->counts();
    std::printf(
        "%lld acts, %lld of them refused; %lld sent twice, %lld answers lost, %lld starts after a "
        "kill, %lld power cuts, %lld acts done again after one\n",
        static_cast<long long>(counts.acts), static_cast<long long>(counts.refused),
        static_cast<long long>(counts.sent_twice), static_cast<long long>(counts.answers_lost),
        static_cast<long long>(counts.crashes), static_cast<long long>(counts.power_cuts),
        static_cast<long long>(counts.acts_lost_unanswered));
    return lived;
}

}  // namespace

int main(int count, char** texts) {
    std::map<std::string, std::uint64_t> options = {
        {"--days", 30}, {"--seed", 1}, {"--people", 30}};
    for (int i = 1; i < count; i += 2) {
        const auto option = options.find(texts[i]);
        const std::string value = i + 1 < count ? texts[i + 1] : "";
        const auto read = std::from_chars(value.data(), value.data() + value.size(),
                                          option == options.end() ? options["?"] : option->second);
        if (option == options.end() || value.empty() || read.ptr != value.data() + value.size()) {
            std::fprintf(stderr, "Use: year [--days N] [--seed N] [--people N]\n");
            return 2;
        }
    }
    const fs::path folder =
        fs::temp_directory_path() / ("onepurse-year-" + std::to_string(::getpid()));
    fs::create_directories(folder);
    std::printf("seed %llu, %llu days, %llu people\n",
                static_cast<unsigned long long>(options["--seed"]),
                static_cast<unsigned long long>(options["--days"]),
                static_cast<unsigned long long>(options["--people"]));
    Days days;
    const Outcome lived =
        live(folder, static_cast<std::int64_t>(options["--days"]), options["--seed"],
             static_cast<std::int64_t>(options["--people"]), days);
    fs::remove_all(folder);
    if (!lived) {
        ++days.failed;
        std::printf("FAILED: the days stopped. %s: %s [%s]\n", lived.error().place.c_str(),
                    lived.error().message.c_str(), lived.error().code.c_str());
    }
    std::printf("%lld passed, %lld failed\n", static_cast<long long>(days.passed),
                static_cast<long long>(days.failed));
    return days.failed == 0 ? 0 : 1;
}
