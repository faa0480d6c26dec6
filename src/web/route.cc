#include "web/route.h"

#include <algorithm>
#include <array>

#include "base/ids.h"

namespace web {

namespace {

struct Kind {
    std::string_view parameter;
    std::string_view prefix;
};

constexpr std::array kinds = {
    Kind{"account", AccountId::prefix()},       Kind{"person", PersonId::prefix()},
    Kind{"staff", StaffId::prefix()},           Kind{"relationship", RelationshipId::prefix()},
    Kind{"contact", ContactId::prefix()},       Kind{"assessment", AssessmentId::prefix()},
    Kind{"decision", DecisionId::prefix()},     Kind{"plan", PlanId::prefix()},
    Kind{"line", PlanLineId::prefix()},         Kind{"budget", BudgetId::prefix()},
    Kind{"provider", ProviderId::prefix()},     Kind{"offer", OfferId::prefix()},
    Kind{"order", PurchaseId::prefix()},        Kind{"delivery", DeliveryId::prefix()},
    Kind{"entry", EntryId::prefix()},           Kind{"hold", HoldId::prefix()},
    Kind{"payee", PayeeId::prefix()},           Kind{"bank_details", BankDetailsId::prefix()},
    Kind{"instalment", InstalmentId::prefix()}, Kind{"run", PayRunId::prefix()},
    Kind{"payment", PaymentId::prefix()},       Kind{"bank_statement", BankStatementId::prefix()},
    Kind{"bank_line", BankLineId::prefix()},    Kind{"contribution", ContributionId::prefix()},
    Kind{"invoice", InvoiceId::prefix()},       Kind{"case", QuestionId::prefix()},
    Kind{"referral", ReferralId::prefix()},     Kind{"report", ReportId::prefix()},
    Kind{"draft", DraftId::prefix()},
};

// Parts a path at its slashes; the path begins with one. "/" has one part, an empty one.
std::vector<std::string_view> parts_of(std::string_view path) {
    std::vector<std::string_view> parts;
    parts.reserve(8);
    while (!path.empty()) {
        path.remove_prefix(1);
        const std::size_t end = path.find('/');
        parts.push_back(path.substr(0, end));
        path.remove_prefix(end == std::string_view::npos ? path.size() : end);
    }
    return parts;
}

bool is_id(std::string_view text, std::string_view prefix) {
    std::uint64_t high = 0;
    std::uint64_t low = 0;
    return base::id_from_text(text, prefix, high, low);
}

}  // namespace

std::optional<std::string_view> id_prefix(std::string_view parameter) {
    for (const Kind& kind : kinds) {
        if (kind.parameter == parameter) {
            return kind.prefix;
        }
    }
    return std::nullopt;
}

Pattern::Pattern(std::string_view text) {
    for (const std::string_view part : parts_of(text)) {
        const bool is_parameter = part.starts_with('{');
        const std::string_view name = is_parameter ? part.substr(1, part.size() - 2) : part;
        parts_.push_back({name, is_parameter, is_parameter ? id_prefix(name) : std::nullopt});
    }
}

bool Pattern::fits(const std::vector<std::string_view>& path) const {
    if (path.size() != parts_.size()) {
        return false;
    }
    // The words first: most patterns fall out there, before an id is read.
    for (std::size_t i = 0; i < path.size(); ++i) {
        if (!parts_[i].is_parameter && path[i] != parts_[i].text) {
            return false;
        }
    }
    for (std::size_t i = 0; i < path.size(); ++i) {
        const Part& wanted = parts_[i];
        if (wanted.is_parameter && (path[i].empty() || path[i].size() > 200 ||
                                    (wanted.prefix && !is_id(path[i], *wanted.prefix)))) {
            return false;
        }
    }
    return true;
}

Fields Pattern::parameters(const std::vector<std::string_view>& path) const {
    Fields found;
    for (std::size_t i = 0; i < path.size(); ++i) {
        if (parts_[i].is_parameter) {
            found.add(std::string(parts_[i].text), std::string(path[i]));
        }
    }
    return found;
}

std::optional<Fields> match_path(std::string_view pattern, std::string_view path) {
    const std::vector<std::string_view> parts = parts_of(path);
    const Pattern wanted(pattern);
    return wanted.fits(parts) ? std::optional(wanted.parameters(parts)) : std::nullopt;
}

Router::Router(std::vector<std::span<const Route>> tables) : tables_(std::move(tables)) {
    for (const std::span<const Route> table : tables_) {
        for (const Route& route : table) {
            Pattern pattern(route.pattern);
            const std::size_t parts = pattern.size();
            known_.resize(std::max(known_.size(), parts + 1));
            known_[parts].push_back({std::move(pattern), &route});
        }
    }
}

Router::Found Router::find(Method method, std::string_view path) const {
    Found answer;
    const std::vector<std::string_view> parts = parts_of(path);
    if (parts.size() >= known_.size()) {
        return answer;
    }
    for (const Known& known : known_[parts.size()]) {
        if (!known.pattern.fits(parts)) {
            continue;
        }
        if (known.route->method == method) {
            answer.route = known.route;
            answer.path = known.pattern.parameters(parts);
            return answer;
        }
        answer.other_methods = true;
    }
    return answer;
}

}  // namespace web
