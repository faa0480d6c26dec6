// The binary: one table of verbs. Exit 0 is done, 1 refused, 2 a wrong use.

#include <cstdio>
#include <iostream>

#include "command/check.h"
#include "command/check_policy.h"
#include "command/compare_packages.h"
#include "command/decide.h"
#include "command/difference.h"
#include "command/example_council.h"
#include "command/open_book.h"
#include "command/package_files.h"
#include "command/read_statement.h"
#include "command/render_component.h"
#include "command/restore_administrator.h"
#include "command/serve.h"
#include "command/sheets.h"
#include "command/show_money.h"
#include "command/signing_keys.h"
#include "command/tck.h"
#include "command/verb.h"
#include "command/versions.h"

// Read by jemalloc when the program starts (decision 50). Many threads, few processors: a heap for
// each would only keep memory from the others.
extern "C" {
extern const char* malloc_conf;
const char* malloc_conf = "narenas:4";
}

namespace {

using command::Verb;

int help(const std::vector<std::string>& args);

const Verb verbs[] = {
    {"serve",
     "[--port N] [--data DIR] [--today DATE] [--packages DIR] [--assets DIR] [--listen ADDRESS] "
     "[--behind-tls]",
     "serve the pages of every book in DIR", command::serve_verb},
    {"example", "--data DIR [--only AUTHORITY] [--people N] [--days N]",
     "make the fictional example councils", command::example_verb},
    {"open-book", "--data DIR --authority CODE --name NAME --admin NAME [--today DATE]",
     "make the empty book of a council and the account of who looks after accounts",
     command::open_book_verb},
    {"restore-administrator", command::restore_administrator_usage,
     "print a new code on paper for who looks after accounts; stop serve first",
     command::restore_administrator_verb},
    {"show-key", command::show_key_usage,
     "print the keys a council signs allocations with, as it publishes them",
     command::show_key_verb},
    {"new-key", command::new_key_usage,
     "put a new key in the place of the one that signs; stop serve first", command::new_key_verb},
    {"read-statement", "FILE.xml", "print what a bank statement file says, as JSON",
     [](const std::vector<std::string>& args) { return command::read_statement_verb(args); }},
    {"render-component", "", "read lines of component and options, write lines of HTML",
     [](const std::vector<std::string>&) {
         return command::render_component_verb(std::cin, std::cout);
     }},
    {"decide",
     "(PACKAGE | --data DIR --package ID [--authority CODE] [--known INSTANT]) --on DATE --case "
     "FILE.json [--explain]",
     "work out the decisions of a policy package, or of the version in force, for one person, as "
     "JSON",
     [](const std::vector<std::string>& args) { return command::decide_verb(args); }},
    {"versions", command::versions_usage,
     "print the versions of a council's rules, and which is in force when",
     [](const std::vector<std::string>& args) {
         return command::versions_verb(args, std::cout, std::cerr);
     }},
    {"cases", "PACKAGE", "run the golden cases of a policy package",
     [](const std::vector<std::string>& args) { return command::cases_verb(args); }},
    {"write-sheets", command::write_sheets_usage,
     "write a policy package as a workbook, or as a folder of CSV files",
     [](const std::vector<std::string>& args) {
         return command::write_sheets_verb(args, std::cout, std::cerr);
     }},
    {"read-sheets", command::read_sheets_usage, "make a new policy package from changed sheets",
     [](const std::vector<std::string>& args) {
         return command::read_sheets_verb(args, std::cout, std::cerr);
     }},
    {"tck", command::tck_usage, "run a folder laid out like the DMN compatibility kit",
     [](const std::vector<std::string>& args) { return command::tck_verb(args); }},
    {"check-policy", command::check_policy_usage,
     "find every fault of a policy package, as before it is published",
     [](const std::vector<std::string>& args) { return command::check_policy_verb(args); }},
    {"difference", command::difference_usage,
     "print what differs between two policy packages, or an overlay and its base",
     [](const std::vector<std::string>& args) {
         return command::difference_verb(args, std::cout, std::cerr);
     }},
    {"compare-packages", command::compare_packages_usage,
     "work two policy packages out for the same people: who gains, who loses",
     [](const std::vector<std::string>& args) {
         return command::compare_packages_verb(args, std::cout, std::cerr);
     }},
    {"export-package", command::export_package_usage,
     "write a policy package as one file with its fingerprint",
     [](const std::vector<std::string>& args) {
         return command::export_package_verb(args, std::cout, std::cerr);
     }},
    {"import-package", command::import_package_usage, "make a policy package of such a file",
     [](const std::vector<std::string>& args) {
         return command::import_package_verb(args, std::cout, std::cerr);
     }},
    {"mark-overlay", command::mark_overlay_usage,
     "write down for which base an overlay was made, to be told when the base moves on",
     [](const std::vector<std::string>& args) {
         return command::mark_overlay_verb(args, std::cout, std::cerr);
     }},
    {"statement", command::statement_usage,
     "print a person's statement, or the account of a stream", command::statement_verb},
    {"payrun", command::payrun_usage, "print the pay runs of a book, or one of them",
     command::payrun_verb},
    {"entries", command::entries_usage, "print the entries of a book", command::entries_verb},
    {"check", command::check_usage, "prove that the laws of every book hold", command::check_verb},
    {"help", "", "name every verb", help},
};

int help(const std::vector<std::string>&) {
    std::printf("Onepurse: one budget from several funds.\n\n");
    for (const Verb& verb : verbs) {
        std::printf("  onepurse %s %s\n      %s\n", std::string(verb.name).c_str(),
                    std::string(verb.usage).c_str(), std::string(verb.purpose).c_str());
    }
    std::printf("\nExit: 0 done, 1 refused, 2 wrong use.\n");
    return 0;
}

}  // namespace

int main(int count, char** texts) {
    const std::vector<std::string> all(texts + 1, texts + count);
    if (all.empty()) {
        help({});
        return 2;
    }
    if (all[0] == "--version") {
        std::printf("onepurse %s\n", ONEPURSE_VERSION);
        return 0;
    }
    if (all[0] == "--help") {
        return help({});
    }
    for (const Verb& verb : verbs) {
        if (verb.name == all[0]) {
            return verb.run({all.begin() + 1, all.end()});
        }
    }
    std::fprintf(stderr, "Onepurse does not know “%s”. Try: onepurse help\n", all[0].c_str());
    return 2;
}
