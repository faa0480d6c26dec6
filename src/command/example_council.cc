#include "command/example_council.h"

#include <charconv>
#include <cstdio>
#include <filesystem>
#include <map>

#include "command/example_files.h"
#include "command/example_next_year.h"
#include "command/example_orders.h"
#include "command/example_person.h"
#include "command/example_world.h"
#include "command/example_year.h"
#include "command/find_folder.h"
#include "command/shelf.h"
#include "store/book.h"

namespace command {

namespace fs = std::filesystem;

namespace {

// Most come in the first weeks, the others through the year.
Date draw_contact(ExampleWorld& world, Date last_day) {
    const Date first = world.council().year.from;
    const std::int64_t days = std::max<std::int64_t>(last_day - first, 1);
    const std::int64_t at = world.chance(62) ? world.between(1, std::min<std::int64_t>(40, days))
                                             : world.between(1, days);
    return first.plus_days(at);
}

Outcome make_council(const ExampleCouncil& council, const fs::path& path,
                     const casework::Shelf& shelf, Date last_day) {
    TRY(const std::unique_ptr<store::Store> book,
        store::Store::open(path.string(), council.authority));
    ExampleWorld world(council, *book, shelf);
    TRY_DONE(found_council(world));
    TRY_DONE(give_provider_details(world));
    for (std::int64_t number = 0; number < council.people; ++number) {
        begin_person(world, number, draw_contact(world, last_day));
    }
    prepare_next_year(world);
    ExampleOffice office(world);
    TRY_DONE(world.live_until(last_day, [&] { return office.end_of_day(); }));
    return book->write([&](store::Tx& tx) -> Outcome {
        store::set_example_day(tx, last_day);
        return Done{};
    });
}

Result<std::int64_t> number_of(const std::map<std::string, std::string>& options,
                               const std::string& name, std::int64_t otherwise) {
    const auto option = options.find(name);
    if (option == options.end()) {
        return otherwise;
    }
    std::int64_t value = 0;
    const std::string& text = option->second;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
    if (read.ec != std::errc() || read.ptr != text.data() + text.size() || value < 0) {
        return Error{"command.usage", name + " takes a whole number."};
    }
    return value;
}

Outcome make_examples(const std::map<std::string, std::string>& options) {
    const auto text_of = [&](const std::string& name, const std::string& otherwise) {
        const auto option = options.find(name);
        return option == options.end() ? otherwise : option->second;
    };
    TRY(const casework::Shelf shelf, load_shelf(text_of("--packages", find_folder("policies"))));
    TRY(const std::vector<ExampleCouncil> councils,
        read_example_councils(text_of("--examples", find_folder("examples"))));
    const fs::path folder = options.at("--data");
    std::error_code error;
    fs::create_directories(folder, error);
    for (ExampleCouncil council : councils) {
        if (options.contains("--only") && options.at("--only") != council.authority) {
            continue;
        }
        const fs::path path = folder / (council.authority + ".book");
        if (fs::exists(path, error)) {
            return Error{"command.book_exists",
                         "The book " + path.string() + " is there already. Nothing was changed."};
        }
        const std::int64_t own_people = council.people;
        TRY(council.people, number_of(options, "--people", own_people));
        // More people need more money: the streams give in proportion.
        const std::int64_t councils_worth =
            1 + (council.people - 1) / std::max<std::int64_t>(own_people, 1);
        for (auto& each : council.cash_limits) {
            each.second =
                Money::pence(each.second.in_pence() * std::max<std::int64_t>(councils_worth, 1));
        }
        TRY(const std::int64_t days,
            number_of(options, "--days", council.today - council.year.from));
        std::printf("Making %s, a fictional council of %lld people\n", council.name.c_str(),
                    static_cast<long long>(council.people));
        std::fflush(stdout);
        // Made beside its place and moved there whole, so that a stop halfway leaves no half
        // council.
        const fs::path unfinished = folder / (council.authority + ".making");
        for (const char* part : {"", "-wal", "-shm", ".lock"}) {
            fs::remove(unfinished.string() + part, error);
        }
        TRY_DONE(make_council(council, unfinished, shelf, council.year.from.plus_days(days)));
        fs::rename(unfinished, path, error);
        std::error_code ignored;
        fs::remove(unfinished.string() + ".lock", ignored);
        if (error) {
            return Error{"command.book_exists",
                         "The book " + path.string() + " could not be put in its place."};
        }
    }
    return Done{};
}

}  // namespace

int example_verb(const std::vector<std::string>& args) {
    std::map<std::string, std::string> options;
    const std::vector<std::string> known = {"--data", "--only",     "--people",
                                            "--days", "--examples", "--packages"};
    bool is_good = args.size() % 2 == 0;
    for (std::size_t i = 0; i + 1 < args.size(); i += 2) {
        is_good = is_good && std::find(known.begin(), known.end(), args[i]) != known.end();
        options[args[i]] = args[i + 1];
    }
    if (!is_good || !options.contains("--data")) {
        std::fprintf(
            stderr,
            "Use: onepurse example --data DIR [--only AUTHORITY] [--people N] [--days N]\n");
        return 2;
    }
    const Outcome made = make_examples(options);
    if (!made) {
        std::fprintf(stderr, "%s%s%s [%s]\n", made.error().place.c_str(),
                     made.error().place.empty() ? "" : ": ", made.error().message.c_str(),
                     made.error().code.c_str());
        return made.error().code == "command.usage" ? 2 : 1;
    }
    return 0;
}

}  // namespace command
