#pragma once
// Readers of a package's CSV files: each row becomes a typed value; a cell that is not what its
// column asks for is refused with file, line and column. Whether names exist is checked later, by
// check_package.

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/csv.h"
#include "base/result.h"
#include "policy/package.h"

namespace policy {

// Each reads one file. Refuses: policy.bad_cell, policy.name_twice, and the codes of csv.
Result<std::vector<Stream>> read_streams(std::string_view bytes);
Result<std::vector<Question>> read_questionnaire(std::string_view bytes);
Result<std::vector<GoldenCase>> read_cases(std::string_view bytes);
// Also refuses: policy.parameter_dates when two rows of one id are in force on one day.
Result<std::vector<Parameter>> read_parameters(std::string_view bytes);

// Reads cells of one file and names the place of a bad one.
class CellReader {
public:
    CellReader(std::string file, const base::CsvTable& table)
        : file_(std::move(file)), table_(table) {}

    // Gives a cell as text, trimmed; empty when not given.
    std::string text(const base::CsvRow& row, std::string_view column) const;
    // Gives a cell that must not be empty. Refuses: policy.bad_cell.
    Result<std::string> wanted(const base::CsvRow& row, std::string_view column) const;
    // Gives a small-letter name with underscores. Refuses: policy.bad_cell.
    Result<std::string> name(const base::CsvRow& row, std::string_view column) const;
    // Gives a date, or nothing for an empty cell. Refuses: policy.bad_cell.
    Result<std::optional<Date>> date(const base::CsvRow& row, std::string_view column) const;
    // Gives the position of the cell in a list of words. Refuses: policy.bad_cell.
    Result<std::size_t> word(const base::CsvRow& row, std::string_view column,
                             const std::vector<std::string_view>& words) const;

    Error fault(const base::CsvRow& row, std::string_view column, std::string message,
                std::string code = "policy.bad_cell") const;

private:
    std::string file_;
    const base::CsvTable& table_;
};

// Reads a table of a file; a fault names the file. `may_be` are columns that need not be there;
// their cells are empty then.
Result<base::CsvTable> read_table(const std::string& file, std::string_view bytes,
                                  const std::vector<std::string>& columns,
                                  const std::vector<std::string>& may_be = {});

// Gives each row to `read_row`, which keeps a good one. A bad row is refused and the others are
// read all the same, so that one look shows every fault; read = kept + refused. Refuses with code
// and place of the first bad row; the message says how many rows were read, kept and refused, and
// names the place of each.
Outcome read_rows(const std::string& file, const base::CsvTable& table,
                  const std::function<Outcome(const base::CsvRow&)>& read_row);

// Gives what was refused of `whole` as one error: the first with its place, how many of the
// `read` things ("row", "member") were kept and refused, and the other places. `refused` is not
// empty.
Error as_one(const std::string& whole, const std::string& thing, std::size_t read,
             const std::vector<Error>& refused);

}  // namespace policy
