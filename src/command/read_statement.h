#pragma once
// The verb read-statement: reads a bank statement file (camt.052, camt.053, camt.054) and prints
// what it read as JSON, in the form of docs/formats/statement.schema.json. Nothing is kept.

#include <ostream>
#include <string>
#include <vector>

namespace command {

// Prints what the file named in `args` holds. Gives 0 when every record was kept, 1 when the file
// or a record was refused (with its place, on `err`), 2 for a wrong use.
int read_statement_verb(const std::vector<std::string>& args, std::ostream& out, std::ostream& err);

// The same on standard output and standard error.
int read_statement_verb(const std::vector<std::string>& args);

}  // namespace command
