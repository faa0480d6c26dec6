#include "web/period_form.h"

#include "base/council_year.h"
#include "govuk/button.h"
#include "web/form_fields.h"
#include "web/form_values.h"

namespace web {

namespace {

bool is_linked(const Visit& visit) {
    return !visit.query("from").empty() || !visit.query("until").empty();
}

bool is_typed(const Visit& visit) {
    return visit.request.query.has("from-day") || visit.request.query.has("until-day");
}

}  // namespace

std::vector<std::string_view> period_parameters() {
    return {"from",      "until",     "from-day",    "from-month",
            "from-year", "until-day", "until-month", "until-year"};
}

Result<Period> linked_period(const Visit& visit) {
    if (!is_linked(visit)) {
        return CouncilYear::of(visit.desk.today).period();
    }
    TRY(const Date from, Date::parse(visit.query("from")));
    TRY(const Date until, Date::parse(visit.query("until")));
    return Period::make(from, until.plus_days(1));
}

Period asked_period(const Visit& visit, Form& form) {
    Period period = CouncilYear::of(visit.desk.today).period();
    if (is_typed(visit)) {
        form = Form(visit.request.query);
        const auto from = form.date("from", "Enter the first day of the statement");
        const auto until = form.date("until", "Enter the last day of the statement");
        if (from && until && *until < *from) {
            form.refuse("until", "Enter a last day that is not before the first day");
        }
        if (form.is_good()) {
            period = {*from, until->plus_days(1)};
        }
    } else if (is_linked(visit)) {
        const Result<Period> linked = linked_period(visit);
        if (linked) {
            period = *linked;
        } else {
            form.refuse("from", linked.error().message);
        }
    }
    fill_date(form, "from", period.from);
    fill_date(form, "until", period.last_day());
    return period;
}

Html period_form(const Form& form, std::string_view path) {
    return Html() << "<h2 class=\"govuk-heading-m\">Other dates</h2><form action=\"" << path
                  << "\" method=\"get\" novalidate>"
                  << date_field(form, {.name = "from", .legend = "First day", .hint = ""})
                  << date_field(form, {.name = "until", .legend = "Last day", .hint = ""})
                  << govuk::Button{.text = "Show these dates", .classes = "govuk-button--secondary"}
                  << "</form>";
}

}  // namespace web
