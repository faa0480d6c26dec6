#include "web/verdict_form.h"

#include "web/form_fields.h"

namespace web {

govuk::Html verdict_fields(const policy::Stream& stream, const Form& form) {
    Html out;
    out << radios_field(
        form, {.name = "eligible",
               .legend = "Can this person get " + stream.name + "?",
               .choices = {{.value = "yes", .text = "Yes"}, {.value = "no", .text = "No"}},
               .is_inline = true});
    if (assessment::takes_weekly(stream)) {
        out << money_field(form, {.name = "weekly",
                                  .label = "How much a week",
                                  .hint = "Leave this empty if the answer is no.",
                                  .classes = "govuk-input--width-10"});
    }
    if (assessment::takes_one_off(stream)) {
        out << money_field(form, {.name = "one_off",
                                  .label = "How much once",
                                  .hint = "Leave this empty if the answer is no.",
                                  .classes = "govuk-input--width-10"});
    }
    return out << area_field(form,
                             {.name = "reason",
                              .label = "The reason",
                              .hint = "The person reads these words. Say what needs the sum meets. "
                                      "If it differs from the rules, say why."},
                             2000);
}

govuk::Html decider_fields(const Form& form) {
    return Html() << text_field(form, {.name = "decided_by",
                                       .label = "Who decided",
                                       .hint = "The name of the person or body."})
                  << date_field(form, {.name = "on", .legend = "The day of the decision"});
}

void fill_verdict(Form& form, const assessment::StreamDecision& fact) {
    form.fill("eligible", fact.eligible ? "yes" : "no");
    if (fact.weekly && fact.weekly->is_positive()) {
        form.fill("weekly", fact.weekly->to_text());
    }
    if (fact.one_off && fact.one_off->is_positive()) {
        form.fill("one_off", fact.one_off->to_text());
    }
}

assessment::Verdict read_verdict(const policy::Stream& stream, Form& form) {
    assessment::Verdict verdict;
    const auto eligible = form.choice("eligible", {"yes", "no"}, "Choose yes or no");
    verdict.eligible = eligible == "yes";
    if (assessment::takes_weekly(stream)) {
        verdict.weekly = form.money("weekly", "");
    }
    if (assessment::takes_one_off(stream)) {
        verdict.one_off = form.money("one_off", "");
    }
    verdict.reason = form.text("reason", 2000, "Give the reason in plain words").value_or("");
    return verdict;
}

void read_decider(Form& form, assessment::Verdict& verdict) {
    verdict.decided_by = form.text("decided_by", 200, "Enter who decided").value_or("");
    verdict.on = form.date("on", "Enter the day of the decision").value_or(Date());
}

void refuse_verdict(Form& form, const Error& error) {
    const std::string_view sum = form.has("weekly") ? "weekly" : "one_off";
    form.refuse(error,
                {{"decision.reason_missing", "reason"},
                 {"decision.decider_missing", "decided_by"},
                 {"decision.in_future", "on"},
                 {"decision.stream_not_there", "on"},
                 {"referral.before_asked", "on"},
                 {"decision.sum_missing", sum},
                 {"decision.sum_not_needed", sum},
                 {"decision.not_weekly", "weekly"},
                 {"decision.not_one_off", "one_off"}},
                "eligible");
}

}  // namespace web
