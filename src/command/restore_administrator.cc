#include "command/restore_administrator.h"

#include <cstdio>
#include <filesystem>

#include "casework/restore_administrator.h"
#include "command/books.h"
#include "command/clock.h"

namespace command {

namespace {

Result<casework::RestoredAdministrator> restore(const std::vector<std::string>& args) {
    TRY(const Options options,
        Options::read(args, {"--data", "--admin", "--authority", "--today"}, {}));
    if (options.get("--admin").empty()) {
        return Error{"command.wrong_use", "Say who looks after accounts: --admin NAME."};
    }
    std::optional<Date> today;
    if (options.has("--today")) {
        TRY(today, Date::parse(options.get("--today")));
    }
    TRY(const std::string path, which_book(options));
    TRY(const std::unique_ptr<store::Store> book,
        store::Store::open(path, std::filesystem::path(path).stem().string()));
    const casework::Shelf shelf;
    const Clock clock(today);
    casework::Desk desk{.store = *book,
                        .shelf = shelf,
                        .today = clock.today(),
                        .now = clock.now(),
                        .is_system = true,
                        .is_operator = true};
    return casework::restore_administrator(desk, options.get("--admin"));
}

}  // namespace

int restore_administrator_verb(const std::vector<std::string>& args) {
    const Result<casework::RestoredAdministrator> done = restore(args);
    if (!done) {
        return refuse(done.error(),
                      "restore-administrator " + std::string(restore_administrator_usage));
    }
    std::printf(
        "%s\nCode on paper for %s: %s\nIt works once, for 28 days, at /begin. It is not kept "
        "anywhere else. Give it to nobody but %s.\n",
        done->is_new ? "Nobody was left who looks after accounts. A new account is made."
                     : "The old password and every open session of this account have ended.",
        done->name.c_str(), done->paper_code.c_str(), done->name.c_str());
    return 0;
}

}  // namespace command
