#include "budget/holding.h"

#include "base/named.h"

namespace budget {
namespace {

constexpr std::array<base::Named<Holding>, 4> holdings = {{
    {Holding::direct_payment, "direct_payment", "You hold the money (direct payment)"},
    {Holding::individual_service_fund, "individual_service_fund",
     "A provider you choose holds the money (individual service fund)"},
    {Holding::nominated_third_party, "nominated_third_party",
     "Somebody you name holds the money (third party)"},
    {Holding::council_managed, "council_managed", "The council holds the money and pays for you"},
}};

}  // namespace

std::string_view to_text(Holding holding) {
    return named(holdings, holding).text;
}
std::optional<Holding> holding_from_text(std::string_view text) {
    return value_named(holdings, text);
}
std::string_view words(Holding holding) {
    return named(holdings, holding).words;
}

bool is_paid_in_advance(Holding holding) {
    return holding != Holding::council_managed;
}

bool is_cash(Holding holding) {
    return holding == Holding::direct_payment;
}

market::Payer payer_of(Holding holding) {
    switch (holding) {
        case Holding::direct_payment:
            return market::Payer::person;
        case Holding::individual_service_fund:
        case Holding::nominated_third_party:
            return market::Payer::fund_holder;
        case Holding::council_managed:
            return market::Payer::council;
    }
    CHECK(!"every holding has a payer");
    return market::Payer::council;
}

}  // namespace budget
