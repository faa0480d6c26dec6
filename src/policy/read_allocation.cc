#include "policy/read_allocation.h"

#include "base/text.h"

namespace policy {

namespace {

constexpr std::size_t decided_max = 200;

Error not_whole(std::string place) {
    return Error{"allocation.not_whole",
                 "Something of an allocation is missing or is not what it should be.",
                 std::move(place)};
}

Result<std::string> text(const json::object& of, const char* name) {
    const json::value* value = of.if_contains(name);
    if (value == nullptr || !value->is_string() || value->as_string().size() > 1000) {
        return not_whole(name);
    }
    return std::string(value->as_string());
}

Result<Date> day(const json::object& of, const char* name) {
    TRY(const std::string written, text(of, name));
    return Date::parse(written);
}

Result<std::optional<Money>> sum(const json::object& of, const char* name) {
    const json::value* value = of.if_contains(name);
    if (value != nullptr && value->is_null()) {
        return std::optional<Money>();
    }
    TRY(const std::string written, text(of, name));
    TRY(const Money money, Money::parse(written));
    return std::optional<Money>(money);
}

Result<const json::object*> object(const json::object& of, const char* name) {
    const json::value* value = of.if_contains(name);
    if (value == nullptr || !value->is_object()) {
        return not_whole(name);
    }
    return &value->get_object();
}

Result<DecidedSum> read_decided(const json::value& value) {
    const json::object* of = value.if_object();
    const json::value* eligible = of == nullptr ? nullptr : of->if_contains("eligible");
    if (eligible == nullptr || !eligible->is_bool()) {
        return not_whole("decided");
    }
    DecidedSum decided{.eligible = eligible->get_bool()};
    TRY(decided.stream, text(*of, "fund"));
    TRY(decided.weekly, sum(*of, "weekly"));
    TRY(decided.one_off, sum(*of, "once"));
    TRY(decided.on, day(*of, "on"));
    TRY(decided.by, text(*of, "by"));
    return decided;
}

Outcome read_head(const json::object& whole, Allocation& allocation) {
    TRY(allocation.authority, text(whole, "authority"));
    TRY(allocation.council, text(whole, "council"));
    TRY(allocation.reference, text(whole, "reference"));
    const json::value* number = whole.if_contains("number");
    if (number == nullptr || !number->is_int64() || number->get_int64() < 1) {
        return not_whole("number");
    }
    allocation.number = number->get_int64();
    TRY(const std::string issue, text(whole, "issue"));
    const std::optional<Issue> known = issue_from_text(issue);
    if (!known) {
        return not_whole("issue");
    }
    allocation.issue = *known;
    TRY(allocation.issued, day(whole, "issued"));
    TRY(allocation.on, day(whole, "on"));
    return Done{};
}

}  // namespace

Result<AllocationText> read_allocation(std::string_view payload) {
    TRY(json::value value, base::parse_json(payload));
    if (!value.is_object()) {
        return not_whole("");
    }
    AllocationText read;
    read.whole = std::move(value.get_object());
    TRY_DONE(read_head(read.whole, read.allocation));
    TRY(const json::object* package, object(read.whole, "package"));
    TRY(read.package, text(*package, "id"));
    TRY(read.package_title, text(*package, "title"));
    TRY(read.fingerprint, text(*package, "fingerprint"));
    TRY(const json::object* facts, object(read.whole, "facts"));
    read.facts = json::serialize(*facts);
    const json::value* decided = read.whole.if_contains("decided");
    if (decided == nullptr || !decided->is_array() || decided->get_array().size() > decided_max) {
        return not_whole("decided");
    }
    for (const json::value& each : decided->get_array()) {
        TRY(DecidedSum sum, read_decided(each));
        read.allocation.decided.push_back(std::move(sum));
    }
    return read;
}

}  // namespace policy
