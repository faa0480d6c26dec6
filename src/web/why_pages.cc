#include "web/why_pages.h"

#include "assessment/facts.h"
#include "base/json.h"
#include "base/text.h"
#include "casework/see_assessment.h"
#include "govuk/details.h"
#include "govuk/inset_text.h"
#include "policy/marks.h"
#include "web/contribution_words.h"
#include "web/easy_read.h"
#include "web/explained_words.h"
#include "web/folding_table.h"
#include "web/layout.h"
#include "web/mark_note.h"
#include "web/navigation.h"
#include "web/speaking.h"
#include "web/sum_words.h"
#include "web/ways_out.h"
#include "web/why_told.h"
#include "web/working_lines.h"

namespace web {

namespace {

using assessment::Assessment;
using assessment::Stage;
using assessment::StreamSum;
using casework::AssessmentView;

std::string question_text(const AssessmentView& view, const std::string& id) {
    const policy::Question* question = view.package->question(id);
    return question == nullptr ? id : question->text;
}

// "Your answers gave 41 points. 41 points gives £168.20 a week in the table of 1 April 2006."
std::string first_line(const Assessment& assessed, const Speaking& speaking) {
    if (!assessed.main) {
        return assessed.points ? speaking.Your() + " answers gave " +
                                     points_words(*assessed.points) + ". No sum a week came out."
                               : "No sum a week came out yet. The parts below say why.";
    }
    const std::string weekly = assessed.main->weekly.for_people() + " a week";
    const std::string table = assessed.main->table_from
                                  ? " in the table of " + assessed.main->table_from->for_people()
                                  : " by the rules of " + assessed.on.for_people();
    if (!assessed.points) {
        return speaking.Your() + " answers give " + weekly + table + ".";
    }
    return speaking.Your() + " answers gave " + points_words(*assessed.points) + ". " +
           points_words(*assessed.points) + " gives " + weekly + table + ".";
}

// 'If you had answered "I can do this alone" to "Washing and dressing", it would be £52.10 less.'
Html matter_most(const AssessmentView& view, const Assessment& assessed, const Speaking& speaking) {
    Html out;
    if (!assessed.main || assessed.main->matter_most.empty()) {
        return out;
    }
    out << "<h2 class=\"govuk-heading-m\">The answers that matter most</h2><ul class=\"govuk-list "
           "govuk-list--bullet\">";
    for (const policy::Difference& difference : assessed.main->matter_most) {
        const policy::Question* question = view.package->question(difference.question);
        const policy::AnswerOption* lowest = question->option(difference.lowest);
        out << "<li>If " << speaking.you() << " had answered “"
            << (lowest == nullptr ? difference.lowest : lowest->text) << "” to “" << question->text
            << "”, it would be <strong>" << difference_words(difference.change)
            << "</strong> a week.</li>";
    }
    out << "</ul>";
    return out;
}

// What a named person said about the main sum, which counts more than the table.
Html what_was_said(const AssessmentView& view, const Assessment& assessed) {
    Html out;
    if (!assessed.main) {
        return out;
    }
    for (const Stage stage : {Stage::agreed, Stage::proposed}) {
        const assessment::StreamDecision* fact =
            assessment::latest(view.decisions, assessed.main->stream, stage);
        if (fact != nullptr && view.record && fact->assessment == view.record->id) {
            out << govuk::InsetText{
                .html = Html() << "<strong>"
                               << assessment::words(fact->eligible, fact->weekly, fact->one_off)
                               << ".</strong> " << words_of_fact(*fact) << " The reason: “"
                               << fact->reason << "”"};
            return out;
        }
    }
    return out << govuk::InsetText{.text =
                                       "This is a start. A person decides, and must give reasons."};
}

// What the rules were given.
ToldOf told_of(const AssessmentView& view, const Assessment& assessed) {
    return ToldOf{*view.package,
                  assessment::facts_of(*view.package, view.answers, view.person.born, assessed.on),
                  assessed.on};
}

const StreamSum* main_sum(const Assessment& assessed) {
    return assessed.main ? assessed.find(assessed.main->stream) : nullptr;
}

FoldingTable answers_table(const AssessmentView& view, const Assessment& assessed,
                           const Speaking& speaking) {
    FoldingTable table{.caption = speaking.Your() + " answers and their points",
                       .columns = {{"Question"},
                                   {speaking.Your() + " answer"},
                                   {"Points", true},
                                   {"Rule"},
                                   {"Source"}},
                       .rows = {}};
    for (const assessment::AnswerPoints& line : assessed.answers) {
        const policy::Question* question = view.package->question(line.question);
        const assessment::Answer* answer = view.answers.counting(line.question);
        const policy::DecisionInfo* decision = view.package->decision(line.decision);
        Html said;
        said << assessment::words(*question, answer == nullptr ? "" : answer->value);
        if (answer != nullptr && answer->voice != assessment::Voice::person) {
            said << "<br><span class=\"govuk-hint\">" << answer->by_name << " said this</span>";
        }
        table.rows.push_back({{.text = question->text},
                              {.html = std::move(said)},
                              {.text = line.points.normalised().to_text()},
                              {.text = line.reason},
                              {.text = decision == nullptr ? "" : decision->source}});
    }
    return table;
}

FoldingTable domains_table(const Assessment& assessed) {
    FoldingTable table{
        .caption = "Points for each part", .columns = {{"Part"}, {"Points", true}}, .rows = {}};
    for (const assessment::DomainPoints& domain : assessed.domains) {
        table.rows.push_back({{.text = domain.domain}, {.text = domain.points.to_text()}});
    }
    return table;
}

std::optional<policy::Mark> mark_of_main(const Assessment& assessed) {
    const StreamSum* sum = main_sum(assessed);
    return sum == nullptr ? std::nullopt : policy::weakest_mark(sum->why);
}

// What stands in the way of a sum, in words.
Html state_words(const AssessmentView& view, const StreamSum& sum) {
    Html out;
    switch (sum.state) {
        case StreamSum::State::worked_out:
        case StreamSum::State::not_eligible:
            break;
        case StreamSum::State::no_formula:
            out << "<p class=\"govuk-body\">There is no table for this money. The one who decides "
                   "sets the sum.</p>";
            break;
        case StreamSum::State::waiting: {
            std::vector<std::string> names;
            for (const std::string& id : sum.waiting_for) {
                names.push_back("“" + question_text(view, id) + "”");
            }
            out << "<p class=\"govuk-body\">We need an answer to "
                << base::join_text(names, " and ") << ".</p>";
            break;
        }
        case StreamSum::State::failed:
            out << "<p class=\"govuk-body\">The rules gave no result: " << sum.failure->message
                << "</p>";
            break;
    }
    if (!sum.reason.empty()) {
        out << "<p class=\"govuk-body\">" << sum.reason << "</p>";
    }
    return out;
}

Html stream_part(const Visit& visit, const AssessmentView& view, const ToldOf& told,
                 const StreamSum& sum, std::set<std::string>& shown) {
    Html out;
    const assessment::StreamDecision* agreed =
        assessment::latest(view.decisions, sum.stream.id, Stage::agreed);
    out << "<h2 class=\"govuk-heading-m\" id=\"stream-" << sum.stream.id << "\">" << sum.stream.name
        << ": " << words_of(sum) << "</h2><p class=\"govuk-body\">";
    // What was worked out, and beside it what was decided, where it was.
    if (agreed != nullptr && !sum.decided_by_council()) {
        out << "That was worked out from the answers. What was decided: "
            << assessment::words(agreed->eligible, agreed->weekly, agreed->one_off) << ". "
            << words_of_fact(*agreed);
    } else {
        out << decider_mark(sum.stream) << ".";
    }
    out << " It pays from money of: " << sum.stream.owner << ".</p>" << state_words(view, sum)
        << misses_part(told, sum);
    if (sum.contribution && sum.contribution->is_positive()) {
        out << "<p class=\"govuk-body\">The means test asks for " << sum.contribution->for_people()
            << " a week towards it.</p>";
    }
    if (sum.state == StreamSum::State::worked_out) {
        out << mark_note(policy::weakest_mark(sum.why), "#figures");
    }
    const Html lines = working_lines(sum.why, shown);
    if (!lines.empty()) {
        out << govuk::Details{.summary_text = "How “" + sum.stream.name + "” was worked out",
                              .html = lines,
                              .open = sum.decided_by_council()};
    }
    const Html means_test = means_test_working(view, sum, Speaking(visit, view.person));
    if (!means_test.empty()) {
        out << govuk::Details{.summary_text =
                                  "How the means test for “" + sum.stream.name + "” was worked out",
                              .html = means_test}
            << "<p class=\"govuk-body\"><a class=\"govuk-link\" href=\""
            << person_path(visit, "/contribution") << "\">What "
            << Speaking(visit, view.person).you()
            << (visit.is_self() ? govuk::Literal(" pay") : govuk::Literal(" pays"))
            << ", and why</a></p>";
    }
    if (!sum.stream.not_modelled.empty()) {
        out << "<p class=\"govuk-body-s\">Not in these rules: " << sum.stream.not_modelled
            << ".</p>";
    }
    out << ways_out_of_sum(visit, sum.stream.id, sum.stream.name);
    return out;
}

// Who decides what the council does not, and by when.
FoldingTable others_table(const AssessmentView& view, const Assessment& assessed) {
    FoldingTable table{.caption = "What the council does not decide",
                       .columns = {{"Money"}, {"Who decides"}, {"Where it stands"}},
                       .rows = {}};
    for (const StreamSum& sum : assessed.sums) {
        if (sum.decided_by_council()) {
            continue;
        }
        const assessment::Referral* waiting = view.waiting(sum.stream.id);
        const assessment::StreamDecision* agreed =
            assessment::latest(view.decisions, sum.stream.id, Stage::agreed);
        std::string stands = "Not asked yet. A worker can ask.";
        if (waiting != nullptr) {
            stands = "Asked on " + waiting->asked_on.for_people() + ". An answer should come by " +
                     waiting->reply_by.for_people() + ".";
        } else if (agreed != nullptr) {
            stands = assessment::words(agreed->eligible, agreed->weekly, agreed->one_off) + ". " +
                     words_of_fact(*agreed) + " The reason: “" + agreed->reason + "”";
        }
        table.rows.push_back(
            {{.text = sum.stream.name}, {.text = sum.stream.decider}, {.text = std::move(stands)}});
    }
    return table;
}

Html usual_view(const Visit& visit, const AssessmentView& view, const Assessment& assessed,
                const Speaking& speaking) {
    const ToldOf told = told_of(view, assessed);
    const StreamSum* made = main_sum(assessed);
    Html main;
    main << "<h1 class=\"govuk-heading-l\">Why this amount</h1><p class=\"govuk-body-l\">"
         << first_line(assessed, speaking) << "</p>"
         << mark_note(mark_of_main(assessed), "#figures") << what_was_said(view, assessed)
         << (made == nullptr ? Html() : moved_part(told, *made))
         << matter_most(view, assessed, speaking)
         << (made == nullptr ? Html() : changes_part(told, *made))
         << folding_table(answers_table(view, assessed, speaking))
         << folding_table(domains_table(assessed));
    std::set<std::string> shown;
    for (const StreamSum& sum : assessed.sums) {
        main << stream_part(visit, view, told, sum, shown);
    }
    std::vector<policy::Explanation> all;
    for (const StreamSum& sum : assessed.sums) {
        all.insert(all.end(), sum.why.begin(), sum.why.end());
        all.insert(all.end(), sum.contribution_why.begin(), sum.contribution_why.end());
    }
    main << "<div id=\"figures\">" << figures_table(all, "Every figure used")
         << "</div><p class=\"govuk-body\">“Published” means it stands in the source. “Remembered” "
            "means "
            "somebody remembers it. “Illustrative” means it was made up to show how it works.</p>"
         << folding_table(others_table(view, assessed));
    return main << explained_words(main.view());
}

// One idea a line, with a picture.
Html easy_view(const AssessmentView& view, const Assessment& assessed, const Speaking& speaking) {
    Html main;
    main << "<h1 class=\"govuk-heading-l\">Why this amount</h1>" << easy_read_open();
    write_easy_line(main, "letter", speaking.You() + " answered questions.");
    if (assessed.points) {
        write_easy_line(main, "plan",
                        Html() << "The answers gave <strong>" << points_words(*assessed.points)
                               << "</strong>.");
    }
    if (assessed.main) {
        write_easy_line(main, "money", Html("A table turns points into money."));
        write_easy_line(main, "money",
                        Html() << "It says <strong>" << assessed.main->weekly.for_people()
                               << " a week</strong>.");
        if (const StreamSum* sum = assessed.find(assessed.main->stream)) {
            if (const auto mark = policy::weakest_mark(sum->why)) {
                write_easy_line(main, "letter", std::string(mark_sentence(*mark)) + ".");
            }
            if (sum->contribution) {
                write_easy_line(main, "money",
                                Html() << "The rules ask " << speaking.you() << " to pay <strong>"
                                       << (sum->contribution->is_zero()
                                               ? std::string("nothing")
                                               : sum->contribution->for_people() + " a week")
                                       << "</strong> of it.");
            }
        }
    }
    const ToldOf told = told_of(view, assessed);
    if (const StreamSum* made = main_sum(assessed)) {
        main << easy_moved(told, *made) << easy_changes(told, *made);
    }
    for (const StreamSum& sum : assessed.sums) {
        main << easy_misses(told, sum);
    }
    main << "<h2 class=\"govuk-heading-m\">Who decides</h2>";
    write_easy_line(main, "decision", Html("A person decides in the end."));
    for (const StreamSum& sum : assessed.sums) {
        if (!sum.decided_by_council() && sum.state == StreamSum::State::worked_out) {
            const assessment::StreamDecision* agreed =
                assessment::latest(view.decisions, sum.stream.id, Stage::agreed);
            write_easy_line(
                main, "money",
                sum.stream.name + ": " +
                    (agreed == nullptr
                         ? words_of(sum)
                         : assessment::words(agreed->eligible, agreed->weekly, agreed->one_off)) +
                    ".");
            write_easy_line(main, "calendar",
                            agreed == nullptr ? Html("It is <strong>not decided</strong> yet.")
                                              : Html("It is decided."));
        }
    }
    write_easy_help(main, speaking);
    main << easy_explained_words(main.view());
    return main << easy_read_close();
}

Result<Response> why_page(Visit& visit) {
    TRY(const AssessmentView view,
        casework::see_assessment(visit.desk, visit.id<PersonId>("person"), "why this amount"));
    if (!view.record || view.is_open()) {
        return redirect(person_path(visit, "/assessment"));
    }
    const Speaking speaking(visit, view.person);
    const Assessment assessed = view.assess(visit.desk.today);
    const bool easy = is_easy(visit);
    Html main =
        easy ? easy_view(view, assessed, speaking) : usual_view(visit, view, assessed, speaking);
    const std::string here = person_path(visit, "/why");
    main << "<h2 class=\"govuk-heading-m\">What you can do</h2><ul class=\"govuk-list\">";
    if (may_ask(visit)) {
        const std::string ask = person_path(visit, "/questions/new?about=sum:") +
                                (assessed.main ? assessed.main->stream : StreamId("assessment"));
        main << "<li><a class=\"govuk-link\" href=\"" << ask
             << "&amp;ask=disagree\">I disagree</a>. A named worker answers you by a day you can "
                "see.</li><li><a class=\"govuk-link\" href=\""
             << ask << "&amp;ask=help\">Ask someone to help me</a></li>";
    }
    main << "<li><a class=\"govuk-link\" href=\"" << here
         << (easy ? govuk::Literal("\">Show the usual view")
                  : govuk::Literal("?view=easy\">Show this in Easy Read"))
         << "</a></li>";
    if (can_open(visit, here + "/check")) {
        main << "<li><a class=\"govuk-link\" href=\"" << here
             << "/check\">Check this yourself</a>. You can take a file with which anybody can work "
                "it out again.</li>";
    }
    main << "<li>To print, use the print key of your browser. This page is made to be "
            "printed.</li></ul>"
         << "<p class=\"govuk-body\"><a class=\"govuk-link\" href=\"/how-allocation-works/"
         << view.package->id() << "\">How the money is worked out for everybody</a></p>";
    return show(visit, {.title = "Why this amount",
                        .main = std::move(main),
                        .back_href = person_path(visit, "/assessment/sent"),
                        .help = "why",
                        .is_wide = !easy});
}

// The facts the rules were given, as `onepurse decide --case` reads them (the package and the day
// stand in the name of the file).
Result<Response> facts_file(Visit& visit) {
    TRY(const AssessmentView view,
        casework::see_assessment(visit.desk, visit.id<PersonId>("person"), "why this amount"));
    if (!view.record) {
        return Error{"assessment.not_started", "There are no answers yet. Answer them first."};
    }
    const Date on = view.record->figures_on(visit.desk.today);
    const policy::Facts facts =
        assessment::facts_of(*view.package, view.answers, view.person.born, on);
    json::object answers;
    json::object inputs;
    for (const auto& [name, value] : facts) {
        if (view.package->question(name) != nullptr) {
            answers[name] = policy::write_answer(value);
        } else {
            inputs[name] = policy::write_answer(value);
        }
    }
    const json::object file{{"answers", std::move(answers)}, {"inputs", std::move(inputs)}};
    return download("facts-" + view.package->id() + "-" + on.to_text() + ".json",
                    "application/json", base::pretty_json(file));
}

const Route routes[] = {
    {GET,
     "/people/{person}/why",
     may::see_record,
     why_page,
     "Why this amount: the points, the answers that matter most, every rule and figure",
     {"view"}},
    {GET, "/people/{person}/why/facts", may::take_signed_file, facts_file,
     "The answers alone, as a file for onepurse decide"},
};

}  // namespace

std::span<const Route> why_routes() {
    return routes;
}

}  // namespace web
