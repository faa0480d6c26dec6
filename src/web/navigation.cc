#include "web/navigation.h"

#include <array>

#include "web/site.h"

namespace web {

namespace {

constexpr std::array lines = {
    NavigationLine{"Your budget", "/people/{person}/budget", may::see_record, true},
    NavigationLine{"Your assessment", "/people/{person}/assessment", may::answer_questions, true},
    NavigationLine{"Your plan", "/people/{person}/plan", may::see_record, true},
    NavigationLine{"Find support", "/people/{person}/support", may::place_order, true},
    NavigationLine{"Statement", "/people/{person}/statement", may::see_record, true},
    NavigationLine{"Bank account", "/people/{person}/bank", may::change_own_bank_details, true},
    NavigationLine{"People you help", "/helping", may::signed_in},
    NavigationLine{"Your work", "/work", may::see_caseload},
    NavigationLine{"Referrals", "/stream/referrals", may::see_referral},
    NavigationLine{"Stream account", "/stream", may::see_stream_account},
    NavigationLine{"Money", "/finance", may::see_finance},
    NavigationLine{"Orders", "/providers/{provider}/orders", may::see_provider_orders},
    NavigationLine{"Bank account", "/providers/{provider}/bank", may::change_provider_bank_details},
    NavigationLine{"Offers", "/providers/{provider}/offers", may::manage_offers},
    NavigationLine{"Money you hold", "/holding", may::signed_in},
    NavigationLine{"Accounts", "/accounts", may::manage_accounts},
    NavigationLine{"Rules", "/rules", may::see_rule_changes},
};

// Puts the visitor's or the subject's own id into a pattern; nothing when there is none.
std::optional<std::string> fill(std::string_view pattern, const people::Object& object) {
    std::string href;
    while (!pattern.empty()) {
        const std::size_t open = pattern.find('{');
        href += pattern.substr(0, open);
        if (open == std::string_view::npos) {
            break;
        }
        const std::size_t close = pattern.find('}', open);
        const std::string_view name = pattern.substr(open + 1, close - open - 1);
        if (name == "person" && !object.person.is_none()) {
            href += object.person.to_text();
        } else if (name == "provider" && !object.provider.is_none()) {
            href += object.provider.to_text();
        } else {
            return std::nullopt;
        }
        pattern.remove_prefix(close + 1);
    }
    return href;
}

bool is_wanted(const NavigationLine& line, const Visit& visit) {
    if (line.pattern == "/helping") {
        return !visit.who->relationships.empty();
    }
    if (line.pattern == "/holding") {
        return !visit.who->holds.empty();
    }
    return line.access.kind() == Access::Kind::anyone || line.access == may::signed_in ||
           people::decide(*visit.who, line.access.action(), object_of(*visit.who, visit.path),
                          visit.desk.today)
               .has_value();
}

}  // namespace

people::Object object_of(const people::Standing& who, const Fields& path) {
    people::Object object;
    if (const auto person = PersonId::parse(path.get("person"))) {
        object.person = *person;
    } else if (who.person) {
        object.person = *who.person;
    }
    if (const auto provider = ProviderId::parse(path.get("provider"))) {
        object.provider = *provider;
    } else if (who.provider) {
        object.provider = *who.provider;
    }
    if (const auto payee = PayeeId::parse(path.get("payee"))) {
        object.payee = *payee;
    }
    if (const auto stream = path.find("stream")) {
        object.stream = std::string(*stream);
    } else {
        object.stream = who.stream;
    }
    return object;
}

bool can_open(const Visit& visit, std::string_view href) {
    const Router::Found found = visit.site.router().find(GET, href.substr(0, href.find('?')));
    if (!found.route) {
        return false;
    }
    switch (found.route->access.kind()) {
        case Access::Kind::anyone:
            return true;
        case Access::Kind::signed_in:
            return visit.is_signed_in();
        case Access::Kind::action:
            return visit.is_signed_in() &&
                   people::decide(*visit.who, found.route->access.action(),
                                  object_of(*visit.who, found.path), visit.desk.today)
                       .has_value();
    }
    return false;
}

std::vector<NavigationLink> navigation_for(const Visit& visit) {
    std::vector<NavigationLink> links;
    if (!visit.who) {
        return links;
    }
    const people::Object object = object_of(*visit.who, visit.path);
    for (const NavigationLine& line : lines) {
        const std::optional<std::string> href = fill(line.pattern, object);
        if (href && visit.site.router().find(GET, *href).route && is_wanted(line, visit)) {
            std::string text(line.text);
            if (line.for_helpers && !visit.is_self() && visit.subject) {
                text = text == "Find support"      ? text
                       : text.starts_with("Your ") ? text.substr(5)
                                                   : text;
                text[0] = static_cast<char>(text[0] >= 'a' ? text[0] - 'a' + 'A' : text[0]);
            }
            const std::string_view here = visit.request.path;
            const bool is_current =
                here == *href || (here.starts_with(*href) && here[href->size()] == '/');
            links.push_back({std::move(text), *href, is_current});
        }
    }
    return links;
}

}  // namespace web
