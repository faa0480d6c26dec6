#include "web/referral_pages.h"

#include "casework/refer_to_owner.h"
#include "casework/see_assessment.h"
#include "govuk/button.h"
#include "web/form_fields.h"
#include "web/layout.h"
#include "web/speaking.h"
#include "web/sum_words.h"

namespace web {

namespace {

using casework::AssessmentView;

// Days an owner is usually given; the worker can change the day.
constexpr std::int64_t usual_days = 28;

Html what_they_see(const AssessmentView& view, const policy::Stream& stream) {
    const assessment::Needs needs = assessment::needs_of(*view.package, stream);
    Html out;
    out << "<h2 class=\"govuk-heading-m\">What they will see</h2><ul class=\"govuk-list "
           "govuk-list--bullet\"><li>Name and reference number</li>";
    if (needs.age) {
        out << "<li>Age in years</li>";
    }
    for (const std::string& id : needs.questions) {
        out << "<li>The answer to “" << view.package->question(id)->text << "”</li>";
    }
    for (const std::string& name : needs.decisions) {
        out << "<li>The result: " << view.package->decision(name)->title << "</li>";
    }
    return out << "</ul><p class=\"govuk-body\">They see nothing else of the record.</p>";
}

Response page_of(const Visit& visit, const AssessmentView& view, const policy::Stream& stream) {
    Html main;
    main << "<p class=\"govuk-caption-l\">" << view.person.name << ", " << view.person.reference
         << "</p><h1 class=\"govuk-heading-l\">Refer to " << stream.name
         << "</h1><p class=\"govuk-body-l\">" << decider_mark(stream)
         << ".</p><p class=\"govuk-body\">Until they answer, none of this money can be planned or "
            "spent.</p>"
         << form_open(visit, person_path(visit, "/decisions/") + stream.id + "/refer")
         << area_field(visit.form,
                       {.name = "note",
                        .label = "What they need to know",
                        .hint = "You can leave this empty. Do not repeat the answers."},
                       2000)
         << date_field(visit.form, {.name = "reply_by",
                                    .legend = "The day by which you ask for an answer",
                                    .hint = "The person sees this day."})
         << govuk::Button{.text = "Refer", .prevent_double_click = true} << form_close()
         << what_they_see(view, stream);
    return show(visit, {.title = "Refer to " + stream.name,
                        .main = std::move(main),
                        .back_href = person_path(visit, "/decisions"),
                        .help = "worker"});
}

Result<AssessmentView> load(Visit& visit) {
    return casework::see_assessment(visit.desk, visit.id<PersonId>("person"), "decisions");
}

Result<const policy::Stream*> stream_of(const Visit& visit, const AssessmentView& view) {
    const policy::Stream* stream = view.package->stream(visit.word("stream"));
    if (stream == nullptr) {
        return Error{"referral.stream_unknown",
                     "There is no such stream in these rules. Open the decisions again."};
    }
    return stream;
}

Result<Response> refer_page(Visit& visit) {
    TRY(const AssessmentView view, load(visit));
    TRY(const policy::Stream* stream, stream_of(visit, view));
    const Date usual = visit.desk.today.plus_days(usual_days);
    visit.form.fill("reply_by-day", std::to_string(usual.day()));
    visit.form.fill("reply_by-month", std::to_string(usual.month()));
    visit.form.fill("reply_by-year", std::to_string(usual.year()));
    return page_of(visit, view, *stream);
}

Result<Response> refer(Visit& visit) {
    TRY(const AssessmentView view, load(visit));
    TRY(const policy::Stream* stream, stream_of(visit, view));
    const auto note = visit.form.text("note", 2000, "");
    const auto reply_by = visit.form.date("reply_by", "Enter the day for the answer");
    if (!visit.form.is_good()) {
        return page_of(visit, view, *stream);
    }
    const auto referred = casework::refer_to_owner(
        visit.desk, view.person.id,
        {.stream = stream->id, .reply_by = *reply_by, .note = note.value_or("")});
    if (!referred) {
        visit.form.refuse(referred.error(), {}, "reply_by");
        return page_of(visit, view, *stream);
    }
    return redirect(person_path(visit, "/decisions"));
}

const Route routes[] = {
    {GET, "/people/{person}/decisions/{stream}/refer", may::decide_eligibility, refer_page,
     "Asks the owner of a stream to decide, and says what the owner will see"},
    {POST, "/people/{person}/decisions/{stream}/refer", may::decide_eligibility, refer,
     "Sends the referral"},
};

}  // namespace

std::span<const Route> referral_routes() {
    return routes;
}

}  // namespace web
