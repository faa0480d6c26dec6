#pragma once
// CSV after RFC 4180: UTF-8 (a byte order mark is accepted), comma, double quotes, CR LF or LF; the
// first row names the columns. A reader asks for the columns it knows; an unknown, missing or
// doubled column and a row of another length are refused with the line they stand on. Writing
// guards against cells that a spreadsheet would run as a formula.

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace base {

struct CsvRow {
    std::size_t line = 0;  // of the row's first character, counting from 1
    std::vector<std::string> cells;
};

class CsvTable {
public:
    // Reads a whole file; rows of nothing but empty cells are passed over.
    // Refuses: csv.empty, csv.not_utf8, csv.quote, csv.cells, csv.column, csv.too_large.
    // A column that `may_be` names need not be there; its cells are empty then.
    static Result<CsvTable> parse(std::string_view bytes, const std::vector<std::string>& columns,
                                  const std::vector<std::string>& may_be = {});

    const std::vector<CsvRow>& rows() const { return rows_; }
    // Gives the cell of a row under a column asked for in parse.
    const std::string& cell(const CsvRow& row, std::string_view column) const;

private:
    std::map<std::string, std::size_t, std::less<>> positions_;  // SIZE_MAX: not in this file
    std::vector<CsvRow> rows_;
};

// Cuts CSV text into rows of cells without looking at a header. Refuses: csv.quote, csv.too_large.
Result<std::vector<CsvRow>> parse_csv_rows(std::string_view bytes);

// Writes one row ending in CR LF; a text cell that begins with = + - @ tab gets a ' in front unless
// it is a plain number.
void append_csv_row(std::string& out, const std::vector<std::string>& cells);
// The same without that guard, for files that are read back by a program and must hold what they
// held.
void append_csv_row_as_is(std::string& out, const std::vector<std::string>& cells);

}  // namespace base
