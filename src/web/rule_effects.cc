#include "web/rule_effects.h"

#include <algorithm>

#include "base/text.h"
#include "web/folding_table.h"

namespace web {

namespace {

using policy::PackageComparison;
using policy::PersonComparison;
using policy::StreamComparison;
using policy::Tally;

constexpr std::size_t people_shown_max = 200;

std::string change_words(Money before, Money after, std::string_view period) {
    const Money change = after - before;
    if (change.is_zero()) {
        return "The same";
    }
    const std::string end = period.empty() ? std::string() : " " + std::string(period);
    return change.is_positive() ? change.for_people() + " more" + end
                                : (-change).for_people() + " less" + end;
}

// "2 people get more, together £14.00 a week. 1 person gets less ..."
Html tally_words(const Tally& tally, std::string_view period) {
    const auto people = [](std::size_t count) {
        return count == 1 ? std::string("1 person") : std::to_string(count) + " people";
    };
    const std::string end = period.empty() ? std::string() : " " + std::string(period);
    Html html;
    html << "<ul class=\"govuk-list govuk-list--bullet\"><li>" << people(tally.gain)
         << (tally.gain == 1 ? govuk::Literal(" gets") : govuk::Literal(" get")) << " more";
    if (tally.gain > 0) {
        html << ", together " << tally.gained.for_people() << end;
    }
    html << "</li><li>" << people(tally.lose)
         << (tally.lose == 1 ? govuk::Literal(" gets") : govuk::Literal(" get")) << " less";
    if (tally.lose > 0) {
        html << ", together " << tally.lost.for_people() << end;
    }
    html << "</li><li>" << people(tally.keep)
         << (tally.keep == 1 ? govuk::Literal(" keeps") : govuk::Literal(" keep"))
         << " the same</li><li>All together: " << tally.before.for_people() << end << " before, "
         << tally.after.for_people() << end << " after</li></ul>";
    return html;
}

std::string_view period_of(const StreamComparison& stream) {
    return stream.once ? std::string_view("once") : std::string_view("a week");
}

Html streams_table(const PackageComparison& comparison) {
    FoldingTable table{.caption = "Stream by stream",
                       .columns = {{"Stream"},
                                   {"Get more"},
                                   {"Get less"},
                                   {"The same"},
                                   {"Before", true},
                                   {"After", true},
                                   {"Change", true}},
                       .rows = {}};
    for (const StreamComparison& stream : comparison.streams) {
        const Tally& sums = stream.sums;
        std::string name = stream.name + ", " + std::string(period_of(stream));
        if (stream.refused > 0) {
            name += " (" + base::counted(stream.refused, "sum") + " not worked out)";
        }
        table.rows.push_back({{.text = std::move(name)},
                              {.text = std::to_string(sums.gain)},
                              {.text = std::to_string(sums.lose)},
                              {.text = std::to_string(sums.keep)},
                              {.text = sums.before.for_people()},
                              {.text = sums.after.for_people()},
                              {.text = change_words(sums.before, sums.after, "")}});
    }
    return folding_table(table);
}

// What people are asked to pay themselves: a sum may stay as it is while she pays more of it.
Html contributions_part(const PackageComparison& comparison) {
    FoldingTable table{.caption = "What people pay themselves, a week",
                       .columns = {{"Stream"},
                                   {"Pay more"},
                                   {"Pay less"},
                                   {"The same"},
                                   {"Before", true},
                                   {"After", true},
                                   {"Change", true}},
                       .rows = {}};
    for (const StreamComparison& stream : comparison.streams) {
        const Tally& asked = stream.contributions;
        if (asked.gain + asked.lose == 0) {
            continue;
        }
        table.rows.push_back({{.text = stream.name},
                              {.text = std::to_string(asked.gain)},
                              {.text = std::to_string(asked.lose)},
                              {.text = std::to_string(asked.keep)},
                              {.text = asked.before.for_people()},
                              {.text = asked.after.for_people()},
                              {.text = change_words(asked.before, asked.after, "")}});
    }
    return table.rows.empty() ? Html() << "<p class=\"govuk-body\">Nobody is asked to pay more or "
                                          "less.</p>"
                              : folding_table(table);
}

bool changes(const PersonComparison& person) {
    return person.weekly_before != person.weekly_after || person.once_before != person.once_after;
}

// What a table leaves out is said.
Html more_words(std::size_t left) {
    return left == 0
               ? Html()
               : Html() << "<p class=\"govuk-body\">And " << std::to_string(left) << " more.</p>";
}

Html people_table(const PackageComparison& comparison) {
    FoldingTable table{.caption = "Who gets more or less",
                       .columns = {{"Who"},
                                   {"Before, a week", true},
                                   {"After, a week", true},
                                   {"Change", true},
                                   {"Paid once", true}},
                       .rows = {}};
    std::size_t left = 0;
    for (const PersonComparison& person : comparison.people) {
        if (!changes(person)) {
            continue;
        }
        if (table.rows.size() == people_shown_max) {
            ++left;
            continue;
        }
        // Of whom some sum cannot be worked out, the others still change: she is in both lists.
        const std::string label =
            person.is_refused() ? person.label + " (not every sum worked out)" : person.label;
        table.rows.push_back({{.text = label},
                              {.text = person.weekly_before.for_people()},
                              {.text = person.weekly_after.for_people()},
                              {.text = change_words(person.weekly_before, person.weekly_after, "")},
                              {.text = change_words(person.once_before, person.once_after, "")}});
    }
    return folding_table(table) << more_words(left);
}

std::string refusal_words(const policy::StreamOfPerson& stream) {
    for (const policy::StreamSide* side : {&stream.before, &stream.after}) {
        if (side->refusal) {
            return (side == &stream.before ? "Before: " : "After: ") + side->refusal->message;
        }
    }
    return {};
}

Html refused_table(const PackageComparison& comparison) {
    FoldingTable table{.caption = "Not worked out, and counted in no total",
                       .columns = {{"Who"}, {"Stream"}, {"Why"}},
                       .rows = {}};
    std::size_t left = 0;
    for (const PersonComparison& person : comparison.people) {
        for (const policy::StreamOfPerson& stream : person.streams) {
            if (!stream.is_refused()) {
                continue;
            }
            if (table.rows.size() == people_shown_max) {
                ++left;
                continue;
            }
            const auto named = std::find_if(
                comparison.streams.begin(), comparison.streams.end(),
                [&](const StreamComparison& each) { return each.stream == stream.stream; });
            table.rows.push_back(
                {{.text = person.label},
                 {.text = named == comparison.streams.end() ? std::string() : named->name},
                 {.html = in_cell(with_code(refusal_words(stream)))}});
        }
    }
    return folding_table(table) << more_words(left);
}

}  // namespace

Result<EffectsOnPeople> effects_on_people(Visit& visit, const casework::DraftView& view, Date on) {
    const PackageId& package = view.row.draft.package;
    TRY(const policy::Package before, policy::Package::load(package, view.base_files));
    TRY(const policy::Package after, policy::Package::load(package, view.files));
    EffectsOnPeople effects;
    TRY(effects.people, casework::people_for_comparison(visit.desk, before, after, on));
    std::vector<policy::ComparedPerson> people;
    for (const casework::PersonForComparison& person : effects.people.people) {
        people.push_back({person.label, person.before, person.after});
    }
    effects.comparison = policy::compare_packages(before, after, people, on, on);
    return effects;
}

Html effects_part(const EffectsOnPeople& effects) {
    const PackageComparison& comparison = effects.comparison;
    Html html;
    if (comparison.people.empty()) {
        html << "<p class=\"govuk-body\">Nobody with an open record has answered the questions of "
                "these rules yet.</p>";
    } else {
        html << "<p class=\"govuk-body-l\">Each week</p>"
             << tally_words(comparison.weekly, "a week");
        if (!comparison.once.before.is_zero() || !comparison.once.after.is_zero()) {
            html << "<p class=\"govuk-body-l\">Paid once</p>" << tally_words(comparison.once, "");
        }
        html << streams_table(comparison) << contributions_part(comparison)
             << people_table(comparison) << refused_table(comparison);
    }
    if (!effects.people.are_named && !comparison.people.empty()) {
        html << "<p class=\"govuk-body\">People are numbered here: you may not open their "
                "records.</p>";
    }
    if (effects.people.without_answers > 0) {
        html << "<p class=\"govuk-body\">"
             << base::counted(effects.people.without_answers, "record")
             << " without answers yet: not in these figures.</p>";
    }
    return html << "<p class=\"govuk-body\">Budgets that are agreed stay as they are. These are "
                   "the sums the rules would give for the answers there are today.</p>";
}

}  // namespace web
