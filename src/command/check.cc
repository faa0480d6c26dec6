#include "command/check.h"

#include <cstdio>

#include "base/json.h"
#include "casework/check_book.h"
#include "casework/statement_json.h"
#include "command/books.h"

namespace command {

namespace {

void print(const AuthorityId& authority, const std::vector<casework::Verdict>& verdicts) {
    std::printf("The book of %s\n", authority.c_str());
    for (const casework::Verdict& verdict : verdicts) {
        if (verdict.violations.empty()) {
            std::printf("%s holds: %s\n", verdict.law->id.c_str(), verdict.law->words.c_str());
            continue;
        }
        std::printf("%s is broken: %s\n", verdict.law->id.c_str(), verdict.law->words.c_str());
        for (const ledger::Violation& violation : verdict.violations) {
            std::printf("    %s: %s\n", violation.about.c_str(), violation.words.c_str());
        }
    }
}

bool all_hold(const std::vector<casework::Verdict>& verdicts) {
    for (const casework::Verdict& verdict : verdicts) {
        if (!verdict.violations.empty()) {
            return false;
        }
    }
    return true;
}

Result<bool> check(const std::vector<std::string>& args) {
    TRY(const Options options, Options::read(args, {"--data", "--authority"}, {"--json"}));
    TRY(const std::vector<std::string> paths, books_in(options.get("--data")));
    bool is_sound = true;
    bool is_found = false;
    json::array books;
    for (const std::string& path : paths) {
        TRY(const AuthorityId authority, store::Store::authority_of(path));
        if (options.has("--authority") && options.get("--authority") != authority) {
            continue;
        }
        is_found = true;
        TRY(const std::unique_ptr<store::Store> book, open_to_read(path));
        const std::vector<casework::Verdict> verdicts = casework::check_book(*book);
        is_sound = is_sound && all_hold(verdicts);
        if (options.has("--json")) {
            books.push_back(
                json::object{{"authority", authority}, {"laws", casework::to_json(verdicts)}});
        } else {
            print(authority, verdicts);
        }
    }
    if (!is_found) {
        return Error{"store.no_book", "There is no book of " + options.get("--authority") + "."};
    }
    if (options.has("--json")) {
        std::fputs(base::pretty_json(books).c_str(), stdout);
    }
    return is_sound;
}

}  // namespace

int check_verb(const std::vector<std::string>& args) {
    const Result<bool> sound = check(args);
    if (!sound) {
        return refuse(sound.error(), std::string("check ") + check_usage);
    }
    return *sound ? 0 : 1;
}

}  // namespace command
