#include "web/stream_owner_pages.h"

#include "base/text.h"
#include "casework/answer_referral.h"
#include "govuk/button.h"
#include "govuk/inset_text.h"
#include "govuk/summary_list.h"
#include "web/folding_table.h"
#include "web/layout.h"
#include "web/mark_note.h"
#include "web/sum_words.h"
#include "web/verdict_form.h"

namespace web {

namespace {

std::string path_of(const assessment::Referral& referral) {
    return "/stream/referrals/" + referral.id.to_text();
}

Html row_link(const casework::ReferralRow& row) {
    Html link;
    link << "<a class=\"govuk-link\" href=\"" << path_of(row.referral) << "\">" << row.reference
         << "</a>";
    return link;
}

FoldingTable waiting_table(const casework::StreamHome& home, Date today) {
    FoldingTable table{.caption = "Waiting for your decision",
                       .columns = {{"Reference"}, {"Asked on"}, {"Answer asked by"}, {"Asked by"}},
                       .rows = {}};
    for (const casework::ReferralRow& row : home.waiting) {
        const bool late = row.referral.reply_by < today;
        table.rows.push_back(
            {{.html = row_link(row)},
             {.text = row.referral.asked_on.for_people()},
             {.text = row.referral.reply_by.for_people() + (late ? " (late)" : "")},
             {.text = row.referral.asked_by}});
    }
    return table;
}

FoldingTable answered_table(const casework::StreamHome& home) {
    FoldingTable table{.caption = "Decided",
                       .columns = {{"Reference"}, {"Decision", true}, {"Day"}, {"Who decided"}},
                       .rows = {}};
    for (const casework::ReferralRow& row : home.answered) {
        if (row.decision) {
            table.rows.push_back(
                {{.html = row_link(row)},
                 {.text = assessment::words(row.decision->eligible, row.decision->weekly,
                                            row.decision->one_off)},
                 {.text = row.decision->on.for_people()},
                 {.text = row.decision->decided_by}});
        }
    }
    return table;
}

Html limit_part(const casework::StreamHome& home) {
    Html out;
    if (home.next_limit.is_positive()) {
        out << "<p class=\"govuk-body\">For the year from "
            << home.year.next().period().from.for_people() << ": " << home.next_left.for_people()
            << " is left of the cash limit of " << home.next_limit.for_people() << ".</p>";
    }
    if (home.cash_limit.is_zero()) {
        return out << "<p class=\"govuk-body\">No cash limit is recorded for this stream until "
                   << home.year.period().last_day().for_people() << ".</p>";
    }
    out << "<p class=\"op-figure\">" << home.left.for_people()
        << " is left<span class=\"op-figure__when\">of the cash limit of "
        << home.cash_limit.for_people() << ". " << home.awarded.for_people()
        << " is awarded.</span></p>";
    return out;
}

Result<Response> home_page(Visit& visit) {
    CHECK(visit.who->stream.has_value());
    TRY(const casework::StreamHome home, casework::see_stream_home(visit.desk, *visit.who->stream));
    Html main;
    main << "<h1 class=\"govuk-heading-l\">" << home.name << "</h1><p class=\"govuk-body-l\">"
         << (home.waiting.empty() ? std::string("No referral waits for you.")
                                  : base::counted(home.waiting.size(), "referral") + " to decide.")
         << "</p>" << limit_part(home) << folding_table(waiting_table(home, visit.desk.today))
         << folding_table(answered_table(home));
    return show(visit, {.title = home.name, .main = std::move(main), .help = "stream-owner"});
}

govuk::SummaryListRow fact_row(std::string key, std::string value) {
    return {.key = {.text = std::move(key)}, .value = {.text = std::move(value)}};
}

Html what_is_known(const casework::ReferralPage& page) {
    govuk::SummaryList list;
    list.rows.push_back(fact_row("Name", page.person_name));
    list.rows.push_back(fact_row("Reference", page.reference));
    for (const casework::ReferralFact& fact : page.facts) {
        list.rows.push_back(fact_row(fact.label, fact.value));
    }
    list.rows.push_back(fact_row(
        "Asked by", page.referral.asked_by + " on " + page.referral.asked_on.for_people()));
    list.rows.push_back(fact_row("Answer asked by", page.referral.reply_by.for_people()));
    if (!page.referral.note.empty()) {
        list.rows.push_back(fact_row("The worker says", page.referral.note));
    }
    return Html() << list;
}

Response referral_page_of(const Visit& visit, const casework::ReferralPage& page) {
    Html main;
    main << "<p class=\"govuk-caption-l\">" << page.stream.name
         << "</p><h1 class=\"govuk-heading-l\">Referral " << page.reference << "</h1>"
         << what_is_known(page);
    if (page.estimate) {
        main << govuk::InsetText{.text = "The council’s estimate: " +
                                         assessment::words(page.estimate->eligible,
                                                           page.estimate->weekly,
                                                           page.estimate->one_off) +
                                         ". It binds nobody. " + page.estimate->reason}
             << mark_note(page.estimate_mark, "");
    }
    if (page.decision) {
        main << "<h2 class=\"govuk-heading-m\">Your decision</h2><p class=\"govuk-body-l\">"
             << assessment::words(page.decision->eligible, page.decision->weekly,
                                  page.decision->one_off)
             << ". " << words_of_fact(*page.decision) << "</p><p class=\"govuk-body\">The reason: “"
             << page.decision->reason << "”</p>";
    } else {
        main << "<h2 class=\"govuk-heading-m\">Your decision</h2>"
             << form_open(visit, path_of(page.referral)) << verdict_fields(page.stream, visit.form)
             << decider_fields(visit.form)
             << govuk::Button{.text = "Record this decision", .prevent_double_click = true}
             << form_close();
    }
    return show(visit, {.title = "Referral " + page.reference,
                        .main = std::move(main),
                        .back_href = "/stream/referrals",
                        .help = "stream-owner"});
}

Result<Response> referral_page(Visit& visit) {
    TRY(const casework::ReferralPage page,
        casework::see_referral(visit.desk, visit.id<ReferralId>("referral")));
    visit.form.fill("decided_by", page.stream.decider);
    return referral_page_of(visit, page);
}

Result<Response> answer(Visit& visit) {
    const ReferralId id = visit.id<ReferralId>("referral");
    TRY(const casework::ReferralPage page, casework::see_referral(visit.desk, id));
    assessment::Verdict verdict = read_verdict(page.stream, visit.form);
    read_decider(visit.form, verdict);
    if (!visit.form.is_good()) {
        return referral_page_of(visit, page);
    }
    const auto answered = casework::answer_referral(visit.desk, id, verdict);
    if (!answered) {
        refuse_verdict(visit.form, answered.error());
        return referral_page_of(visit, page);
    }
    return redirect("/stream/referrals");
}

const Route routes[] = {
    {GET, "/stream/referrals", may::see_referral, home_page,
     "Referrals to a stream: waiting and decided, and what is left of its cash limit"},
    {GET, "/stream/referrals/{referral}", may::see_referral, referral_page,
     "One referral, with what the decision needs and nothing else"},
    {POST, "/stream/referrals/{referral}", may::decide_referral, answer,
     "Records the owner's decision: sum or refusal, day, decider and reason"},
};

}  // namespace

std::span<const Route> stream_owner_routes() {
    return routes;
}

}  // namespace web
