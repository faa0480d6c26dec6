#include "command/open_book.h"

#include <cstdio>
#include <filesystem>
#include <map>

#include "casework/staff_accounts.h"
#include "command/clock.h"
#include "store/book.h"
#include "store/store.h"

namespace command {

namespace fs = std::filesystem;

namespace {

bool is_code(const std::string& text) {
    return !text.empty() && text.size() <= 40 &&
           text.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == std::string::npos;
}

Result<std::string> open_book(std::map<std::string, std::string>& options) {
    std::optional<Date> today;
    if (options.contains("--today")) {
        TRY(today, Date::parse(options["--today"]));
    }
    std::error_code error;
    fs::create_directories(options["--data"], error);
    const fs::path path = fs::path(options["--data"]) / (options["--authority"] + ".book");
    if (fs::exists(path, error)) {
        return Error{"command.book_exists",
                     "The book " + path.string() + " is there already. Nothing was changed."};
    }
    TRY(const std::unique_ptr<store::Store> store,
        store::Store::open(path.string(), options["--authority"]));
    const casework::Shelf shelf;
    const Clock clock(today);
    casework::Desk desk{.store = *store,
                        .shelf = shelf,
                        .today = clock.today(),
                        .now = clock.now(),
                        .is_system = true};
    TRY_DONE(store->write([&](store::Tx& tx) -> Outcome {
        store::ensure_secret(tx, desk.random);
        store::name_council(tx, options["--name"], false);
        return Done{};
    }));
    people::Staff admin;
    admin.name = options["--admin"];
    admin.team = "Accounts";
    admin.roles = {people::Role::account_admin};
    TRY(const casework::MadeStaff made, casework::make_staff(desk, admin));
    return made.paper_code.value_or("");
}

}  // namespace

int open_book_verb(const std::vector<std::string>& args) {
    std::map<std::string, std::string> options;
    for (std::size_t i = 0; i + 1 < args.size(); i += 2) {
        options[args[i]] = args[i + 1];
    }
    const bool is_whole = args.size() % 2 == 0 && options.contains("--data") &&
                          options.contains("--name") && options.contains("--admin") &&
                          is_code(options["--authority"]);
    if (!is_whole || options.size() > 5) {
        std::fprintf(stderr,
                     "Use: onepurse open-book --data DIR --authority CODE --name NAME --admin NAME "
                     "[--today DATE]. CODE is small letters, digits and hyphens.\n");
        return 2;
    }
    const Result<std::string> code = open_book(options);
    if (!code) {
        std::fprintf(stderr, "%s [%s]\n", code.error().message.c_str(), code.error().code.c_str());
        return 1;
    }
    std::printf(
        "The book of %s is made.\nCode on paper for %s: %s\n"
        "It works once, for 28 days, at /begin. It is not kept anywhere else.\n",
        options["--name"].c_str(), options["--admin"].c_str(), code->c_str());
    return 0;
}

}  // namespace command
