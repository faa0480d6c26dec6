#include "policy/compared_people.h"

#include <set>

#include "base/json.h"
#include "policy/case_json.h"

namespace policy {

namespace {

constexpr std::size_t bytes_max = 64UL * 1024 * 1024;
constexpr std::size_t people_max = 100'000;

Facts facts_as_asked(const Package& package, const GivenFacts& given) {
    Facts facts;
    for (const auto& [name, text] : given) {
        Result<feel::Value> read = read_fact(package, name, text);
        if (read) {
            facts[name] = std::move(*read);
        } else if (!text.empty()) {
            facts[name] = feel::Value(text);
        }
    }
    return facts;
}

Error not_whole(std::string what, std::string place) {
    return Error{"compare.people_not_whole", std::move(what), std::move(place)};
}

Outcome read_group(const json::object& person, std::string_view group, const std::string& place,
                   GivenFacts& given) {
    const json::value* members = person.if_contains(group);
    if (members == nullptr) {
        return Done{};
    }
    const std::string within = place + "." + std::string(group);
    if (!members->is_object()) {
        return not_whole("This must be an object of names and values.", within);
    }
    for (const auto& member : members->as_object()) {
        std::optional<std::string> text = scalar_text(member.value());
        if (!text) {
            return not_whole("Write a text, a number, true, false or null.",
                             within + "." + std::string(member.key()));
        }
        given.emplace_back(member.key(), std::move(*text));
    }
    return Done{};
}

Result<ComparedPerson> read_one(const Package& before, const Package& after,
                                const json::value& value, const std::string& place) {
    const json::object* person = value.if_object();
    if (person == nullptr) {
        return not_whole("A person is an object with a label and answers.", place);
    }
    Result<std::string> label = base::text_member(*person, "label");
    if (!label || label->empty()) {
        return not_whole("Give each person a label, to find her in what is told.", place);
    }
    for (const auto& member : *person) {
        if (member.key() != "label" && member.key() != "answers" && member.key() != "inputs") {
            return not_whole("A person has a label, answers and inputs, and nothing else.",
                             place + "." + std::string(member.key()));
        }
    }
    GivenFacts given;
    TRY_DONE(read_group(*person, "answers", place, given));
    TRY_DONE(read_group(*person, "inputs", place, given));
    return read_person(before, after, std::move(*label), given);
}

}  // namespace

ComparedPerson read_person(const Package& before, const Package& after, std::string label,
                           const GivenFacts& given) {
    return {std::move(label), facts_as_asked(before, given), facts_as_asked(after, given)};
}

std::vector<ComparedPerson> people_of_cases(const Package& before, const Package& after) {
    std::vector<ComparedPerson> people;
    for (const GoldenCase& golden : before.cases()) {
        GivenFacts given;
        for (const auto* rows : {&golden.answers, &golden.inputs}) {
            for (const CaseRow& row : *rows) {
                given.emplace_back(row.name, row.value);
            }
        }
        people.push_back(read_person(before, after, golden.name, given));
    }
    return people;
}

Result<std::vector<ComparedPerson>> read_people_json(const Package& before, const Package& after,
                                                     std::string_view text) {
    if (text.size() > bytes_max) {
        return not_whole("A file of people may have 64 MB. Send it in parts.", "");
    }
    TRY(const json::value whole, base::parse_json(text));
    const json::object* members = whole.if_object();
    const json::value* list = members == nullptr ? nullptr : members->if_contains("people");
    if (list == nullptr || !list->is_array() || members->size() != 1) {
        return not_whole("The file must be an object with one list called people.", "");
    }
    if (list->as_array().size() > people_max) {
        return not_whole("A file may have 100,000 people. Send it in parts.", "people");
    }
    std::vector<ComparedPerson> people;
    std::set<std::string> labels;
    for (const json::value& each : list->as_array()) {
        const std::string place = "people " + std::to_string(people.size() + 1);
        TRY(ComparedPerson person, read_one(before, after, each, place));
        if (!labels.insert(person.label).second) {
            return Error{"compare.label_twice",
                         "Two people have the label \"" + person.label +
                             "\". Give each her own, to tell them apart in what is told.",
                         place};
        }
        people.push_back(std::move(person));
    }
    return people;
}

}  // namespace policy
