#include "command/signing_keys.h"

#include <cstdio>
#include <filesystem>

#include "casework/signing_keys.h"
#include "command/books.h"
#include "command/clock.h"
#include "store/book.h"

namespace command {

namespace {

std::string published(casework::Desk& desk) {
    const std::string name = desk.store.read(
        [](store::Snapshot& snapshot) { return store::load_book_facts(snapshot).council_name; });
    return policy::write_keys(name, casework::council_keys(desk));
}

Result<std::string> show(const std::vector<std::string>& args) {
    TRY(const Options options, Options::read(args, {"--data", "--authority"}, {}));
    TRY(const std::unique_ptr<store::Store> book, open_book(options));
    const casework::Shelf shelf;
    casework::Desk desk = reading_desk(*book, shelf);
    if (casework::council_keys(desk).empty()) {
        return Error{"keys.none_yet",
                     "This council has signed nothing yet, so it has no key. The first one is made "
                     "when somebody's answers are sent."};
    }
    return published(desk);
}

Result<std::string> replace(const std::vector<std::string>& args) {
    TRY(const Options options, Options::read(args, {"--data", "--authority", "--today"}, {}));
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
    TRY_DONE(casework::replace_key(desk));
    return published(desk);
}

int print(const Result<std::string>& text, const std::string& usage) {
    if (!text) {
        return refuse(text.error(), usage);
    }
    std::fputs(text->c_str(), stdout);
    return 0;
}

}  // namespace

int show_key_verb(const std::vector<std::string>& args) {
    return print(show(args), "show-key " + std::string(show_key_usage));
}

int new_key_verb(const std::vector<std::string>& args) {
    return print(replace(args), "new-key " + std::string(new_key_usage));
}

}  // namespace command
