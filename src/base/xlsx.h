#pragma once
// Workbooks of a spreadsheet program (XLSX, ECMA-376) as sheets of texts: written with
// libxlsxwriter, opened with libzip and read with libxml2. A cell is the text a person sees in it,
// exactly: a number keeps the decimals its format shows, a date is 2006-04-01. What is not a plain
// value (a formula, an error, a number whose format says something else) is refused with its place
// and never guessed. Nothing else of a workbook is read: no links, no macros, no pictures.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace base {

struct Sheet {
    std::string name;                            // at most 31 characters, none of []:*?/\ .
    std::vector<std::vector<std::string>> rows;  // of different lengths; no empty cells at the end

    friend bool operator==(const Sheet&, const Sheet&) = default;
};

using Workbook = std::vector<Sheet>;

// What a workbook may hold at most: a small file can unpack to one that fills the machine.
struct XlsxCaps {
    std::size_t file_bytes = 10U << 20;
    std::size_t parts = 1000;
    std::size_t part_bytes = 50U << 20;  // unpacked, one part
    std::size_t all_bytes = 100U << 20;  // unpacked, together
    std::size_t cells = 1'000'000;
};

// Reads the sheets of a workbook in their order. Refuses: xlsx.not_a_workbook, xlsx.too_large,
// xlsx.broken (with the part), xlsx.cell (with sheet and cell).
Result<Workbook> read_xlsx(std::string_view bytes, const XlsxCaps& caps = {});

// Writes a workbook. Texts that are plain decimals of at most 15 digits become numbers, shown with
// the decimals they have; everything else becomes text, so that nothing is ever run as a formula.
// Refuses: xlsx.cannot_write (a name or a text the format has no room for).
Result<std::string> write_xlsx(const Workbook& workbook);

}  // namespace base
