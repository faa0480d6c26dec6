#pragma once
// What every verb that prints a book shares: its options as name and value, and the books of a
// folder, opened only to read.

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "casework/desk.h"
#include "store/store.h"

namespace command {

// The options of a verb: "--data DIR"; those named in `flags` stand alone.
class Options {
public:
    // Refuses: command.wrong_use, for an option that is not known, not whole, or given twice.
    static Result<Options> read(const std::vector<std::string>& args,
                                const std::vector<std::string>& known,
                                const std::vector<std::string>& flags);

    bool has(const std::string& name) const { return values_.contains(name); }
    // Gives the value; empty when it was not given.
    std::string get(const std::string& name) const;
    // Gives the dates --from to --until (both belong to them); all dates when neither was given.
    // Refuses: date.not_a_date, date.empty_period.
    Result<Period> dates() const;

private:
    std::map<std::string, std::string> values_;
};

// Lists the books of a folder, by authority. Refuses: store.no_book.
Result<std::vector<std::string>> books_in(const std::string& folder);

// Opens a book to read. Refuses: command.older_book (made by an earlier version and not brought up
// to date yet), and what Store::open_to_read refuses.
Result<std::unique_ptr<store::Store>> open_to_read(const std::string& path);

// Finds the path of the one book meant: of --authority, or the only one in --data.
// Refuses: store.no_book, command.which_authority.
Result<std::string> which_book(const Options& options);

// Opens the one book meant: of --authority, or the only one in --data.
// Refuses: store.no_book, command.which_authority, and as open_to_read.
Result<std::unique_ptr<store::Store>> open_book(const Options& options);

// Makes the desk of a verb: it only reads, as the system. Everything is seen as on `today`.
casework::Desk reading_desk(store::Store& store, const casework::Shelf& shelf);

// Prints a refusal and gives the exit code: 2 for a wrong use, else 1.
int refuse(const Error& error, const std::string& usage);

}  // namespace command
