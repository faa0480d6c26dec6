#include "web/decision_pages.h"

#include "casework/decide_eligibility.h"
#include "casework/see_assessment.h"
#include "govuk/button.h"
#include "govuk/inset_text.h"
#include "policy/marks.h"
#include "web/contribution_words.h"
#include "web/folding_table.h"
#include "web/layout.h"
#include "web/mark_note.h"
#include "web/navigation.h"
#include "web/speaking.h"
#include "web/sum_words.h"
#include "web/verdict_form.h"
#include "web/ways_out.h"
#include "web/working_lines.h"

namespace web {

namespace {

using assessment::Stage;
using assessment::Status;
using assessment::StreamDecision;
using assessment::StreamSum;
using casework::AssessmentView;

std::string stage_words(Stage stage) {
    switch (stage) {
        case Stage::indicative:
            return "Worked out";
        case Stage::proposed:
            return "Proposed";
        case Stage::agreed:
            return "Decided";
    }
    return "";
}

bool may_decide(const Visit& visit, const AssessmentView& view) {
    return visit.who && people::decide(*visit.who, people::Action::decide_eligibility,
                                       {.person = view.person.id}, visit.desk.today);
}

bool is_checked(const AssessmentView& view) {
    return view.record &&
           (view.record->status == Status::checked || view.record->status == Status::decided);
}

FoldingTable facts_table(const AssessmentView& view, const policy::Stream& stream) {
    FoldingTable table{.caption = "What was said about " + stream.name,
                       .columns = {{"What"}, {"Sum", true}, {"Day"}, {"Who"}, {"Reason"}},
                       .rows = {},
                       .hide_caption = true};
    for (const StreamDecision& fact : view.decisions) {
        if (fact.stream == stream.id) {
            table.rows.push_back(
                {{.text = stage_words(fact.stage)},
                 {.text = assessment::words(fact.eligible, fact.weekly, fact.one_off)},
                 {.text = fact.on.for_people()},
                 {.text = fact.decided_by},
                 {.text = fact.reason}});
        }
    }
    return table;
}

// What a worker can do next for a stream.
Html worker_part(const Visit& visit, const AssessmentView& view, const policy::Stream& stream) {
    Html out;
    const std::string here = person_path(visit, "/decisions/") + stream.id;
    if (stream.who_decides == policy::WhoDecides::owner) {
        if (view.waiting(stream.id) == nullptr) {
            out << govuk::Button{.text = "Refer to " + stream.name,
                                 .href = here + "/refer",
                                 .classes = "govuk-button--secondary"};
        }
        return out;
    }
    out << govuk::Button{
        .text = "Decide about " + stream.name, .href = here, .classes = "govuk-button--secondary"};
    const StreamDecision* proposed = assessment::latest(view.decisions, stream.id, Stage::proposed);
    const StreamDecision* agreed = assessment::latest(view.decisions, stream.id, Stage::agreed);
    const bool open = proposed != nullptr && (agreed == nullptr || agreed < proposed);
    if (open) {
        out << form_open(visit, here + "/agree") << "<p class=\"govuk-body\">The sum is agreed "
            << "with the plan. You can also agree it now.</p>"
            << govuk::Button{.text = "Agree " +
                                     assessment::words(true, proposed->weekly, proposed->one_off)
                                         .substr(5),
                             .classes = "govuk-button--secondary",
                             .prevent_double_click = true}
            << form_close();
    }
    return out;
}

Html stream_part(const Visit& visit, const AssessmentView& view, const policy::Stream& stream) {
    Html out;
    out << "<h2 class=\"govuk-heading-m\">" << stream.name << "</h2>";
    const FoldingTable facts = facts_table(view, stream);
    const StreamDecision* agreed = assessment::latest(view.decisions, stream.id, Stage::agreed);
    const assessment::Referral* waiting = view.waiting(stream.id);
    if (waiting != nullptr) {
        out << "<p class=\"govuk-body\">" << stream.decider << " was asked on "
            << waiting->asked_on.for_people() << ". An answer should come by "
            << waiting->reply_by.for_people() << ".</p>";
    } else if (agreed == nullptr) {
        out << "<p class=\"govuk-body\">" << decider_mark(stream) << ".</p>";
    }
    if (facts.rows.empty()) {
        out << "<p class=\"govuk-body\">Nothing was worked out yet.</p>";
    }
    out << folding_table(facts);
    if (const StreamDecision* worked_out =
            assessment::latest(view.decisions, stream.id, Stage::indicative);
        worked_out != nullptr && worked_out->eligible && !stream.amount.empty()) {
        out << mark_note(policy::weakest_mark(*view.package, stream.amount, worked_out->on),
                         person_path(visit, "/why"));
    }
    if (may_decide(visit, view) && is_checked(view)) {
        out << worker_part(visit, view, stream);
    } else if (!facts.rows.empty() && !may_decide(visit, view)) {
        out << ways_out_of_sum(visit, stream.id, stream.name);
    }
    return out;
}

Result<AssessmentView> load(Visit& visit) {
    return casework::see_assessment(visit.desk, visit.id<PersonId>("person"), "decisions");
}

Result<Response> decisions_page(Visit& visit) {
    TRY(const AssessmentView view, load(visit));
    const Speaking speaking(visit, view.person);
    Html main;
    main << "<h1 class=\"govuk-heading-l\">What was decided</h1>";
    if (!view.record || view.is_open()) {
        main << "<p class=\"govuk-body-l\">Nothing is decided. The questions are not sent "
                "yet.</p><p class=\"govuk-body\"><a class=\"govuk-link\" href=\""
             << person_path(visit, "/assessment") << "\">Go to the questions</a></p>";
    } else if (view.record->status == Status::sent) {
        main << "<p class=\"govuk-body-l\">The answers were sent on "
             << view.record->sent_on->for_people()
             << ". A worker checks them first, then decides.</p>";
        if (may_decide(visit, view)) {
            main << govuk::Button{.text = "Check the answers",
                                  .href = person_path(visit, "/checking")};
        }
    } else {
        main << "<p class=\"govuk-body-l\">Worked out is a start. Proposed is what a worker puts "
                "forward. Decided is what counts.</p>";
    }
    for (const policy::Stream& stream : view.package->streams(visit.desk.today)) {
        main << stream_part(visit, view, stream);
    }
    main << "<p class=\"govuk-body\"><a class=\"govuk-link\" href=\"" << person_path(visit, "/why")
         << "\">Why this amount?</a></p>";
    if (can_open(visit, person_path(visit, "/why/check"))) {
        main << "<p class=\"govuk-body\"><a class=\"govuk-link\" href=\""
             << person_path(visit, "/why/check") << "\">Check this yourself</a></p>";
    }
    return show(visit, {.title = "What was decided",
                        .main = std::move(main),
                        .help = "decisions",
                        .is_wide = true});
}

Result<const policy::Stream*> stream_of(const Visit& visit, const AssessmentView& view) {
    const policy::Stream* stream = view.package->stream(visit.word("stream"));
    if (stream == nullptr) {
        return Error{"decision.stream_unknown",
                     "There is no such stream in these rules. Open the decisions again."};
    }
    return stream;
}

Response decide_page_of(const Visit& visit, const AssessmentView& view,
                        const policy::Stream& stream) {
    const assessment::Assessment assessed = view.assess(visit.desk.today);
    const StreamSum* sum = assessed.find(stream.id);
    Html main;
    main << "<p class=\"govuk-caption-l\">" << view.person.name << ", " << view.person.reference
         << "</p><h1 class=\"govuk-heading-l\">Decide about " << stream.name << "</h1>";
    if (sum != nullptr) {
        main << "<p class=\"govuk-body-l\">The rules give: " << words_of(*sum) << ".</p>"
             << mark_note(policy::weakest_mark(sum->why), "#working");
        if (!sum->reason.empty()) {
            main << govuk::InsetText{.text = sum->reason};
        }
    }
    main << "<p class=\"govuk-body\">You decide, not the rules. You may depart from them. The "
            "reason must say which needs the sum meets.</p>"
         << form_open(visit, person_path(visit, "/decisions/") + stream.id)
         << verdict_fields(stream, visit.form)
         << "<p class=\"govuk-body\">The person will read: the sum, your name, the day, and the "
            "reason as you wrote it. Yes is proposed, and agreed with the plan. No is final at "
            "once, and the person can disagree.</p>"
         << govuk::Button{.text = "Keep this decision", .prevent_double_click = true}
         << form_close();
    if (sum != nullptr) {
        std::set<std::string> shown;
        main << "<h2 class=\"govuk-heading-m\" id=\"working\">How the rules came to it</h2>"
             << working_lines(sum->why, shown);
        const Html means_test = means_test_working(view, *sum, Speaking(visit, view.person));
        if (!means_test.empty()) {
            main << "<h2 class=\"govuk-heading-m\">What the means test asks for: "
                 << sum->contribution->for_people() << " a week</h2>" << means_test;
        }
    }
    return show(visit, {.title = "Decide about " + stream.name,
                        .main = std::move(main),
                        .back_href = person_path(visit, "/decisions"),
                        .help = "worker"});
}

Result<Response> decide_page(Visit& visit) {
    TRY(const AssessmentView view, load(visit));
    TRY(const policy::Stream* stream, stream_of(visit, view));
    if (stream->who_decides == policy::WhoDecides::owner) {
        return redirect(person_path(visit, "/decisions/") + stream->id + "/refer");
    }
    if (const StreamDecision* fact =
            assessment::latest(view.decisions, stream->id, Stage::indicative)) {
        fill_verdict(visit.form, *fact);
    }
    return decide_page_of(visit, view, *stream);
}

Result<Response> decide(Visit& visit) {
    TRY(const AssessmentView view, load(visit));
    TRY(const policy::Stream* stream, stream_of(visit, view));
    const assessment::Verdict verdict = read_verdict(*stream, visit.form);
    if (!visit.form.is_good()) {
        return decide_page_of(visit, view, *stream);
    }
    const auto decided =
        casework::decide_eligibility(visit.desk, view.person.id, stream->id, verdict);
    if (!decided) {
        refuse_verdict(visit.form, decided.error());
        return decide_page_of(visit, view, *stream);
    }
    return redirect(person_path(visit, "/decisions"));
}

Result<Response> agree(Visit& visit) {
    TRY_DONE(
        casework::agree_proposal(visit.desk, visit.id<PersonId>("person"), visit.word("stream")));
    return redirect(person_path(visit, "/decisions"));
}

const Route routes[] = {
    {GET, "/people/{person}/decisions", may::see_record, decisions_page,
     "What was worked out, proposed and decided for each stream, with days, names and reasons"},
    {GET, "/people/{person}/decisions/{stream}", may::decide_eligibility, decide_page,
     "A worker decides about one stream, starting from what the rules give"},
    {POST, "/people/{person}/decisions/{stream}", may::decide_eligibility, decide,
     "Keeps a worker's decision with its reason"},
    {POST, "/people/{person}/decisions/{stream}/agree", may::decide_eligibility, agree,
     "Agrees a proposed sum before the plan"},
};

}  // namespace

std::span<const Route> decision_routes() {
    return routes;
}

}  // namespace web
