#include "web/why_told.h"

#include <algorithm>

#include "govuk/details.h"
#include "web/easy_read.h"

namespace web {

namespace {

using assessment::StreamSum;
using policy::Each;
using policy::Reading;
using policy::Told;

constexpr std::size_t shown_first = 3;

Each each_of(const StreamSum& sum) {
    return sum.one_off ? Each::once : Each::week;
}

std::vector<Told> steps_of(const ToldOf& of, const StreamSum& sum, Reading reading) {
    std::vector<Told> told;
    if (const auto steps = policy::moved_steps(of.package, of.facts, of.on, sum.stream.amount)) {
        for (const policy::MovedStep& step : *steps) {
            told.push_back(policy::tell(of.package, sum.why, step, each_of(sum), reading));
        }
    }
    return told;
}

std::vector<Told> misses_of(const ToldOf& of, const StreamSum& sum, Reading reading) {
    std::vector<Told> told;
    if (sum.state != StreamSum::State::not_eligible) {
        return told;
    }
    if (const auto misses =
            policy::near_misses(of.package, of.facts, of.on, sum.stream.eligibility)) {
        for (const policy::NearMiss& miss : *misses) {
            told.push_back(policy::tell(of.package, miss, reading));
        }
    }
    return told;
}

govuk::Html sentences(const Told& told) {
    govuk::Html out;
    for (std::size_t i = 0; i < told.sentences.size(); ++i) {
        out << (i == 0 ? govuk::Literal("") : govuk::Literal(" ")) << told.sentences[i];
    }
    return out;
}

template <typename List>
void write_items(govuk::Html& out, const List& items, bool with_heading) {
    out << "<ul class=\"govuk-list govuk-list--bullet\">";
    for (const Told& told : items) {
        out << "<li>";
        if (with_heading) {
            out << "<strong>" << told.heading << "</strong>: ";
        }
        out << sentences(told) << "</li>";
    }
    out << "</ul>";
}

std::string picture_of(const ToldOf& of, const Told& told, const std::string& otherwise) {
    const policy::Question* question = of.package.question(told.question);
    return question == nullptr || question->picture.empty() ? otherwise : question->picture;
}

void write_easy(govuk::Html& out, const ToldOf& of, const Told& told, const std::string& picture) {
    for (const std::string& sentence : told.sentences) {
        write_easy_line(out, picture_of(of, told, picture), sentence);
    }
}

}  // namespace

govuk::Html moved_part(const ToldOf& of, const StreamSum& sum) {
    govuk::Html out;
    const std::vector<Told> told = steps_of(of, sum, Reading::usual);
    if (told.empty()) {
        return out;
    }
    const std::size_t first = std::min(told.size(), shown_first);
    out << "<h2 class=\"govuk-heading-m\">What made this sum</h2><p class=\"govuk-body\">"
           "The steps that moved it most come first.</p>";
    write_items(out, std::vector(told.begin(), told.begin() + static_cast<std::ptrdiff_t>(first)),
                false);
    if (first < told.size()) {
        govuk::Html rest;
        write_items(rest,
                    std::vector(told.begin() + static_cast<std::ptrdiff_t>(first), told.end()),
                    false);
        out << govuk::Details{.summary_text = "Every other step that moved it", .html = rest};
    }
    return out;
}

govuk::Html changes_part(const ToldOf& of, const StreamSum& sum) {
    govuk::Html out;
    const auto found = policy::changed_answers(of.package, of.facts, of.on, sum.stream.amount);
    if (!found || found->changes.empty()) {
        return out;
    }
    const auto told = [&](const policy::ChangedAnswer& changed) {
        return policy::tell(of.package, changed, each_of(sum), Reading::usual);
    };
    out << "<h2 class=\"govuk-heading-m\">If one answer were another</h2>";
    std::vector<Told> telling;
    for (const policy::ChangedAnswer& changed : found->telling(shown_first)) {
        telling.push_back(told(changed));
    }
    std::vector<Told> all;
    std::vector<Told> ending;
    for (const policy::ChangedAnswer& changed : found->changes) {
        (changed.ends_it() ? ending : all).push_back(told(changed));
    }
    if (!telling.empty()) {
        out << "<p class=\"govuk-body\">Here one answer is changed, and the sum is worked "
               "out again.</p>";
        write_items(out, telling, true);
    }
    govuk::Html rest;
    if (telling.size() < all.size()) {
        write_items(rest, all, true);
    }
    if (!ending.empty()) {
        rest << "<p class=\"govuk-body\">These answers would end it.</p>";
        write_items(rest, ending, true);
    }
    if (!rest.empty()) {
        out << govuk::Details{.summary_text = "Every answer that would change it", .html = rest};
    }
    return out;
}

govuk::Html misses_part(const ToldOf& of, const StreamSum& sum) {
    govuk::Html out;
    const std::vector<Told> told = misses_of(of, sum, Reading::usual);
    if (told.empty()) {
        return out;
    }
    out << "<p class=\"govuk-body\">"
        << (told.size() == 1 ? govuk::Literal("One condition failed.")
                             : govuk::Literal("Each of these rules missed by one condition."))
        << "</p>";
    write_items(out, told, false);
    return out;
}

govuk::Html easy_moved(const ToldOf& of, const StreamSum& sum) {
    govuk::Html out;
    std::vector<Told> told = steps_of(of, sum, Reading::easy);
    told.resize(std::min(told.size(), shown_first));
    if (!told.empty()) {
        out << "<h2 class=\"govuk-heading-m\">What made this sum</h2>";
    }
    for (const Told& each : told) {
        write_easy(out, of, each, "plan");
    }
    return out;
}

govuk::Html easy_changes(const ToldOf& of, const StreamSum& sum) {
    govuk::Html out;
    const auto found = policy::changed_answers(of.package, of.facts, of.on, sum.stream.amount);
    if (!found) {
        return out;
    }
    const std::vector<policy::ChangedAnswer> telling = found->telling(shown_first);
    if (!telling.empty()) {
        out << "<h2 class=\"govuk-heading-m\">With other answers</h2>";
    }
    for (const policy::ChangedAnswer& changed : telling) {
        const Told told = policy::tell(of.package, changed, each_of(sum), Reading::easy);
        write_easy_line(out, picture_of(of, told, "help"),
                        govuk::Html() << "<strong>" << told.heading << "</strong>");
        write_easy(out, of, told, "help");
    }
    return out;
}

govuk::Html easy_misses(const ToldOf& of, const StreamSum& sum) {
    govuk::Html out;
    const std::vector<Told> told = misses_of(of, sum, Reading::easy);
    if (told.empty()) {
        return out;
    }
    out << "<h2 class=\"govuk-heading-m\">" << sum.stream.name << "</h2>";
    write_easy_line(out, "no", std::string("The rules say no."));
    for (const Told& each : told) {
        write_easy(out, of, each, "no");
    }
    return out;
}

}  // namespace web
