#include "web/route.h"

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
};

// Gives the next part of a path and takes it off; the path begins with '/'.
std::string_view take_part(std::string_view& path) {
    path.remove_prefix(1);
    const std::size_t end = path.find('/');
    const std::string_view part = path.substr(0, end);
    path.remove_prefix(end == std::string_view::npos ? path.size() : end);
    return part;
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

std::optional<Fields> match_path(std::string_view pattern, std::string_view path) {
    Fields found;
    while (!pattern.empty() && !path.empty()) {
        const std::string_view wanted = take_part(pattern);
        const std::string_view given = take_part(path);
        if (!wanted.starts_with('{')) {
            if (wanted != given) {
                return std::nullopt;
            }
            continue;
        }
        const std::string_view name = wanted.substr(1, wanted.size() - 2);
        const auto prefix = id_prefix(name);
        if (given.empty() || given.size() > 200 || (prefix && !is_id(given, *prefix))) {
            return std::nullopt;
        }
        found.add(std::string(name), std::string(given));
    }
    return pattern.empty() && path.empty() ? std::optional(std::move(found)) : std::nullopt;
}

Router::Found Router::find(Method method, std::string_view path) const {
    Found answer;
    for (const std::span<const Route> table : tables_) {
        for (const Route& route : table) {
            std::optional<Fields> fields = match_path(route.pattern, path);
            if (!fields) {
                continue;
            }
            if (route.method == method) {
                answer.route = &route;
                answer.path = std::move(*fields);
                return answer;
            }
            answer.other_methods = true;
        }
    }
    return answer;
}

}  // namespace web
