#include "command/read_statement.h"

#include <filesystem>
#include <fstream>
#include <iostream>
#include <sstream>

#include "base/json.h"
#include "payments/statement_json.h"

namespace command {

namespace {

void print(std::ostream& err, const std::string& path, const Error& error) {
    err << path << ": " << (error.place.empty() ? "" : error.place + ": ") << error.message << " ("
        << error.code << ")\n";
}

}  // namespace

int read_statement_verb(const std::vector<std::string>& args, std::ostream& out,
                        std::ostream& err) {
    if (args.size() != 1 || args[0].starts_with("--")) {
        err << "Use: onepurse read-statement FILE.xml\n";
        return 2;
    }
    std::ifstream file(args[0], std::ios::binary);
    std::ostringstream bytes;
    bytes << file.rdbuf();
    if (!file.is_open() || std::filesystem::is_directory(args[0])) {
        print(err, args[0],
              {"command.unreadable", "This file cannot be read. Check its name and its rights."});
        return 1;
    }
    const auto read = payments::read_camt(bytes.str());
    if (!read.has_value()) {
        print(err, args[0], read.error());
        return 1;
    }
    out << base::pretty_json(payments::to_json(*read));
    for (const Error& refusal : read->refused) {
        print(err, args[0], refusal);
    }
    return read->is_whole() ? 0 : 1;
}

int read_statement_verb(const std::vector<std::string>& args) {
    return read_statement_verb(args, std::cout, std::cerr);
}

}  // namespace command
