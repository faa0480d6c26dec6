#include "casework/record_cash_limit.h"

#include "base/text.h"
#include "casework/find_stream.h"
#include "store/bank_details.h"
#include "store/ledger.h"

namespace casework {

namespace {

using people::Action;

Outcome check_stream(const Desk& desk, const StreamId& stream) {
    if (find_stream(desk.shelf, stream, desk.today) == nullptr) {
        return Error{"casework.stream_unknown",
                     "No package of rules knows this stream. Choose one from the list."};
    }
    return Done{};
}

using Maker = Result<ledger::Entry> (*)(const ledger::Act&, const StreamId&, Money);

// Gives the year meant, when limits of it are still written.
Result<CouncilYear> near_year(CouncilYear year, Date today) {
    const CouncilYear now = CouncilYear::of(today);
    if (year.is_none()) {
        return now;
    }
    if (year < CouncilYear{now.begins_in - 1} || year > now.next()) {
        return Error{"casework.year_not_near",
                     "Cash limits are written down for this year, the one before and the next. "
                     "Choose one of them."};
    }
    return year;
}

Result<EntryId> change_limit(Desk& desk, const Act& what, const StreamId& stream, Money amount,
                             const std::string& why, CouncilYear wanted, Maker make) {
    const EntryId id = desk.new_id<EntryId>();
    return act(desk, what, [&](Acting& acting) -> Result<EntryId> {
        TRY_DONE(check_stream(desk, stream));
        TRY(const CouncilYear year, near_year(wanted, desk.today));
        TRY(const std::string reason, base::plain_text(why, 500));
        if (reason.empty()) {
            return Error{"casework.reasons_missing",
                         "Write where the owner of the stream says so: a letter, a date."};
        }
        ledger::Act entry;
        entry.id = id;
        entry.year = year;
        entry.on = year.not_before(desk.today);
        entry.recorded = desk.now;
        entry.cause = "cash_limit:" + id.to_text();
        entry.about = stream;
        TRY(const ledger::Entry made, make(entry, stream, amount));
        TRY_DONE(store::append(acting.tx, made));
        acting.detail = reason;
        return id;
    });
}

bool is_code(const std::string& text) {
    return !text.empty() && text.size() <= 30 &&
           text.find_first_not_of(
               "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-") ==
               std::string::npos;
}

}  // namespace

Result<EntryId> record_cash_limit(Desk& desk, const StreamId& stream, Money amount,
                                  const std::string& why, CouncilYear year) {
    return change_limit(desk,
                        {"record_cash_limit", Action::record_cash_limit, {.stream = stream}, {}},
                        stream, amount, why, year, ledger::fund);
}

Result<EntryId> cut_cash_limit(Desk& desk, const StreamId& stream, Money amount,
                               const std::string& why, CouncilYear year) {
    return change_limit(desk, {"cut_cash_limit", Action::record_cash_limit, {.stream = stream}, {}},
                        stream, amount, why, year, ledger::cut_funds);
}

Outcome set_ledger_code(Desk& desk, const StreamId& stream, const std::string& code) {
    return act(desk,
               {"set_ledger_code", Action::record_cash_limit, {.stream = stream}, "Set to " + code},
               [&](Acting& acting) -> Outcome {
                   TRY_DONE(check_stream(desk, stream));
                   if (!is_code(code)) {
                       return Error{"casework.code_malformed",
                                    "A ledger code is letters, digits and hyphens, at most 30. "
                                    "Check it and enter it again."};
                   }
                   store::keep_ledger_code(acting.tx, stream, code);
                   acting.about = stream;
                   return Done{};
               });
}

Outcome set_council_account(Desk& desk, const payments::BankAccount& account) {
    return act(
        desk,
        {"set_council_account", Action::record_cash_limit, {}, "Set the account payments go from"},
        [&](Acting& acting) -> Outcome {
            store::keep_council_account(acting.tx, account, acting.by, desk.now);
            return Done{};
        });
}

}  // namespace casework
