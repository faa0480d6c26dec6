#include "command/books.h"

#include <algorithm>
#include <cstdio>
#include <filesystem>

#include "command/clock.h"
#include "store/migrate.h"

namespace command {

namespace fs = std::filesystem;

Result<Options> Options::read(const std::vector<std::string>& args,
                              const std::vector<std::string>& known,
                              const std::vector<std::string>& flags) {
    const auto is_in = [](const std::vector<std::string>& list, const std::string& name) {
        return std::find(list.begin(), list.end(), name) != list.end();
    };
    Options options;
    for (std::size_t i = 0; i < args.size(); ++i) {
        const std::string& name = args[i];
        const bool is_flag = is_in(flags, name);
        if (!is_flag && (!is_in(known, name) || i + 1 == args.size())) {
            return Error{"command.wrong_use", "“" + name +
                                                  "” is not an option here, or its value "
                                                  "is missing."};
        }
        if (!options.values_.emplace(name, is_flag ? "" : args[++i]).second) {
            return Error{"command.wrong_use", "“" + name + "” was given twice."};
        }
    }
    if (!options.has("--data")) {
        return Error{"command.wrong_use", "Say where the books are: --data DIR."};
    }
    return options;
}

std::string Options::get(const std::string& name) const {
    const auto found = values_.find(name);
    return found == values_.end() ? std::string() : found->second;
}

Result<Period> Options::dates() const {
    Period period{*Date::make(1900, 1, 1), *Date::make(2200, 1, 1)};
    if (has("--from")) {
        TRY(period.from, Date::parse(get("--from")));
    }
    if (has("--until")) {
        TRY(const Date last, Date::parse(get("--until")));
        period.until = last.plus_days(1);
    }
    return Period::make(period.from, period.until);
}

Result<std::vector<std::string>> books_in(const std::string& folder) {
    std::vector<std::string> paths;
    std::error_code error;
    for (const fs::directory_entry& entry : fs::directory_iterator(folder, error)) {
        if (entry.path().extension() == ".book") {
            paths.push_back(entry.path().string());
        }
    }
    std::sort(paths.begin(), paths.end());
    if (paths.empty()) {
        return Error{"store.no_book", "There is no book in " + folder + "."};
    }
    return paths;
}

Result<std::unique_ptr<store::Store>> open_to_read(const std::string& path) {
    TRY(std::unique_ptr<store::Store> book, store::Store::open_to_read(path));
    const std::size_t done =
        book->read([](store::Snapshot& snapshot) { return store::count_migrations(snapshot); });
    if (done != store::migrations().size()) {
        return Error{"command.older_book",
                     path +
                         " was last written by another version of Onepurse. Start it once with "
                         "onepurse serve, which brings it up to date."};
    }
    return book;
}

Result<std::string> which_book(const Options& options) {
    TRY(const std::vector<std::string> paths, books_in(options.get("--data")));
    std::string names;
    for (const std::string& path : paths) {
        const std::string name = fs::path(path).stem().string();
        if (options.has("--authority") ? name == options.get("--authority") : paths.size() == 1) {
            return path;
        }
        names += (names.empty() ? "" : ", ") + name;
    }
    return Error{"command.which_authority", "Say whose book with --authority: " + names +
                                                ". They are all in " + options.get("--data") + "."};
}

Result<std::unique_ptr<store::Store>> open_book(const Options& options) {
    TRY(const std::string path, which_book(options));
    return open_to_read(path);
}

casework::Desk reading_desk(store::Store& store, const casework::Shelf& shelf) {
    const Clock clock(std::nullopt);
    return casework::Desk{.store = store,
                          .shelf = shelf,
                          .today = clock.today(),
                          .now = clock.now(),
                          .is_system = true};
}

int refuse(const Error& error, const std::string& usage) {
    const bool is_wrong_use = error.code == "command.wrong_use";
    std::fprintf(stderr, "%s%s [%s]\n", error.message.c_str(),
                 is_wrong_use ? (" Use: onepurse " + usage).c_str() : "", error.code.c_str());
    return is_wrong_use ? 2 : 1;
}

}  // namespace command
