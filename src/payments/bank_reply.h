#pragma once
// A bank reply is the camt.053 statement that the example bank would send after it took our pay
// runs: the payments as it booked them (one by one, or each file as one sum), those it sent back
// with a reason, and movements that are none of ours. The same request gives the same bytes. For
// the example council, the tests and the simulated year; no real bank is spoken to.

#include <span>
#include <string>
#include <vector>

#include "payments/match.h"
#include "payments/pay_run.h"

namespace payments {

struct ReturnedPayment {
    PaymentId payment;
    std::string reason = {};  // the bank's code: AC04 is an account that was closed
};

// A movement that no pay run of ours made: a contribution, unspent money, somebody's mistake.
struct OtherMovement {
    Direction direction = Direction::in;
    Money amount = {};
    std::string party = {};
    std::string text = {};  // remittance, with the reference the payer wrote
};

struct ReplyRequest {
    BankAccount account;
    std::string statement = {};  // the bank's id of the statement
    Date on = {};
    Money opening = {};
    bool books_whole_file = false;
    std::vector<ReturnedPayment> returned = {};
    std::vector<OtherMovement> others = {};
};

struct BankReply {
    std::string bytes = {};
    Money closing = {};
};

// Writes the statement of one day for the runs the bank took. A payment that is in `returned` goes
// out and comes back on that day.
BankReply bank_reply(const ReplyRequest& request, std::span<const PayRun> runs);

}  // namespace payments
