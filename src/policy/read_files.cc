#include "policy/read_files.h"

#include "base/check.h"
#include "base/text.h"

namespace policy {

std::string CellReader::text(const base::CsvRow& row, std::string_view column) const {
    return std::string(base::trim(table_.cell(row, column)));
}

Error CellReader::fault(const base::CsvRow& row, std::string_view column, std::string message,
                        std::string code) const {
    return Error{std::move(code), std::move(message),
                 file_ + " line " + std::to_string(row.line) + ", column " + std::string(column)};
}

Result<std::string> CellReader::wanted(const base::CsvRow& row, std::string_view column) const {
    std::string cell = text(row, column);
    if (cell.empty()) {
        return fault(row, column, "This cell must not be empty.");
    }
    return cell;
}

Result<std::string> CellReader::name(const base::CsvRow& row, std::string_view column) const {
    TRY(std::string cell, wanted(row, column));
    const bool plain =
        cell.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_") == std::string::npos;
    if (!plain || cell[0] == '_' || (cell[0] >= '0' && cell[0] <= '9')) {
        return fault(row, column,
                     "\"" + cell +
                         "\" is no name: a name has small letters, digits and underscores, and "
                         "begins with a letter.");
    }
    return cell;
}

Result<std::optional<Date>> CellReader::date(const base::CsvRow& row,
                                             std::string_view column) const {
    const std::string cell = text(row, column);
    if (cell.empty()) {
        return std::optional<Date>();
    }
    const Result<Date> read = Date::parse(cell);
    if (!read) {
        return fault(row, column, "\"" + cell + "\" is no date. Write it as 2006-04-01.");
    }
    return std::optional<Date>(*read);
}

Result<std::size_t> CellReader::word(const base::CsvRow& row, std::string_view column,
                                     const std::vector<std::string_view>& words) const {
    const std::string cell = text(row, column);
    std::string list;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (words[i] == cell) {
            return i;
        }
        list += (list.empty() ? "" : ", ") + std::string(words[i]);
    }
    return fault(row, column, "\"" + cell + "\" is none of: " + list + ".");
}

Result<base::CsvTable> read_table(const std::string& file, std::string_view bytes,
                                  const std::vector<std::string>& columns,
                                  const std::vector<std::string>& may_be) {
    Result<base::CsvTable> table = base::CsvTable::parse(bytes, columns, may_be);
    if (!table) {
        Error error = table.error();
        error.place = file + (error.place.empty() ? "" : " " + error.place);
        return error;
    }
    return table;
}

Error as_one(const std::string& whole, const std::string& thing, std::size_t read,
             const std::vector<Error>& refused) {
    CHECK(!refused.empty());
    Error one = refused.front();
    one.message += " Of " + whole + " " + base::counted(read, thing) + " read, " +
                   std::to_string(read - refused.size()) + " kept, " +
                   std::to_string(refused.size()) + " refused.";
    for (std::size_t i = 1; i < refused.size(); ++i) {
        one.message += "\n" + refused[i].place + ": " + refused[i].message;
    }
    return one;
}

Outcome read_rows(const std::string& file, const base::CsvTable& table,
                  const std::function<Outcome(const base::CsvRow&)>& read_row) {
    std::vector<Error> refused;
    for (const base::CsvRow& row : table.rows()) {
        if (const Outcome read = read_row(row); !read) {
            refused.push_back(read.error());
        }
    }
    if (refused.empty()) {
        return Done{};
    }
    return as_one(file, "row", table.rows().size(), refused);
}

}  // namespace policy
