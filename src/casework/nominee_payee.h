#pragma once
// A nominee takes the direct payment of a person on her behalf, into an account of the nominee's
// own that is used for nothing else. Only a nominee whom the council recorded on evidence, with the
// scope for money, can be chosen, and only while that holds. The nominee is then a payee like
// everybody who holds money (hold_money.h): it says itself where the money goes, and reports what
// it spent. When it ends, nothing more is paid to it from that moment; what it has must be
// accounted for or given back, for which it can still sign in, and a worker decides who holds the
// money from then on. While its account is closed (close_account.h) nothing is paid either.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "casework/desk.h"
#include "store/ledger.h"

namespace casework {

struct Nominee {
    RelationshipId relationship;
    AccountId account;
    std::string name;
};

// Gives those to whom a direct payment may be paid on a day, by name.
std::vector<Nominee> nominees_of(store::View& view, PersonId person, Date on);

// Finds the payee of a nominee, making it the first time: its owner is the nominee's account.
// Refuses: casework.nominee_unknown, casework.nominee_account_closed.
Result<PayeeId> nominee_account(Desk& desk, Acting& acting, PersonId person,
                                RelationshipId relationship);

// Checks that a payee may be paid on a day. Everybody may who is nobody's nominee. A nominee whose
// account is closed cannot answer for money, so it gets none until the account is open again.
// Refuses: casework.nominee_ended, casework.nominee_account_closed.
Outcome check_nominee(store::View& view, PayeeId payee, Date on);

// Gives the nominees' payees that are not paid because their account is closed.
std::vector<PayeeId> closed_nominees(store::View& view);

// Ends that a nominee is paid: its bank details are retired, so a pay run that waits stops.
Outcome end_nominee_payee(const Desk& desk, store::Tx& tx, const store::Payee& payee);

// Dated work: nominees whose last day has passed end, and those that have accounted for everything
// sign in for it no more. Gives how many of either were done.
Result<std::size_t> end_nominees(Desk& desk);

// Says a holder on statements: "Jo Ash, who holds it for Ann". Others are said by their name.
std::string holder_in_words(const store::Payee& payee, std::string_view first_name);

// Says whose direct payment it is, where others read who holds the money: "Direct payment to Jo
// Ash, the nominee"; `ended_on` as of the payee.
std::string paid_to_nominee(std::string_view name, std::optional<Date> ended_on);

}  // namespace casework
