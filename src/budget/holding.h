#pragma once
// Holding is who holds the money of one plan line. The first three are paid in advance, in
// instalments, to the person, a fund holder or a third party, who then accounts for it; what the
// council manages is paid to the provider after delivery. A plan may mix them, line by line.

#include <optional>
#include <string_view>

#include "market/provider.h"

namespace budget {

enum class Holding {
    direct_payment,
    individual_service_fund,
    nominated_third_party,
    council_managed,
};

std::string_view to_text(Holding holding);
std::optional<Holding> holding_from_text(std::string_view text);
// Says the form for a person: "You hold the money (direct payment)".
std::string_view words(Holding holding);

// Whether the money of a line is held at agreement and paid by instalments.
bool is_paid_in_advance(Holding holding);
// Whether a stream must allow cash to pay a line held like this.
bool is_cash(Holding holding);
// Says who pays the provider.
market::Payer payer_of(Holding holding);

}  // namespace budget
