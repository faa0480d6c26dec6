#include "command/show_money.h"

#include <cstdio>

#include "base/json.h"
#include "casework/pay_providers.h"
#include "casework/see_budget.h"
#include "casework/see_finance.h"
#include "casework/staff_accounts.h"
#include "casework/statement_json.h"
#include "command/books.h"
#include "command/find_folder.h"
#include "command/rules_of_book.h"
#include "command/shelf.h"
#include "payments/pay_run_json.h"
#include "store/people.h"

namespace command {

namespace {

// A book open to read, with its rules in force.
struct Reading {
    std::unique_ptr<store::Store> store;
    casework::Shelf shelf;
};

Result<Reading> open_reading(const Options& options) {
    if (!options.has("--json")) {
        return Error{"command.wrong_use", "It is printed as JSON only: add --json."};
    }
    Reading reading;
    TRY(reading.store, open_book(options));
    TRY(const casework::Shelf on_disk,
        load_shelf(options.has("--packages") ? options.get("--packages")
                                             : find_folder("policies")));
    TRY(reading.shelf, shelf_of_book(*reading.store, on_disk));
    return reading;
}

// Finds a person by her reference ("WE-00042") or id.
Result<PersonId> find_person(store::Store& store, const std::string& text) {
    if (const std::optional<PersonId> id = PersonId::parse(text)) {
        return *id;
    }
    return store.read([&](store::Snapshot& snapshot) -> Result<PersonId> {
        for (const people::Person& person : store::load_people(snapshot)) {
            if (person.reference == text) {
                return person.id;
            }
        }
        return Error{"people.not_found", "Nobody in this book has the reference " + text + "."};
    });
}

int print(const Result<json::value>& value, const char* verb, const char* usage) {
    if (!value) {
        return refuse(value.error(), std::string(verb) + " " + usage);
    }
    std::fputs(base::pretty_json(*value).c_str(), stdout);
    return 0;
}

// A stream of the rules that were loaded. Refuses: command.stream_unknown.
Result<StreamId> known_stream(const casework::Shelf& shelf, const std::string& wanted) {
    std::string names;
    for (const auto& [id, name] : casework::known_streams(shelf)) {
        if (id == wanted) {
            return StreamId(id);
        }
        names += (names.empty() ? "" : ", ") + id;
    }
    return Error{"command.stream_unknown",
                 "No stream is called \"" + wanted + "\". The streams are: " + names + "."};
}

Result<json::value> statement(const std::vector<std::string>& args) {
    TRY(const Options options, Options::read(args,
                                             {"--data", "--authority", "--person", "--stream",
                                              "--from", "--until", "--packages"},
                                             {"--json"}));
    if (options.has("--person") == options.has("--stream")) {
        return Error{"command.wrong_use", "Say whose statement: --person or --stream."};
    }
    TRY(const Period dates, options.dates());
    TRY(const Reading reading, open_reading(options));
    casework::Desk desk = reading_desk(*reading.store, reading.shelf);
    if (options.has("--stream")) {
        TRY(const StreamId stream, known_stream(reading.shelf, options.get("--stream")));
        TRY(const casework::StreamAccountView view,
            casework::see_stream_account(desk, stream, dates));
        return json::value(casework::to_json(view));
    }
    TRY(const PersonId person, find_person(*reading.store, options.get("--person")));
    TRY(const casework::StatementView view, casework::see_statement(desk, person, dates));
    return json::value(casework::to_json(view));
}

json::object run_json(const casework::RunView& view, const Options& options) {
    return options.has("--summary") ? payments::to_json(view.summary) : payments::to_json(view.run);
}

Result<json::value> payrun(const std::vector<std::string>& args) {
    TRY(const Options options, Options::read(args, {"--data", "--authority", "--run", "--packages"},
                                             {"--json", "--summary"}));
    TRY(const Reading reading, open_reading(options));
    casework::Desk desk = reading_desk(*reading.store, reading.shelf);
    if (options.has("--run")) {
        const std::optional<PayRunId> id = PayRunId::parse(options.get("--run"));
        if (!id) {
            return Error{"command.wrong_use", "The id of a run begins with run_."};
        }
        TRY(const casework::RunView view, casework::see_run(desk, *id));
        return json::value(run_json(view, options));
    }
    TRY(const std::vector<casework::RunView> views, casework::see_runs(desk));
    json::array runs;
    for (const casework::RunView& view : views) {
        runs.push_back(run_json(view, options));
    }
    return json::value(std::move(runs));
}

Result<json::value> entries(const std::vector<std::string>& args) {
    TRY(const Options options, Options::read(args,
                                             {"--data", "--authority", "--person", "--stream",
                                              "--from", "--until", "--packages"},
                                             {"--json"}));
    TRY(const Period dates, options.dates());
    TRY(const Reading reading, open_reading(options));
    casework::Desk desk = reading_desk(*reading.store, reading.shelf);
    std::optional<StreamId> stream;
    if (options.has("--stream")) {
        TRY(stream, known_stream(reading.shelf, options.get("--stream")));
    }
    TRY(std::vector<casework::EntryRow> rows, casework::see_entries(desk, stream, dates));
    if (options.has("--person")) {
        TRY(const PersonId person, find_person(*reading.store, options.get("--person")));
        std::erase_if(rows,
                      [&](const casework::EntryRow& row) { return row.facts.person != person; });
    }
    return json::value(casework::to_json(rows));
}

}  // namespace

int statement_verb(const std::vector<std::string>& args) {
    return print(statement(args), "statement", statement_usage);
}

int payrun_verb(const std::vector<std::string>& args) {
    return print(payrun(args), "payrun", payrun_usage);
}

int entries_verb(const std::vector<std::string>& args) {
    return print(entries(args), "entries", entries_usage);
}

}  // namespace command
