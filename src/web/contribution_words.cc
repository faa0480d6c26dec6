#include "web/contribution_words.h"

#include <algorithm>
#include <set>

#include "base/text.h"
#include "policy/marks.h"
#include "web/easy_read.h"
#include "web/folding_table.h"
#include "web/mark_note.h"
#include "web/ways_out.h"
#include "web/working_lines.h"

namespace web {

namespace {

using assessment::StreamSum;
using casework::ContributionView;
using casework::SetContribution;
using govuk::Html;

Money paid_weekly(const ContributionView& view, Date today) {
    Money weekly;
    for (const SetContribution& sum : view.sums) {
        if (view.on(sum.stream, today) == &sum) {
            weekly += sum.term.weekly;
        }
    }
    return weekly;
}

// What was set for a stream: the sum, the day, who, why.
Html set_sums(const ContributionView& view, const StreamSum& sum, const Speaking& speaking,
              Date today) {
    Html out;
    bool anything = false;
    for (const SetContribution& set : view.sums) {
        if (set.stream != sum.stream.id) {
            continue;
        }
        anything = true;
        out << "<p class=\"govuk-body\"><strong>" << set.term.weekly.for_people() << " a week "
            << (set.term.from <= today ? govuk::Literal("since ") : govuk::Literal("from "))
            << set.term.from.for_people()
            << (set.term.until ? " until " + set.term.until->plus_days(-1).for_people()
                               : std::string())
            << ".</strong> " << way_words(set.term.collected) << " " << set.set_by << " set it on "
            << set.set_on.for_people() << ". The reason: “" << set.why << "”</p>";
    }
    if (!anything) {
        out << "<p class=\"govuk-body\">Nobody has set a sum. So " << speaking.you()
            << (speaking.to_her() ? govuk::Literal(" pay") : govuk::Literal(" pays"))
            << " nothing towards this now.</p>";
    }
    return out;
}

// What the means test asks, and whether it is what was set.
Html asked_words(const ContributionView& view, const StreamSum& sum, const Speaking& speaking,
                 Date today) {
    Html out;
    if (!sum.contribution) {
        std::vector<std::string> names;
        for (const std::string& id : sum.contribution_waiting_for) {
            const policy::Question* question = view.answered.package->question(id);
            names.push_back("“" + (question == nullptr ? id : question->text) + "”");
        }
        out << "<p class=\"govuk-body\">The means test cannot be worked out yet.";
        if (!names.empty()) {
            out << " We need an answer to " << base::join_text(names, " and ") << ".";
        }
        return out << "</p>";
    }
    out << "<p class=\"govuk-body\">With " << speaking.your() << " answers the means test asks for "
        << "<strong>" << sum.contribution->for_people() << " a week</strong>. ";
    const SetContribution* set = view.on(sum.stream.id, today);
    if (set == nullptr) {
        out << "That is what the rules ask. A worker decides.";
    } else if (set->term.weekly == *sum.contribution) {
        out << "That is the sum that was set.";
    } else {
        out << "That is not the sum that was set: a worker may set another sum, or the answers or "
               "the figures changed since. The reason stands above.";
    }
    out << "</p>"
        << mark_note(policy::weakest_mark(sum.contribution_why), "#figures-" + sum.stream.id);
    return out;
}

}  // namespace

std::string_view way_words(budget::Collected collected) {
    switch (collected) {
        case budget::Collected::net:
            return "It goes into the account of the support, and each payment in advance is less "
                   "by it. What cannot be taken off a payment comes as a bill.";
        case budget::Collected::gross:
            return "The council sends a bill for it.";
    }
    return "";
}

std::string contribution_title(const ContributionView& view, const Speaking& speaking, Date today) {
    const std::string who = speaking.You() + (speaking.to_her() ? " pay " : " pays ");
    const Money weekly = paid_weekly(view, today);
    return who + (weekly.is_positive() ? weekly.for_people() + " a week" : "nothing now");
}

Html means_test_working(const casework::AssessmentView& view, const StreamSum& sum,
                        const Speaking& speaking) {
    Html out;
    if (!sum.contribution) {
        return out;
    }
    FoldingTable told{.caption = "What " + speaking.you() + " told us",
                      .columns = {{"Question"}, {speaking.Your() + " answer", true}},
                      .rows = {}};
    for (const std::string& id : sum.contribution_answers) {
        const policy::Question* question = view.package->question(id);
        const assessment::Answer* answer = view.answers.counting(id);
        if (question != nullptr) {
            Html asked;
            asked << "<span>" << question->text << "<br><span class=\"govuk-hint\">"
                  << question->help << "</span></span>";
            told.rows.push_back(
                {{.html = std::move(asked)},
                 {.text = assessment::words(*question, answer == nullptr ? "" : answer->value)}});
        }
    }
    if (!told.rows.empty()) {
        out << folding_table(told);
    }
    std::set<std::string> shown;
    out << "<h3 class=\"govuk-heading-s\">How it is worked out</h3>"
        << working_lines(sum.contribution_why, shown)
        << figures_table(sum.contribution_why, "Every figure of the means test")
        << "<p class=\"govuk-body-s\">“Published” means it stands in the source. “Remembered” "
           "means somebody remembers it. “Illustrative” means it was made up to show how it "
           "works.</p>";
    return out;
}

Html contribution_told(const Visit& visit, const ContributionView& view,
                       const assessment::Assessment& assessed, const Speaking& speaking) {
    Html out;
    std::vector<std::string> without;
    for (const StreamSum& sum : assessed.sums) {
        switch (sum.stream.means_test) {
            case policy::MeansTest::decision:
                break;
            case policy::MeansTest::not_modelled:
                without.push_back(sum.stream.name);
                continue;
            case policy::MeansTest::none:
                continue;
        }
        const bool is_set = std::any_of(view.sums.begin(), view.sums.end(), [&](const auto& set) {
            return set.stream == sum.stream.id;
        });
        out << "<h2 class=\"govuk-heading-m\">Towards " << sum.stream.name << "</h2>";
        if (sum.state == StreamSum::State::not_eligible && !is_set) {
            out << "<p class=\"govuk-body\">There is no money from here, so nothing is asked for."
                   "</p>";
            continue;
        }
        out << set_sums(view, sum, speaking, visit.desk.today)
            << asked_words(view, sum, speaking, visit.desk.today) << "<div id=\"figures-"
            << sum.stream.id << "\">" << means_test_working(view.answered, sum, speaking)
            << "</div>";
        if (!sum.stream.not_modelled.empty()) {
            out << "<p class=\"govuk-body-s\">Not in these rules: " << sum.stream.not_modelled
                << ".</p>";
        }
        out << ways_out(visit, "contribution:" + sum.stream.id,
                        "what is paid towards " + sum.stream.name);
    }
    if (!without.empty()) {
        out << "<h2 class=\"govuk-heading-m\">Money with another means test</h2><p "
               "class=\"govuk-body\">"
            << base::join_text(without, ", ")
            << ": whoever decides about this money may ask for a part of the cost. These rules do "
               "not know how much. Ask them, or ask your worker.</p>";
    }
    return out;
}

Html contribution_easy(const ContributionView& view, const assessment::Assessment& assessed,
                       const Speaking& speaking, Date today) {
    Html out;
    out << easy_read_open();
    write_easy_line(out, "money", "Some people pay a part of their support themselves.");
    write_easy_line(out, "decision", contribution_title(view, speaking, today) + ".");
    for (const StreamSum& sum : assessed.sums) {
        if (!sum.contribution) {
            continue;
        }
        write_easy_line(out, "letter",
                        speaking.You() + " told us about " + speaking.your() + " money.");
        for (const std::string& id : sum.contribution_answers) {
            const policy::Question* question = view.answered.package->question(id);
            const assessment::Answer* answer = view.answered.answers.counting(id);
            if (question != nullptr && answer != nullptr) {
                write_easy_line(
                    out, question->picture.empty() ? "money" : question->picture,
                    question->easy_text + " " + assessment::words(*question, answer->value) + ".");
            }
        }
        for (const policy::Explanation& line : sum.contribution_why) {
            if (!line.text.empty()) {
                write_easy_line(out, "money", line.text);
            }
        }
        if (const auto mark = policy::weakest_mark(sum.contribution_why)) {
            write_easy_line(out, "letter", std::string(mark_sentence(*mark)) + ".");
        }
    }
    write_easy_line(out, "help", "You can say: I disagree. A worker will answer you.");
    return out << easy_read_close();
}

}  // namespace web
