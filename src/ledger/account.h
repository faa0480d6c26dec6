#pragma once
// An Account is a place where money rests: a kind, and the stream, person and payee it belongs to.
// A stream's money never meets another stream's, nor one year's another year's: own money
// (contribution, top-up) has the empty stream and goes on from year to year. Only the two outside
// accounts, `funder` and `own_money`, may go below nought: they say how much came in. Every other
// balance is a sum somebody can still be asked about.

#include <compare>
#include <optional>
#include <string>
#include <string_view>

#include "base/council_year.h"
#include "base/ids.h"
#include "base/result.h"

namespace ledger {

enum class AccountKind {
    funder,          // outside: the stream's owner; [stream]
    pool,            // cash limit not yet awarded to anybody; [stream]
    available,       // awarded to a person, not promised to anything; [stream, person]
    held,            // promised: to an order, or to instalments to come; [stream, person]
    owed,            // delivered or due, not yet in a released pay run; [stream, person, payee]
    clearing,        // in a released pay run, not yet confirmed by the bank; as owed
    paid_to_holder,  // with the person or whoever holds it for her, not yet accounted for; as owed
    spent,           // gone on support; as owed, and [person, payee] for own money
    own_money,       // outside: the person's own pocket; [person]
    contribution,    // what she has paid of her contribution into the account of her support;
                     // [person]
    charge_paid,     // what she has paid of her contribution to the council, which bought; [person]
    top_up,          // what she has put in because she wants more; [person]
};

// Writes the kind as kept and shown in files: "paid_to_holder".
std::string_view to_text(AccountKind kind);
std::optional<AccountKind> account_kind_from_text(std::string_view text);

struct Account {
    AccountKind kind = AccountKind::funder;
    StreamId stream = {};  // empty: own money
    PersonId person = {};
    PayeeId payee = {};
    CouncilYear year = {};  // whose money it is; none: own money, or money not kept by years

    // Writes "owed adult_social_care per_... pay_... 2006".
    std::string to_text() const;

    friend auto operator<=>(const Account&, const Account&) = default;
    friend bool operator==(const Account&, const Account&) = default;
};

// Checks that the account has exactly the parts its kind needs; own money has no year.
// Refuses: ledger.account_malformed.
Outcome check_account(const Account& account);

// Whether the balance may be below nought: the two outside accounts only.
bool may_go_below_nought(AccountKind kind);

// Says the kind in words for a person: "paid to you and not yet reported".
std::string_view words(AccountKind kind);

}  // namespace ledger
