#include "command/compare_packages.h"

#include <map>
#include <optional>

#include "base/json.h"
#include "base/text.h"
#include "command/disk.h"
#include "command/shelf.h"
#include "policy/compared_people.h"
#include "policy/comparison_json.h"

namespace command {

namespace {

struct Wanted {
    std::string first;
    std::string second;
    std::map<std::string, std::string> options;  // by name; those that stand alone are empty

    bool has(const std::string& name) const { return options.contains(name); }
};

std::optional<Wanted> read_arguments(const std::vector<std::string>& args) {
    Wanted wanted;
    for (std::size_t at = 0; at < args.size(); ++at) {
        const std::string& each = args[at];
        const bool takes_value = each == "--on" || each == "--on-second" || each == "--people";
        if (takes_value || each == "--cases" || each == "--json") {
            if ((takes_value && at + 1 == args.size()) || wanted.has(each)) {
                return std::nullopt;
            }
            wanted.options.emplace(each, takes_value ? args[++at] : "");
        } else if (each.starts_with("-") || !wanted.second.empty()) {
            return std::nullopt;
        } else {
            (wanted.first.empty() ? wanted.first : wanted.second) = each;
        }
    }
    const bool is_whole = !wanted.second.empty() && wanted.has("--on") &&
                          !(wanted.has("--cases") && wanted.has("--people"));
    return is_whole ? std::optional(std::move(wanted)) : std::nullopt;
}

Result<Date> read_day(const Wanted& wanted, const std::string& option) {
    const Result<Date> day = Date::parse(wanted.options.at(option));
    return day ? day : Result<Date>(base::at(option, day.error()));
}

Result<policy::PackageComparison> compare(const Wanted& wanted) {
    TRY(const Date on, read_day(wanted, "--on"));
    Date on_second = on;
    if (wanted.has("--on-second")) {
        TRY(on_second, read_day(wanted, "--on-second"));
    }
    TRY(const policy::Package first, load_package(wanted.first));
    TRY(const policy::Package second, load_package(wanted.second));
    if (!wanted.has("--people")) {
        return policy::compare_packages(first, second, policy::people_of_cases(first, second), on,
                                        on_second);
    }
    const std::string& path = wanted.options.at("--people");
    TRY(const std::string text, read_whole_file(path));
    const auto people = policy::read_people_json(first, second, text);
    if (!people) {
        return base::at(path, people.error());
    }
    return policy::compare_packages(first, second, *people, on, on_second);
}

std::string change_words(const policy::LargestChange& change) {
    return change.change.for_people() + " (" + change.label + ")";
}

void print(std::ostream& out, const policy::Tally& tally, std::string_view more,
           std::string_view less) {
    out << tally.gain << " " << more << " " << tally.gained.for_people() << ", " << tally.lose
        << " " << less << " " << tally.lost.for_people() << ", " << tally.keep << " keep; "
        << tally.before.for_people() << " before, " << tally.after.for_people() << " after\n";
    if (tally.largest_gain) {
        out << "    most more: " << change_words(*tally.largest_gain) << "\n";
    }
    if (tally.largest_loss) {
        out << "    most less: " << change_words(*tally.largest_loss) << "\n";
    }
}

bool moves(const policy::Tally& tally) {
    return tally.counted() > 0 &&
           (tally.gain + tally.lose > 0 || !tally.before.is_zero() || !tally.after.is_zero());
}

std::string_view paid(bool once) {
    return once ? "once" : "each week";
}

void print(std::ostream& out, const policy::StreamComparison& stream) {
    out << stream.name << ", " << paid(stream.once) << ": ";
    print(out, stream.sums, "gain", "lose");
    if (stream.newly_eligible + stream.no_longer_eligible > 0) {
        out << "    " << stream.newly_eligible << " newly eligible, " << stream.no_longer_eligible
            << " no longer\n";
    }
    if (moves(stream.contributions)) {
        out << "    what is asked of them: ";
        print(out, stream.contributions, "are asked for more,", "for less,");
    }
    if (stream.without_sum > 0) {
        out << "    no sum to compare for " << stream.without_sum << ": its owner decides\n";
    }
    if (stream.refused > 0) {
        out << "    not worked out for " << stream.refused << "\n";
    }
}

std::string words(const policy::StreamSide& side) {
    switch (side.state) {
        case policy::SumState::no_stream:
            return "no such stream";
        case policy::SumState::not_eligible:
            return "not eligible";
        case policy::SumState::no_formula:
            return "its owner decides";
        case policy::SumState::worked_out:
            return side.sum.for_people();
        case policy::SumState::refused:
            return "not worked out (" + side.refusal->message + ")";
    }
    return "";
}

bool differ(const policy::StreamSide& a, const policy::StreamSide& b) {
    return a.state != b.state || a.sum != b.sum || a.contribution != b.contribution;
}

// A contribution that could not be worked out is told beside the sum, which could.
std::string asked(const policy::StreamSide& side) {
    if (side.state == policy::SumState::worked_out && side.refusal) {
        return "not worked out (" + side.refusal->message + ")";
    }
    return side.contribution ? side.contribution->for_people() : "not known";
}

void print(std::ostream& out, const policy::PersonComparison& person) {
    bool is_named = false;
    for (const policy::StreamOfPerson& each : person.streams) {
        const bool is_told =
            differ(each.before, each.after) || each.before.refusal || each.after.refusal;
        if (!is_told) {
            continue;
        }
        out << (is_named ? "" : person.label + "\n");
        is_named = true;
        out << "    " << each.stream << ", " << paid(each.once) << ": " << words(each.before)
            << " -> " << words(each.after);
        if (asked(each.before) != asked(each.after) || each.before.refusal || each.after.refusal) {
            out << "; asked of her: " << asked(each.before) << " -> " << asked(each.after);
        }
        out << "\n";
    }
}

void print_not_asked(std::ostream& out, const PackageId& package,
                     const std::vector<std::string>& names) {
    if (!names.empty()) {
        out << package << " does not ask for: " << base::join_text(names, ", ") << "\n";
    }
}

void print(std::ostream& out, const policy::PackageComparison& comparison) {
    out << comparison.before << " on " << comparison.on_before.for_people() << ", and "
        << comparison.after << " on " << comparison.on_after.for_people() << ": "
        << comparison.people.size() << " people\n";
    if (comparison.refused > 0) {
        out << comparison.refused
            << " of them are in no total of all streams: some sum was not worked out\n";
    }
    out << "All streams, each week: ";
    print(out, comparison.weekly, "gain", "lose");
    out << "All streams, once: ";
    print(out, comparison.once, "gain", "lose");
    print_not_asked(out, comparison.before, comparison.not_asked_before);
    print_not_asked(out, comparison.after, comparison.not_asked_after);
    out << "\n";
    for (const policy::StreamComparison& stream : comparison.streams) {
        print(out, stream);
    }
    out << "\n";
    for (const policy::PersonComparison& person : comparison.people) {
        print(out, person);
    }
}

}  // namespace

int compare_packages_verb(const std::vector<std::string>& args, std::ostream& out,
                          std::ostream& err) {
    const std::optional<Wanted> wanted = read_arguments(args);
    if (!wanted) {
        err << "Use: onepurse compare-packages " << compare_packages_usage << "\n";
        return 2;
    }
    const Result<policy::PackageComparison> comparison = compare(*wanted);
    if (!comparison) {
        return print_refusal(err, comparison.error());
    }
    if (wanted->has("--json")) {
        out << base::pretty_json(policy::comparison_json(*comparison));
    } else {
        print(out, *comparison);
    }
    return 0;
}

}  // namespace command
