#include <sys/mman.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include <algorithm>
#include <cctype>
#include <cstdlib>
#include <map>

#include "base/check.h"
#include "base/xlsx.h"

namespace base {

namespace {

constexpr std::size_t digits_max = 15;  // what a spreadsheet's number keeps

// The decimals of a plain decimal; -1 when a text is none, or one that would not come back.
int decimals_of(std::string_view text) {
    const std::string_view sized = text.starts_with('-') ? text.substr(1) : text;
    const std::size_t point = sized.find('.');
    const std::string_view whole = sized.substr(0, point);
    const std::string_view part = point == std::string_view::npos ? "" : sized.substr(point + 1);
    const auto all_digits = [](std::string_view digits) {
        return std::all_of(digits.begin(), digits.end(),
                           [](unsigned char c) { return std::isdigit(c) != 0; });
    };
    const bool is_plain = !whole.empty() && all_digits(whole) && all_digits(part) &&
                          (point == std::string_view::npos || !part.empty()) &&
                          (whole == "0" || whole.front() != '0') &&
                          whole.size() + part.size() <= digits_max;
    const bool is_minus_nought =
        text.starts_with('-') && sized.find_first_not_of("0.") == std::string_view::npos;
    return is_plain && !is_minus_nought ? static_cast<int>(part.size()) : -1;
}

// A file that only this process sees, gone with it.
class MemoryFile {
public:
    MemoryFile() : file_(::memfd_create("workbook", MFD_CLOEXEC)) { CHECK(file_ >= 0); }
    ~MemoryFile() { ::close(file_); }
    MemoryFile(const MemoryFile&) = delete;
    MemoryFile& operator=(const MemoryFile&) = delete;

    std::string path() const { return "/proc/self/fd/" + std::to_string(file_); }
    std::string bytes() const {
        std::string all(static_cast<std::size_t>(::lseek(file_, 0, SEEK_END)), '\0');
        CHECK(::pread(file_, all.data(), all.size(), 0) == static_cast<ssize_t>(all.size()));
        return all;
    }

private:
    int file_;
};

class Writer {
public:
    explicit Writer(const std::string& path) : book_(workbook_new(path.c_str())) {
        CHECK(book_ != nullptr);
        // The moment of writing is not part of what is written: the same sheets, the same bytes.
        lxw_doc_properties properties = {};
        properties.created = 1'146'614'400;
        workbook_set_properties(book_, &properties);
        heading_ = workbook_add_format(book_);
        format_set_bold(heading_);
    }

    Outcome sheet(const Sheet& sheet) {
        lxw_worksheet* const made = workbook_add_worksheet(book_, sheet.name.c_str());
        if (made == nullptr) {
            return Error{"xlsx.cannot_write",
                         "A sheet cannot be named so: at most 31 characters, and each name once.",
                         sheet.name};
        }
        for (std::size_t row = 0; row < sheet.rows.size(); ++row) {
            for (std::size_t column = 0; column < sheet.rows[row].size(); ++column) {
                if (write(*made, row, column, sheet.rows[row][column]) != LXW_NO_ERROR) {
                    return Error{"xlsx.cannot_write",
                                 "A text is longer than a cell of a spreadsheet can hold.",
                                 sheet.name + ", row " + std::to_string(row + 1)};
                }
            }
        }
        worksheet_freeze_panes(made, 1, 0);
        worksheet_set_column(made, 0, 63, 24, nullptr);
        return Done{};
    }

    Outcome close() {
        if (workbook_close(book_) != LXW_NO_ERROR) {
            return Error{"xlsx.cannot_write", "The workbook could not be written."};
        }
        return Done{};
    }

private:
    lxw_error write(lxw_worksheet& sheet, std::size_t row, std::size_t column,
                    const std::string& text) {
        const auto at = static_cast<lxw_row_t>(row);
        const auto across = static_cast<lxw_col_t>(column);
        if (text.empty()) {
            return LXW_NO_ERROR;
        }
        lxw_format* const heading = row == 0 ? heading_ : nullptr;
        const int decimals = decimals_of(text);
        if (decimals < 0) {
            return worksheet_write_string(&sheet, at, across, text.c_str(), heading);
        }
        return worksheet_write_number(&sheet, at, across, std::strtod(text.c_str(), nullptr),
                                      with_decimals(decimals));
    }

    lxw_format* with_decimals(int decimals) {
        lxw_format*& format = formats_[decimals];
        if (format == nullptr) {
            format = workbook_add_format(book_);
            const std::string shown =
                decimals == 0 ? "0" : "0." + std::string(static_cast<std::size_t>(decimals), '0');
            format_set_num_format(format, shown.c_str());
        }
        return format;
    }

    lxw_workbook* book_;
    lxw_format* heading_ = nullptr;
    std::map<int, lxw_format*> formats_;
};

}  // namespace

Result<std::string> write_xlsx(const Workbook& workbook) {
    const MemoryFile file;
    Writer writer(file.path());
    Outcome written = Done{};
    for (const Sheet& sheet : workbook) {
        if (written) {
            written = writer.sheet(sheet);
        }
    }
    const Outcome closed = writer.close();
    TRY_DONE(written);
    TRY_DONE(closed);
    return file.bytes();
}

}  // namespace base
