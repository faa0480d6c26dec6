#include "policy/check_allocation.h"

#include <algorithm>

#include "base/json.h"
#include "policy/case_json.h"
#include "policy/read_allocation.h"
#include "policy/signing.h"

namespace policy {

namespace {

Outcome check_key(const SignedFile& file, const std::vector<PublishedKey>& keys) {
    const auto of_council =
        std::ranges::find_if(keys, [&](const auto& each) { return each.key == file.key; });
    if (!keys.empty() && of_council == keys.end()) {
        return Error{"allocation.not_issued_here",
                     "This file was not issued by this council: it is signed with the key " +
                         short_key(file.key) + ", which is not one of the council's."};
    }
    if (!is_signed(file)) {
        return Error{"allocation.not_signed",
                     "The signature does not fit. The file was changed after it was signed, or it "
                     "was not issued by this council."};
    }
    return Done{};
}

Outcome check_day(const std::string& key, Date issued, const std::vector<PublishedKey>& keys) {
    const bool is_good = keys.empty() || std::ranges::any_of(keys, [&](const auto& each) {
                             return each.key == key && each.used_on(issued);
                         });
    if (!is_good) {
        return Error{"allocation.key_not_in_use",
                     "The council did not sign with the key " + short_key(key) + " on " +
                         issued.for_people() + ", the day this file says it was issued."};
    }
    return Done{};
}

Result<Package> load(const AllocationText& text, const SignedFile& file, const Files* given) {
    const Files* files = given != nullptr ? given : file.package ? &*file.package : nullptr;
    if (files == nullptr) {
        return Error{"allocation.no_package",
                     "The rules are not in this file. Give the folder of the rules “" +
                         text.package_title + "” with --package."};
    }
    if (fingerprint_of(*files) != text.fingerprint) {
        return Error{"allocation.other_package",
                     "These are not the rules the file was made with: they are not “" +
                         text.package_title + "” with the fingerprint " +
                         text.fingerprint.substr(0, 16) + "."};
    }
    return Package::load(text.package, *files);
}

std::string shown(const json::value* value) {
    if (value == nullptr) {
        return "nothing";
    }
    std::string said = value->is_string() ? std::string(value->as_string())
                       : value->is_null() ? std::string("nothing")
                                          : json::serialize(*value);
    constexpr std::size_t length_max = 200;
    return said.size() > length_max ? said.substr(0, length_max) + " ..." : said;
}

Error differs(std::string code, std::string place, const json::value* says,
              const json::value* gives) {
    return Error{std::move(code),
                 "The file says " + shown(says) + ". The rules give " + shown(gives) + ".",
                 std::move(place)};
}

const json::value* member(const json::value* value, std::string_view name) {
    const json::object* object = value == nullptr ? nullptr : value->if_object();
    return object == nullptr ? nullptr : object->if_contains({name.data(), name.size()});
}

const json::value* item(const json::value* value, std::size_t at) {
    const json::array* array = value == nullptr ? nullptr : value->if_array();
    return array == nullptr || at >= array->size() ? nullptr : &(*array)[at];
}

std::size_t size_of(const json::value* value) {
    const json::array* array = value == nullptr ? nullptr : value->if_array();
    return array == nullptr ? 0 : array->size();
}

bool same(const json::value* a, const json::value* b) {
    return a == nullptr || b == nullptr ? a == b : *a == *b;
}

// The name an item of a step goes by: a figure's id, a rule's table, a part's name.
std::string name_of(const json::value* says, const json::value* gives) {
    for (const char* name : {"id", "table", "name"}) {
        for (const json::value* each : {gives, says}) {
            if (const json::value* found = member(each, name)) {
                return shown(found);
            }
        }
    }
    return "";
}

// Finds what of two steps that differ is not the same, in the order it was worked out.
Error first_in_step(const std::string& step, const json::value* says, const json::value* gives) {
    if (!same(member(says, "decision"), member(gives, "decision"))) {
        return differs("allocation.step_differs", step, member(says, "decision"),
                       member(gives, "decision"));
    }
    constexpr std::pair<const char*, const char*> groups[] = {
        {"figures", "the figure "}, {"rules", "the rule of "}, {"parts", "the part "}};
    for (const auto& [group, words] : groups) {
        const json::value* said = member(says, group);
        const json::value* given = member(gives, group);
        for (std::size_t i = 0; i < std::max(size_of(said), size_of(given)); ++i) {
            if (!same(item(said, i), item(given, i))) {
                return differs("allocation.step_differs",
                               step + ", " + words + name_of(item(said, i), item(given, i)),
                               item(said, i), item(given, i));
            }
        }
    }
    return differs("allocation.step_differs", step, member(says, "value"), member(gives, "value"));
}

std::string step_words(const Package& package, std::size_t at, std::size_t count,
                       const json::value* says, const json::value* gives) {
    const json::value* name =
        member(gives, "decision") != nullptr ? member(gives, "decision") : member(says, "decision");
    const std::string code = shown(name);
    const DecisionInfo* decision = package.decision(code);
    return "step " + std::to_string(at + 1) + " of " + std::to_string(count) + ", " +
           (decision == nullptr ? code : "“" + decision->title + "” (" + code + ")");
}

// Compares the file's text with the one written afresh. What is not a step or a sum is compared
// byte for byte at the end, so that nothing is passed over.
Outcome compare(const Package& package, const json::object& says, const json::object& gives,
                const std::string& payload) {
    if (!same(says.if_contains("facts"), gives.if_contains("facts"))) {
        return Error{"allocation.facts_differ",
                     "The answers are not written as the council's program writes them."};
    }
    const json::value* said = says.if_contains("steps");
    const json::value* given = gives.if_contains("steps");
    for (std::size_t i = 0; i < std::max(size_of(said), size_of(given)); ++i) {
        if (!same(item(said, i), item(given, i))) {
            return first_in_step(
                step_words(package, i, size_of(given), item(said, i), item(given, i)),
                item(said, i), item(given, i));
        }
    }
    said = says.if_contains("funds");
    given = gives.if_contains("funds");
    for (std::size_t i = 0; i < std::max(size_of(said), size_of(given)); ++i) {
        if (!same(item(said, i), item(given, i))) {
            return differs("allocation.sum_differs",
                           "the result for " + name_of(item(said, i), item(given, i)),
                           item(said, i), item(given, i));
        }
    }
    if (json::serialize(gives) != payload) {
        return Error{"allocation.differs",
                     "The file holds something that the council's program does not write."};
    }
    return Done{};
}

// Whether a decided sum is another than the rules give. Rules that give no sum leave it to whoever
// decides.
bool departs(const DecidedSum& decided, const StreamResult& rules) {
    if (rules.eligible && *rules.eligible != decided.eligible) {
        return true;
    }
    if (!decided.eligible || !rules.sum) {
        return false;
    }
    const Result<Money> sum = Money::from_decimal(*rules.sum);
    const bool is_the_sum = sum && ((decided.weekly == *sum && !decided.one_off) ||
                                    (decided.one_off == *sum && !decided.weekly));
    return !is_the_sum;
}

std::vector<Departure> departures_of(const Allocation& allocation,
                                     const std::vector<StreamResult>& streams) {
    std::vector<Departure> found;
    for (const DecidedSum& decided : allocation.decided) {
        const auto rules = std::ranges::find_if(
            streams, [&](const auto& each) { return each.stream == decided.stream; });
        if (rules != streams.end() && departs(decided, *rules)) {
            found.push_back({decided, *rules});
        }
    }
    return found;
}

}  // namespace

Result<CheckedAllocation> check_allocation(const SignedFile& file, const Files* package,
                                           const std::vector<PublishedKey>& keys) {
    TRY_DONE(check_key(file, keys));
    TRY(AllocationText text, read_allocation(file.payload));
    TRY_DONE(check_day(file.key, text.allocation.issued, keys));
    Result<Package> loaded = load(text, file, package);
    if (!loaded) {
        return loaded.error();
    }
    Result<Facts> facts = read_case_json(*loaded, text.facts);
    if (!facts) {
        return base::at("the answers in the file", facts.error());
    }
    text.allocation.facts = std::move(*facts);
    TRY_DONE(compare(*loaded, text.whole, allocation_json(*loaded, text.allocation), file.payload));
    WorkedOut worked = work_out(*loaded, text.allocation.facts, text.allocation.on);
    CheckedAllocation checked{.allocation = std::move(text.allocation),
                              .package_title = loaded->title(),
                              .key = file.key,
                              .steps = worked.evaluation.trace.decisions.size(),
                              .streams = std::move(worked.streams),
                              .departures = {}};
    checked.departures = departures_of(checked.allocation, checked.streams);
    return checked;
}

}  // namespace policy
