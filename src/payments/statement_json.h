#pragma once
// The JSON form of what was read from a statement file, printed by `onepurse read-statement` and
// described in docs/formats/statement.schema.json. Amounts are strings as the bank wrote them, each
// with its currency; days are "2006-05-03"; what the bank did not give has no member.

#include "base/json_fwd.h"
#include "payments/camt.h"

namespace payments {

// Gives the whole form: what was read, kept and refused, then the file.
json::object to_json(const ReadStatement& read);

// Gives one statement of a file.
json::object to_json(const Statement& statement);

}  // namespace payments
