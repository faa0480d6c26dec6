#include "web/money_easy_read.h"

#include "web/easy_read.h"
#include "web/mark_note.h"
#include "web/navigation.h"

namespace web {

namespace {

using casework::BudgetView;
using casework::Report;
using casework::Reports;
using casework::StatementView;

void write_standing(Html& main, const ledger::Standing& figures, const Speaking& speaking) {
    write_easy_line(
        main, "money",
        speaking.You() + " " + speaking.have() + " " + figures.have().for_people() + ".");
    write_easy_line(main, "ok", figures.spent.for_people() + " is spent.");
    write_easy_line(main, "order", figures.promised().for_people() + " is promised for support.");
    write_easy_line(main, "plan", figures.left().for_people() + " is left.");
}

// The other pages about this money that have an Easy Read view.
Html easy_links(const Visit& visit, const BudgetView& view) {
    Html out;
    const auto link = [&](std::string_view tail, std::string_view query, const std::string& words) {
        const std::string path = person_path(visit, tail);
        if (can_open(visit, path)) {
            out << "<li><a class=\"govuk-link\" href=\"" << path << query << "\">" << words
                << "</a></li>";
        }
    };
    out << "<h2 class=\"govuk-heading-m\">More in Easy Read</h2><ul class=\"op-links\">";
    link("/orders", "?view=easy", "Orders");
    link("/statement", "?view=easy", "Statement");
    link("/spending", "?view=easy", "What was reported as spent");
    link("/spending/new", "?view=easy", "Report what was spent");
    link("/contribution", "?view=easy", "What is paid, and why");
    if (view.budget) {
        link("/plan/" + view.budget->plan.to_text(), "?view=easy", "The plan");
    }
    return out << "</ul>";
}

// What waits for her answer, and the next payment in advance or that it is late.
void write_what_comes(Html& main, const Visit& visit, const BudgetView& view) {
    for (const market::Delivery& delivery : view.to_answer) {
        write_easy_line(
            main, "decision",
            "The provider says: support came on " + delivery.on.for_people() + ". Did it come?");
        main << "<p class=\"op-easy__words\"><a class=\"govuk-link\" href=\""
             << person_path(visit, "/orders/") << delivery.purchase.to_text()
             << "/easy\">Open the order<span class=\"govuk-visually-hidden\"> with support on "
             << delivery.on.for_people() << "</span></a></p>";
    }
    if (view.next_payment) {
        const bool waits = !view.payment_waits.empty();
        const bool is_late = !waits && view.next_payment->due < visit.desk.today;
        write_easy_line(
            main, "money",
            "The next payment in advance is " + view.next_payment->net().for_people() + ".");
        write_easy_line(main, "calendar",
                        (is_late ? "It is late. It was due on "
                         : waits ? "It waits. Its day is "
                                 : "It is due on ") +
                            view.next_payment->due.for_people() + ".");
        if (waits) {
            write_easy_line(main, "letter", view.payment_waits);
        }
    }
}

}  // namespace

Html easy_budget(const Visit& visit, const BudgetView& view, const OwnMoney& own,
                 const Speaking& speaking) {
    Html main;
    main << easy_read_open();
    if (!view.budget) {
        write_easy_line(main, "calendar", speaking.Your() + " money is not decided yet.");
        write_easy_line(main, "help",
                        speaking.to_her() ? "You can ask your worker about it."
                                          : speaking.You() + " can ask a worker about it.");
    } else {
        write_easy_line(main, "money",
                        speaking.You() + " " + speaking.have() + " " +
                            view.total.have().for_people() + " for " + speaking.their() +
                            " support.");
        if (own.spent.is_positive()) {
            write_easy_line(
                main, "money",
                own.spent.for_people() + " of it is " + speaking.their() + " own money.");
        }
        write_easy_line(
            main, "calendar",
            "It is for the time until " + view.budget->period.last_day().for_people() + ".");
        write_easy_line(main, "ok", view.total.spent.for_people() + " is spent.");
        write_easy_line(main, "order",
                        view.total.promised().for_people() + " is promised for support.");
        write_easy_line(main, "plan", view.total.left().for_people() + " is left.");
        write_what_comes(main, visit, view);
        if (view.next) {
            write_easy_line(main, "calendar",
                            "From " + view.next->period.from.for_people() +
                                " there is new money: " + view.next->total.have().for_people() +
                                ".");
        }
        if (own.planned.is_positive()) {
            write_easy_line(main, "money",
                            "The plan says that " + speaking.you() + " " + speaking.does("pay") +
                                " " + own.planned.for_people() + " of " + speaking.their() +
                                " own money.");
        }
        if (view.marks.weakest) {
            write_easy_line(main, "letter", std::string(mark_sentence(*view.marks.weakest)) + ".");
        }
        write_easy_help(main, speaking);
    }
    return main << easy_read_close() << "<p class=\"govuk-body\"><a class=\"govuk-link\" href=\""
                << person_path(visit, "/budget") << "\">See it with all the figures</a></p>"
                << easy_links(visit, view);
}

Html easy_statement(const StatementView& view, const Speaking& speaking) {
    const ledger::PersonStatement& statement = view.statement;
    Html main;
    main << easy_read_open();
    write_easy_line(main, "letter",
                    "This page is about " + speaking.your() + " money for some days.");
    write_easy_line(main, "calendar",
                    "The first day is " + statement.period.from.for_people() + ".");
    write_easy_line(main, "calendar",
                    "The last day is " + statement.period.last_day().for_people() + ".");
    if (statement.years.size() < 2) {
        const ledger::Standing& at_end =
            statement.years.empty() ? statement.total.at_end : statement.years[0].total.at_end;
        main << "<h2 class=\"govuk-heading-m\">At the end of these days</h2>";
        write_standing(main, at_end, speaking);
    } else {
        for (const ledger::PersonYear& year : statement.years) {
            main << "<h2 class=\"govuk-heading-m\">Money for " << year.year.for_people()
                 << ", at the end of these days</h2>";
            write_standing(main, year.total.at_end, speaking);
        }
    }
    main << "<h2 class=\"govuk-heading-m\">In these days</h2>";
    write_easy_line(main, "ok", statement.total.moved.spent.for_people() + " was spent.");
    if (view.marks.weakest) {
        write_easy_line(main, "letter", std::string(mark_sentence(*view.marks.weakest)) + ".");
    }
    write_easy_help(main, speaking);
    return main << easy_read_close();
}

Html easy_reports(const Visit& visit, const Reports& all, const Speaking& speaking) {
    Money sum;
    for (const Report& report : all.reports) {
        sum += report.amount;
    }
    Html main;
    main << easy_read_open();
    write_easy_line(main, "money", sum.for_people() + " was reported as spent.");
    for (const Report& report : all.reports) {
        const std::string what = report.what.empty() ? std::string("Not said") : report.what;
        main << "<h2 class=\"govuk-heading-m\">" << report.on.for_people() << "</h2>";
        write_easy_line(main, "order", "It was for: " + what + ".");
        write_easy_line(main, "money", "It was " + report.amount.for_people() + ".");
        for (const auto& [fund, taken] : report.taken_from) {
            write_easy_line(main, "plan", fund + " paid " + taken.for_people() + ".");
        }
        if (report.own.is_positive()) {
            write_easy_line(
                main, "money",
                report.own.for_people() + " more was " + speaking.your() + " own money.");
        }
        write_easy_line(main, "letter",
                        (report.by.empty() ? speaking.You() : report.by) + " told us.");
        main << "<p class=\"op-easy__words\"><a class=\"govuk-link\" href=\""
             << person_path(visit, "/spending/") << report.id.to_text()
             << "\">Open this report<span class=\"govuk-visually-hidden\">: " << what << ", "
             << report.on.for_people() << "</span></a></p>";
    }
    write_easy_help(main, speaking);
    return main << easy_read_close();
}

Html easy_report_start(const Speaking& speaking, bool was_paid, bool others_hold) {
    Html main;
    main << easy_read_open();
    if (!was_paid) {
        write_easy_line(main, "money", "No money was paid to " + speaking.your() + " account yet.");
        if (others_hold) {
            write_easy_line(main, "letter", "Whoever holds the money tells us what was spent.");
        }
        write_easy_line(main, "ok", "So there is nothing to report here.");
        return main << easy_read_close();
    }
    write_easy_line(main, "money",
                    speaking.to_her() ? "We paid money to you for support."
                                      : "We paid money to " + speaking.you() + " for support.");
    write_easy_line(main, "letter", "Here you tell us what was spent.");
    write_easy_line(main, "calendar", "Say each thing one time.");
    write_easy_line(main, "help",
                    speaking.to_her() ? "You can ask someone to help you."
                                      : speaking.You() + " can ask someone to help.");
    return main << easy_read_close();
}

}  // namespace web
