// The words and the one transition table of payments and pay runs.

#include "payments/pay_run.h"

namespace payments {

namespace {

template <typename Enum, std::size_t count>
std::optional<Enum> from_text(std::string_view text, const Enum (&all)[count]) {
    for (const Enum each : all) {
        if (to_text(each) == text) {
            return each;
        }
    }
    return std::nullopt;
}

}  // namespace

std::string_view to_text(StopReason reason) {
    switch (reason) {
        case StopReason::no_bank_details:
            return "no_bank_details";
        case StopReason::details_not_confirmed:
            return "details_not_confirmed";
        case StopReason::details_changed:
            return "details_changed";
        case StopReason::person_ended:
            return "person_ended";
        case StopReason::taken_out:
            return "taken_out";
        case StopReason::account_closed:
            return "account_closed";
    }
    CHECK(false);
}

std::optional<StopReason> stop_reason_from_text(std::string_view text) {
    return from_text(text, {StopReason::no_bank_details, StopReason::details_not_confirmed,
                            StopReason::details_changed, StopReason::person_ended,
                            StopReason::taken_out, StopReason::account_closed});
}

std::string_view for_people(StopReason reason) {
    switch (reason) {
        case StopReason::no_bank_details:
            return "We do not know where to pay. Ask the payee for their bank details.";
        case StopReason::details_not_confirmed:
            return "The bank details were changed and a second member of staff has not checked "
                   "them yet.";
        case StopReason::details_changed:
            return "The bank details were changed after this run was prepared. Pay this in the "
                   "next run.";
        case StopReason::person_ended:
            return "The service goes on past the last day for this person. Work the sum out again.";
        case StopReason::taken_out:
            return "A member of staff took this payment out of the run.";
        case StopReason::account_closed:
            return "The nominee’s account is closed. Pay this when it is open again, or when "
                   "somebody else holds the money.";
    }
    CHECK(false);
}

std::string_view to_text(PaymentStatus status) {
    switch (status) {
        case PaymentStatus::prepared:
            return "prepared";
        case PaymentStatus::stopped:
            return "stopped";
        case PaymentStatus::released:
            return "released";
        case PaymentStatus::in_file:
            return "in_file";
        case PaymentStatus::settled:
            return "settled";
        case PaymentStatus::returned:
            return "returned";
    }
    CHECK(false);
}

std::optional<PaymentStatus> payment_status_from_text(std::string_view text) {
    return from_text(text,
                     {PaymentStatus::prepared, PaymentStatus::stopped, PaymentStatus::released,
                      PaymentStatus::in_file, PaymentStatus::settled, PaymentStatus::returned});
}

bool may_become(PaymentStatus from, PaymentStatus to) {
    switch (from) {
        case PaymentStatus::prepared:
            return to == PaymentStatus::stopped || to == PaymentStatus::released;
        case PaymentStatus::stopped:
            return false;
        case PaymentStatus::released:
            return to == PaymentStatus::in_file;
        case PaymentStatus::in_file:
            return to == PaymentStatus::settled || to == PaymentStatus::returned;
        case PaymentStatus::settled:
            return to == PaymentStatus::returned || to == PaymentStatus::in_file;
        case PaymentStatus::returned:
            return to == PaymentStatus::settled || to == PaymentStatus::in_file;
    }
    CHECK(false);
}

std::string_view to_text(PayRunStatus status) {
    switch (status) {
        case PayRunStatus::prepared:
            return "prepared";
        case PayRunStatus::released:
            return "released";
        case PayRunStatus::in_file:
            return "in_file";
        case PayRunStatus::closed:
            return "closed";
        case PayRunStatus::cancelled:
            return "cancelled";
    }
    CHECK(false);
}

std::string_view for_people(PayRunStatus status) {
    switch (status) {
        case PayRunStatus::prepared:
            return "waiting for its release";
        case PayRunStatus::released:
            return "released";
        case PayRunStatus::in_file:
            return "with the bank";
        case PayRunStatus::closed:
            return "finished";
        case PayRunStatus::cancelled:
            return "given up";
    }
    CHECK(false);
}

std::optional<PayRunStatus> pay_run_status_from_text(std::string_view text) {
    return from_text(text, {PayRunStatus::prepared, PayRunStatus::released, PayRunStatus::in_file,
                            PayRunStatus::closed, PayRunStatus::cancelled});
}

bool may_become(PayRunStatus from, PayRunStatus to) {
    switch (from) {
        case PayRunStatus::prepared:
            return to == PayRunStatus::released || to == PayRunStatus::cancelled;
        case PayRunStatus::released:
            return to == PayRunStatus::in_file;
        case PayRunStatus::in_file:
            return to == PayRunStatus::closed;
        case PayRunStatus::closed:
            return to == PayRunStatus::in_file;
        case PayRunStatus::cancelled:
            return false;
    }
    CHECK(false);
}

}  // namespace payments
