// Feeds any bytes to the statement reader and what follows it: nothing may crash, every record read
// is kept or refused, and every booked line is answered once. Built by clang with
// -fsanitize=fuzzer.

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/check.h"
#include "base/json.h"
#include "payments/camt.h"
#include "payments/match.h"
#include "payments/statement_json.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const auto read = payments::read_camt(bytes);
    if (!read.has_value()) {
        return 0;
    }
    CHECK(read->read == read->kept + read->refused.size());
    CHECK(!base::pretty_json(payments::to_json(*read)).empty());
    const auto ours = payments::BankAccount::make("654321", "10000001", "Council");
    for (const payments::Statement& statement : read->file.statements) {
        const auto lines = payments::bank_lines(statement, *ours);
        if (lines.has_value()) {
            const auto matching = payments::match_lines(lines->lines, {}, {}, {});
            CHECK(matching.proposals.empty());
            CHECK(matching.unmatched.size() == lines->lines.size());
        }
    }
    return 0;
}
