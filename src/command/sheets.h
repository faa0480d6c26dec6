#pragma once
// The verbs write-sheets and read-sheets: a policy package as a workbook of a spreadsheet program
// or as a folder of CSV files, and a changed workbook as a new package.

#include <ostream>
#include <string>
#include <vector>

namespace command {

inline constexpr const char* write_sheets_usage = "PACKAGE FILE.xlsx|FOLDER";
inline constexpr const char* read_sheets_usage = "PACKAGE FILE.xlsx|FOLDER NEW-PACKAGE";

// Writes the package's CSV files and decision tables as sheets. Gives 0 when done, 1 when refused,
// 2 for a wrong use.
int write_sheets_verb(const std::vector<std::string>& args, std::ostream& out, std::ostream& err);

// Writes the package NEW-PACKAGE, a folder that is not there yet: PACKAGE with what the sheets say.
// It is written only when it loads. Gives 0 when done, 1 when refused (with the place), 2 for a
// wrong use.
int read_sheets_verb(const std::vector<std::string>& args, std::ostream& out, std::ostream& err);

}  // namespace command
