#pragma once
// Reads camt.052, camt.053 and camt.054, versions 1 to 8 and what later ones share, with or without
// a namespace. A record is a statement, a balance or an entry: every record read is either kept or
// refused with its place, and read = kept + refused. What a bank should not do but does (a
// remittance text over 140 characters, a balance that does not follow) is a warning. Casework
// imports a file only when nothing in it was refused.

#include <string_view>
#include <vector>

#include "base/result.h"
#include "payments/statement.h"

namespace payments {

struct ReadStatement {
    StatementFile file = {};
    std::size_t read = 0;
    std::size_t kept = 0;
    std::vector<Error> refused = {};  // one for each record refused; place = line and name
    std::vector<Error> warnings = {};

    bool is_whole() const { return refused.empty(); }
};

// Reads a statement file. Refuses the whole file: xml.malformed, xml.doctype, xml.too_large,
// xml.empty, payments.not_a_statement, payments.no_statement, payments.statement_header. Refuses
// single records: payments.amount, payments.direction, payments.date, payments.balance,
// payments.entry, payments.account, payments.statement_refused.
Result<ReadStatement> read_camt(std::string_view bytes);

}  // namespace payments
