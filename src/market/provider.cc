#include "market/provider.h"

#include "base/named.h"

namespace market {
namespace {

constexpr std::array<base::Named<Sector>, 3> sectors = {{
    {Sector::public_body, "public", "Public service"},
    {Sector::private_business, "private", "Private business"},
    {Sector::voluntary, "voluntary", "Voluntary group"},
}};

constexpr std::array<base::Named<Payer>, 3> payers = {{
    {Payer::council, "council", "The council pays"},
    {Payer::person, "person", "You pay from your own account"},
    {Payer::fund_holder, "fund_holder", "The holder of your money pays"},
}};

}  // namespace

std::string_view to_text(Sector sector) {
    return named(sectors, sector).text;
}
std::optional<Sector> sector_from_text(std::string_view text) {
    return value_named(sectors, text);
}
std::string_view words(Sector sector) {
    return named(sectors, sector).words;
}
std::string_view to_text(Payer payer) {
    return named(payers, payer).text;
}
std::optional<Payer> payer_from_text(std::string_view text) {
    return value_named(payers, text);
}
std::string_view words(Payer payer) {
    return named(payers, payer).words;
}

}  // namespace market
