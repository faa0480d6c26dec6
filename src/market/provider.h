#pragma once
// A Provider is whoever offers support: a private agency, a public service or a voluntary group.
// Here is what a person sees before she chooses: what they do, where, in which languages, when the
// details were last checked, and by whom they accept to be paid. No law, so a plain struct.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/ids.h"

namespace market {

enum class Sector { public_body, private_business, voluntary };

// Who pays the provider. A provider may accept some ways and not others.
enum class Payer {
    council,      // the council buys and pays
    person,       // the person pays from her own account
    fund_holder,  // a chosen holder of her money pays
};

std::string_view to_text(Sector sector);
std::optional<Sector> sector_from_text(std::string_view text);
std::string_view words(Sector sector);
std::string_view to_text(Payer payer);
std::optional<Payer> payer_from_text(std::string_view text);
std::string_view words(Payer payer);

struct Provider {
    ProviderId id = {};
    Sector sector = Sector::private_business;
    std::string name = {};
    std::string what_they_do = {};
    std::vector<std::string> places = {};
    std::vector<std::string> languages = {};
    std::vector<Payer> accepts = {};
    Date details_checked = {};
    bool is_open = true;  // takes new orders

    friend bool operator==(const Provider&, const Provider&) = default;
};

}  // namespace market
