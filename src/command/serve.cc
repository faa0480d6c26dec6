#include "command/serve.h"

#include <pthread.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <csignal>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <optional>

#include "casework/sign_in.h"
#include "command/clock.h"
#include "command/dated_work.h"
#include "command/find_folder.h"
#include "command/rules_of_book.h"
#include "command/shelf.h"
#include "store/book.h"
#include "store/store.h"
#include "web/http_server.h"
#include "web/site.h"

namespace command {

namespace fs = std::filesystem;

namespace {

struct ServeOptions {
    web::ServerOptions server{.port = 8080};
    web::SiteOptions site;
    std::string data = "data";
    std::string packages;
    std::string assets;
    bool names_assets = false;
    std::optional<Date> today;
};

Result<ServeOptions> read_options(const std::vector<std::string>& args) {
    ServeOptions options;
    options.packages = find_folder("policies");
    options.assets = find_folder("assets");
    for (std::size_t i = 0; i < args.size(); ++i) {
        const std::string& name = args[i];
        if (name == "--behind-tls") {
            options.site.is_secure = true;
            continue;
        }
        if (i + 1 == args.size()) {
            return Error{"command.usage", name + " is not known, or has no value behind it."};
        }
        const std::string& value = args[++i];
        if (name == "--port") {
            const auto [end, failure] =
                std::from_chars(value.data(), value.data() + value.size(), options.server.port);
            if (failure != std::errc() || end != value.data() + value.size()) {
                return Error{"command.usage", "--port takes a number up to 65535."};
            }
        } else if (name == "--today") {
            TRY(options.today, Date::parse(value));
        } else if (name == "--data") {
            options.data = value;
        } else if (name == "--packages") {
            options.packages = value;
        } else if (name == "--assets") {
            options.assets = value;
            options.names_assets = true;
        } else if (name == "--listen") {
            options.server.address = value;
        } else {
            return Error{"command.usage", name + " is not known."};
        }
    }
    return options;
}

// One open book with the clock and the rules its desks are made with.
struct OpenBook {
    std::unique_ptr<store::Store> store;
    std::unique_ptr<casework::RulesInForce> rules;
    Clock clock;

    casework::Desk desk() const {
        const std::int64_t milliseconds = clock.milliseconds();
        const Instant now{milliseconds / 1000};
        const Date today = day_in_england(now);
        const std::shared_ptr<const casework::Shelf> shelf = rules->shelf_on(today);
        return casework::Desk{.store = *store,
                              .shelf = *shelf,
                              .today = today,
                              .now = now,
                              .millisecond = milliseconds % 1000,
                              .rules = rules.get(),
                              .kept_shelf = shelf};
    }
};

// An example goes on from the day its story has come to, unless --today says another.
Result<std::vector<OpenBook>> open_books(const std::string& folder, const casework::Shelf& on_disk,
                                         casework::LoadedPackages& loaded,
                                         std::optional<Date> today) {
    std::vector<fs::path> paths;
    std::error_code error;
    for (const fs::directory_entry& entry : fs::directory_iterator(folder, error)) {
        if (entry.path().extension() == ".book") {
            paths.push_back(entry.path());
        }
    }
    if (paths.empty()) {
        return Error{"command.no_book", "There is no book (a file whose name ends in .book) in " +
                                            folder +
                                            ". Make one with: onepurse open-book, or the example "
                                            "with: onepurse example --data " +
                                            folder};
    }
    std::sort(paths.begin(), paths.end());
    std::vector<OpenBook> books;
    for (const fs::path& path : paths) {
        TRY(const AuthorityId authority, store::Store::authority_of(path.string()));
        TRY(std::unique_ptr<store::Store> store, store::Store::open(path.string(), authority));
        const store::BookFacts facts =
            store->read([](store::Snapshot& snapshot) { return store::load_book_facts(snapshot); });
        const Clock clock(today ? today : facts.example_day);
        TRY(std::unique_ptr<casework::RulesInForce> rules,
            open_rules(*store, on_disk, loaded, clock));
        books.push_back(OpenBook{std::move(store), std::move(rules), clock});
    }
    return books;
}

Result<std::vector<web::OpenCouncil>> open_councils(const std::vector<OpenBook>& books) {
    std::vector<web::OpenCouncil> councils;
    for (const OpenBook& book : books) {
        casework::Desk desk = book.desk();
        TRY(const casework::CouncilFacts facts, casework::open_council(desk));
        councils.push_back({{book.store->authority(), facts.name, facts.is_example},
                            [&book] { return book.desk(); }});
    }
    return councils;
}

// A folder that was named must hold the files of the pages; when none was made yet, pages work
// without them, and it is said.
Result<web::StaticFiles> open_files(const ServeOptions& options) {
    web::StaticFiles files;
    TRY_DONE(files.add_folder(options.assets, "/assets"));
    for (const char* const name : {"/assets/onepurse.css", "/assets/onepurse.js"}) {
        if (files.has(name)) {
            continue;
        }
        const std::string message =
            "There is no " + std::string(name).substr(8) + " in the folder " + options.assets +
            ", so pages would have no look. Make the files with: tools/assets, or name their "
            "folder with --assets.";
        if (options.names_assets) {
            return Error{"command.no_assets", message, options.assets};
        }
        std::fprintf(stderr, "Take note: %s\n", message.c_str());
        break;
    }
    return files;
}

Outcome serve(const ServeOptions& options) {
    // The signals are waited for in one place; every thread made from here on leaves them alone.
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGTERM);
    sigaddset(&signals, SIGINT);
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    std::signal(SIGPIPE, SIG_IGN);

    TRY(web::StaticFiles files, open_files(options));
    TRY(const casework::Shelf on_disk, load_shelf(options.packages));
    casework::LoadedPackages loaded;
    TRY(const std::vector<OpenBook> books,
        open_books(options.data, on_disk, loaded, options.today));
    TRY(std::vector<web::OpenCouncil> councils, open_councils(books));
    const web::Site site(options.site, std::move(councils), std::move(files));
    TRY(const std::unique_ptr<web::HttpServer> server,
        web::HttpServer::start(options.server, site.service()));
    std::printf("Onepurse is ready at http://%s:%u/\n", options.server.address.c_str(),
                static_cast<unsigned>(server->port()));
    std::fflush(stdout);
    std::vector<std::function<casework::Desk()>> desks;
    desks.reserve(books.size());
    for (const OpenBook& book : books) {
        desks.emplace_back([&book] { return book.desk(); });
    }
    const DatedWork dated_work(std::move(desks));
    int signal = 0;
    sigwait(&signals, &signal);
    std::printf("Onepurse is stopping: what is under way is finished first.\n");
    server->stop();
    return Done{};
}

}  // namespace

int serve_verb(const std::vector<std::string>& args) {
    const Result<ServeOptions> options = read_options(args);
    if (!options) {
        std::fprintf(stderr, "%s\n", options.error().message.c_str());
        return 2;
    }
    const Outcome outcome = serve(*options);
    if (!outcome) {
        const std::string place =
            outcome.error().place.empty() ? "" : " (" + outcome.error().place + ")";
        std::fprintf(stderr, "Onepurse cannot start: %s%s [%s]\n", outcome.error().message.c_str(),
                     place.c_str(), outcome.error().code.c_str());
        return 1;
    }
    return 0;
}

}  // namespace command
