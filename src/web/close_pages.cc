#include "web/close_pages.h"

#include "base/text.h"
#include "casework/close_record.h"
#include "casework/confirm_delivery.h"
#include "casework/see_budget.h"
#include "govuk/button.h"
#include "govuk/warning_text.h"
#include "web/folding_table.h"
#include "web/form_fields.h"
#include "web/layout.h"
#include "web/speaking.h"

namespace web {

namespace {

using casework::Closing;

struct Reason {
    std::string_view code;
    casework::ClosedBy why;
};

constexpr Reason reasons[] = {
    {"death", casework::ClosedBy::death},
    {"move", casework::ClosedBy::move},
    {"end", casework::ClosedBy::end},
};

std::string name_of(const Visit& visit) {
    return visit.subject ? visit.subject->name : "this person";
}

Response close_form(const Visit& visit) {
    std::vector<Choice> choices;
    for (const Reason& reason : reasons) {
        choices.push_back(
            {.value = std::string(reason.code), .text = std::string(words(reason.why))});
    }
    const std::string title = "Close the record of " + name_of(visit);
    Html main;
    main << "<h1 class=\"govuk-heading-l\">" << title
         << "</h1><p class=\"govuk-body\">The record stays and can be read. Nothing new can begin "
            "on it.</p><p class=\"govuk-body\">After a death, support is paid for up to and with "
            "the day of death. After any other end, it is paid for up to the day before.</p><p "
            "class=\"govuk-body\">First you see what is still there. Nothing changes yet.</p>"
         << form_open(visit, person_path(visit, "/close"))
         << radios_field(visit.form, {.name = "why", .legend = "Why?", .choices = choices})
         << date_field(visit.form, {.name = "on",
                                    .legend = "From which day?",
                                    .hint = "The day of death, or else the first day without "
                                            "support."})
         << submit_button("See what is still there") << form_close();
    return show(visit, {.title = title,
                        .main = std::move(main),
                        .back_href = person_path(visit, "/record"),
                        .help = "closing"});
}

void write_sums(Html& main, const std::string& title, const std::vector<Closing::Sum>& sums,
                const std::string& none) {
    main << "<h2 class=\"govuk-heading-m\">" << title << "</h2>";
    if (sums.empty()) {
        main << "<p class=\"govuk-body\">" << none << "</p>";
        return;
    }
    main << "<ul class=\"govuk-list govuk-list--bullet\">";
    for (const Closing::Sum& sum : sums) {
        main << "<li>" << sum.who << ": " << sum.amount.for_people() << "</li>";
    }
    main << "</ul>";
}

void write_orders(Html& main, const Visit& visit, const Closing& closing) {
    main << "<h2 class=\"govuk-heading-m\">Orders</h2>";
    if (closing.orders.empty()) {
        main << "<p class=\"govuk-body\">No order is open.</p>";
    } else {
        FoldingTable table{.caption = "Open orders", .columns = {}, .rows = {}};
        table.columns = {{"What"}, {"Last day"}, {"Still promised", true}, {"What becomes of it"}};
        for (const Closing::OpenOrder& order : closing.orders) {
            table.rows.push_back({{.text = order.what + ", " + order.provider},
                                  {.text = order.last_day.for_people()},
                                  {.text = order.promised.for_people()},
                                  {.text = order.ends ? "Ends with the record"
                                                      : "Stays open: end it, or let it finish"}});
        }
        main << folding_table(table);
    }
    if (closing.reports_waiting > 0) {
        main << "<p class=\"govuk-body\">" << base::counted(closing.reports_waiting, "report")
             << " of support still without an answer. The money stays promised until there is one. "
                "<a class=\"govuk-link\" href=\""
             << person_path(visit, "/orders") << "\">See the orders</a></p>";
    }
}

Response sure_page(const Visit& visit, const Closing& closing, casework::ClosedBy why) {
    Money back;
    for (const Closing::Sum& sum : closing.to_come_back) {
        back += sum.amount;
    }
    const std::string title = "Close the record of " + closing.person.name + "?";
    Html main;
    main << "<h1 class=\"govuk-heading-l\">" << title << "</h1><p class=\"govuk-body-l\">"
         << words(why) << ". The last day that is paid is " << closing.last.for_people() << ".</p>";
    write_sums(main, "Money that others hold", closing.held,
               "Nobody holds money that was not reported as spent.");
    write_sums(main, "Money to come back", closing.to_come_back,
               "Nothing was paid or is due for later days.");
    if (back.is_positive()) {
        main << "<p class=\"govuk-body\">This was paid, or is due, for days after "
             << closing.last.for_people() << ". What is only due is not paid any more.</p>";
    }
    write_sums(main, "Still to be paid", closing.due, "Nothing is waiting to be paid.");
    write_orders(main, visit, closing);
    main << "<h2 class=\"govuk-heading-m\">Free money</h2><p class=\"govuk-body\">"
         << closing.free.for_people() << " is promised to nothing. It goes back to who pays.</p>"
         << govuk::WarningText{.text =
                                   "If you close it by mistake you can open it again. Orders "
                                   "and payments that ended with it stay ended."}
         << form_open(visit, person_path(visit, "/close"));
    for (const std::string_view name : {"why", "on-day", "on-month", "on-year"}) {
        main << hidden_field(name, visit.form.value(name));
    }
    main << hidden_field("sure", "yes")
         << govuk::Button{.text = "Close the record",
                          .classes = "govuk-button--warning",
                          .prevent_double_click = true}
         << form_close() << "<p class=\"govuk-body\"><a class=\"govuk-link\" href=\""
         << person_path(visit, "/record") << "\">Leave it open</a></p>";
    return show(visit, {.title = title,
                        .main = std::move(main),
                        .back_href = person_path(visit, "/close"),
                        .help = "closing"});
}

Result<Response> close_page(Visit& visit) {
    return close_form(visit);
}

Result<Response> close_act(Visit& visit) {
    Form& form = visit.form;
    const PersonId person = visit.id<PersonId>("person");
    const auto code = form.choice("why", {"death", "move", "end"}, "Choose why");
    const auto on = form.date("on", "Enter the day");
    if (!form.is_good()) {
        return close_form(visit);
    }
    casework::ClosedBy why = casework::ClosedBy::end;
    for (const Reason& reason : reasons) {
        why = reason.code == *code ? reason.why : why;
    }
    if (form.value("sure") == "yes") {
        const Outcome closed = casework::close_record(visit.desk, person, why, *on);
        if (closed) {
            return redirect(person_path(visit, "/record"));
        }
        form.refuse(closed.error(), {{"people.record_closed", "why"}}, "on");
        return close_form(visit);
    }
    const Result<Closing> closing = casework::see_closing(visit.desk, person, why, *on);
    if (!closing) {
        form.refuse(closing.error(), {{"people.record_closed", "why"}}, "on");
        return close_form(visit);
    }
    return sure_page(visit, *closing, why);
}

Response open_form(const Visit& visit) {
    const std::string title = "Open the record of " + name_of(visit) + " again?";
    Html main;
    main << "<h1 class=\"govuk-heading-l\">" << title
         << "</h1><p class=\"govuk-body\">New things can begin on it again. A budget, orders and "
            "payments that ended with it stay ended: agree a new plan for what shall go on.</p>"
         << form_open(visit, person_path(visit, "/open-again"))
         << area_field(visit.form,
                       {.name = "why",
                        .label = "Why does it open again?",
                        .hint = "The person can read this."},
                       500, 3)
         << submit_button("Open it again") << form_close();
    return show(visit, {.title = title,
                        .main = std::move(main),
                        .back_href = person_path(visit, "/record"),
                        .help = "closing"});
}

Result<Response> open_page(Visit& visit) {
    return open_form(visit);
}

Result<Response> open_act(Visit& visit) {
    const auto why = visit.form.text("why", 500, "Write why it opens again");
    if (!visit.form.is_good()) {
        return open_form(visit);
    }
    const Outcome opened =
        casework::open_record_again(visit.desk, visit.id<PersonId>("person"), *why);
    if (!opened) {
        visit.form.refuse(opened.error(), {}, "why");
        return open_form(visit);
    }
    return redirect(person_path(visit, "/record"));
}

// --- a report nobody is left to answer -----------------------------------------------------------

std::string order_path(const Visit& visit) {
    return person_path(visit, "/orders/") + visit.id<PurchaseId>("order").to_text();
}

Result<Response> answer_form(Visit& visit) {
    TRY(const casework::OrderView order,
        casework::see_order(visit.desk, visit.id<PersonId>("person"),
                            visit.id<PurchaseId>("order")));
    const DeliveryId id = visit.id<DeliveryId>("delivery");
    Html main;
    main << "<h1 class=\"govuk-heading-l\">Did this support come?</h1>";
    for (const market::Delivery& delivery : order.deliveries) {
        if (delivery.id == id) {
            main << "<p class=\"govuk-body\">" << order.provider << " reported "
                 << order.purchase.what << " on " << delivery.on.for_people() << ": "
                 << delivery.quantity << " for " << delivery.amount.for_people() << ".";
            if (!delivery.note.empty()) {
                main << " They say: " << delivery.note;
            }
            main << "</p>";
        }
    }
    main << "<p class=\"govuk-body\">The person has died and cannot answer. If it came, the "
            "provider is paid. If it did not, the money is free again.</p>"
         << form_open(visit, order_path(visit) + "/deliveries/" + id.to_text() + "/answer")
         << radios_field(visit.form, {.name = "came",
                                      .legend = "What do you know?",
                                      .choices = {{.value = "yes", .text = "It came"},
                                                  {.value = "no", .text = "It did not come"}}})
         << area_field(visit.form,
                       {.name = "evidence",
                        .label = "How do you know?",
                        .hint = "Whom you asked, which paper you saw, and when."},
                       1000, 3)
         << submit_button("Save the answer") << form_close();
    return show(visit, {.title = "Did this support come?",
                        .main = std::move(main),
                        .back_href = order_path(visit),
                        .help = "closing"});
}

Result<Response> answer_act(Visit& visit) {
    const auto came = visit.form.choice("came", {"yes", "no"}, "Choose whether it came");
    const auto evidence = visit.form.text("evidence", 1000, "Write how you know");
    if (!visit.form.is_good()) {
        return answer_form(visit);
    }
    const Outcome answered = casework::answer_delivery_after_end(
        visit.desk, visit.id<PersonId>("person"), visit.id<DeliveryId>("delivery"), *came == "yes",
        *evidence);
    if (!answered) {
        visit.form.refuse(answered.error(), {{"casework.reasons_missing", "evidence"}}, "came");
        return answer_form(visit);
    }
    return redirect(order_path(visit));
}

const Route routes[] = {
    {GET, "/people/{person}/close", may::close_record, close_page,
     "Ask why and from when a record is closed"},
    {POST, "/people/{person}/close", may::close_record, close_act,
     "Show what is still there, then close a record"},
    {GET, "/people/{person}/open-again", may::close_record, open_page,
     "Ask why a closed record opens again"},
    {POST, "/people/{person}/open-again", may::close_record, open_act,
     "Open a closed record again"},
    {GET, "/people/{person}/orders/{order}/deliveries/{delivery}/answer", may::answer_question_case,
     answer_form, "After a death: ask a worker whether support came"},
    {POST, "/people/{person}/orders/{order}/deliveries/{delivery}/answer",
     may::answer_question_case, answer_act, "Keep that answer, with its evidence"},
};

}  // namespace

std::span<const Route> close_routes() {
    return routes;
}

}  // namespace web
