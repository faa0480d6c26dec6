#include "web/order_easy_read.h"

#include <algorithm>

#include "base/text.h"
#include "govuk/button.h"
#include "web/easy_read.h"
#include "web/layout.h"
#include "web/navigation.h"
#include "web/order_words.h"

namespace web {

namespace {

using casework::OrderView;
using market::Delivery;
using market::DeliveryStatus;
using market::PurchaseStatus;

// How an order stands, as one picture and one sentence.
struct Stand {
    std::string_view picture;
    std::string_view words;
};

Stand stand_of(PurchaseStatus status) {
    switch (status) {
        case PurchaseStatus::draft:
            return {"letter", "It is not sent yet."};
        case PurchaseStatus::placed:
            return {"letter", "The provider has not answered yet."};
        case PurchaseStatus::accepted:
            return {"ok", "The provider said yes."};
        case PurchaseStatus::declined:
            return {"no", "The provider said no."};
        case PurchaseStatus::part_delivered:
            return {"ok", "Some of it came."};
        case PurchaseStatus::delivered:
            return {"ok", "All of it came."};
        case PurchaseStatus::closed:
            return {"ok", "It is finished."};
        case PurchaseStatus::cancelled:
            return {"no", "It was cancelled."};
    }
    return {"order", ""};
}

bool waits_for_answer(const OrderView& order) {
    return std::any_of(order.deliveries.begin(), order.deliveries.end(), [](const Delivery& each) {
        return each.status == DeliveryStatus::reported;
    });
}

bool is_still_to_come(const OrderView& order) {
    const PurchaseStatus status = order.purchase.status;
    return status == PurchaseStatus::placed || status == PurchaseStatus::accepted ||
           status == PurchaseStatus::part_delivered || waits_for_answer(order);
}

std::string order_path(const market::Purchase& purchase) {
    return "/people/" + purchase.person.to_text() + "/orders/" + purchase.id.to_text();
}

void write_days(Html& main, const Period& dates) {
    if (dates.from == dates.last_day()) {
        write_easy_line(main, "calendar", "It is on " + dates.from.for_people() + ".");
        return;
    }
    write_easy_line(main, "calendar", "The first day is " + dates.from.for_people() + ".");
    write_easy_line(main, "calendar", "The last day is " + dates.last_day().for_people() + ".");
}

// One report that waits: what the provider says, and the two answers to it.
void write_question(Html& main, const Visit& visit, const OrderView& order, const Delivery& report,
                    const Speaking& speaking) {
    const std::string path =
        order_path(order.purchase) + "/deliveries/" + report.id.to_text() + "/";
    write_easy_line(main, "letter",
                    "The provider says: it came on " + report.on.for_people() + ".");
    write_easy_line(main, "order",
                    "That is " + count_words(report.quantity, order.purchase.unit) + ".");
    if (order.person_died || !can_open(visit, path + "refuse")) {
        write_easy_line(main, "calendar", "Nobody has answered yet.");
        return;
    }
    write_easy_line(main, "decision",
                    speaking.to_her() ? "Did it come? Please tell us."
                                      : "Did it come? Please tell us for " + speaking.you() + ".");
    main << form_open(visit, path + "confirm?view=easy")
         << govuk::Button{.text = "Yes, it came", .classes = "govuk-!-margin-bottom-3"}
         << form_close() << "<p class=\"op-easy__words\"><a class=\"govuk-link\" href=\"" << path
         << "refuse?view=easy\">No, or something is wrong</a></p>";
}

// An order of which something is to come, or to be answered.
void write_open_order(Html& main, const OrderView& order) {
    const market::Purchase& purchase = order.purchase;
    main << "<h2 class=\"govuk-heading-m\">" << purchase.what << "</h2>";
    write_easy_line(main, "home", "It comes from " + order.provider + ".");
    write_days(main, purchase.dates);
    write_easy_line(main, "money", "It costs " + purchase.amount().for_people() + ".");
    const Stand stand = waits_for_answer(order)
                            ? Stand{"decision", "The provider says it came. Did it come?"}
                            : stand_of(purchase.status);
    write_easy_line(main, stand.picture, std::string(stand.words));
    main << "<p class=\"op-easy__words\"><a class=\"govuk-link\" href=\"" << order_path(purchase)
         << "/easy\">Open this order<span class=\"govuk-visually-hidden\">: " << purchase.what
         << ", " << purchase.dates.from.for_people() << "</span></a></p>";
}

// One that is over: a year has many, so each is one line.
void write_ended_order(Html& main, const OrderView& order) {
    const market::Purchase& purchase = order.purchase;
    const Stand stand = stand_of(purchase.status);
    write_easy_line(main, stand.picture,
                    Html() << "<a class=\"govuk-link\" href=\"" << order_path(purchase)
                           << "/easy\">" << purchase.what << " from "
                           << purchase.dates.from.for_people() << "</a><br>" << stand.words);
}

}  // namespace

Html easy_orders(const Visit& visit, const std::vector<OrderView>& orders,
                 const Speaking& speaking) {
    Html main;
    main << easy_read_open();
    write_easy_line(main, "order",
                    speaking.You() + " " + speaking.have() + " " +
                        (orders.empty() ? "no orders" : base::counted(orders.size(), "order")) +
                        ".");
    for (const OrderView& order : orders) {
        if (is_still_to_come(order)) {
            write_open_order(main, order);
        }
    }
    const bool any_over = std::any_of(orders.begin(), orders.end(), [](const OrderView& order) {
        return !is_still_to_come(order);
    });
    if (any_over) {
        main << "<h2 class=\"govuk-heading-m\">These are over</h2>";
    }
    for (const OrderView& order : orders) {
        if (!is_still_to_come(order)) {
            write_ended_order(main, order);
        }
    }
    const std::string support = "/people/" + visit.word("person") + "/support";
    if (can_open(visit, support)) {
        main << govuk::Button{.text = "Find support", .href = support};
    }
    write_easy_help(main, speaking);
    return main << easy_read_close();
}

Html easy_order(const Visit& visit, const OrderView& order, const Speaking& speaking) {
    const market::Purchase& purchase = order.purchase;
    Html main;
    main << easy_read_open();
    write_easy_line(main, "order", "This is ordered: " + purchase.what + ".");
    write_easy_line(main, "order", "It is " + count_words(purchase.quantity, purchase.unit) + ".");
    write_easy_line(main, "home", "It comes from " + order.provider + ".");
    write_days(main, purchase.dates);
    write_easy_line(main, "money", "It costs " + purchase.amount().for_people() + ".");
    if (order.own.is_positive()) {
        write_easy_line(main, "money",
                        speaking.You() + " " + speaking.does("pay") + " " + order.own.for_people() +
                            " of it with " + speaking.their() + " own money, when it comes.");
    }
    const Stand stand = stand_of(purchase.status);
    write_easy_line(main, stand.picture, std::string(stand.words));
    if (waits_for_answer(order)) {
        for (const Delivery& report : order.deliveries) {
            if (report.status == DeliveryStatus::reported) {
                write_question(main, visit, order, report, speaking);
            }
        }
    } else if (is_still_to_come(order)) {
        write_easy_line(main, "ok",
                        speaking.to_her() ? "It is only paid when you say it came."
                                          : "It is only paid when " + speaking.you() +
                                                " or a helper says it came.");
    }
    write_easy_help(main, speaking);
    return main << easy_read_close();
}

Html easy_preview(const casework::OrderPreview& preview, const std::string& provider,
                  const Speaking& speaking) {
    const market::Purchase& purchase = preview.purchase;
    const Money price = purchase.amount();
    const Money funded = price - preview.own;
    Html main;
    main << easy_read_open();
    write_easy_line(
        main, "order",
        (speaking.to_her() ? std::string("You choose: ") : "This is for " + speaking.you() + ": ") +
            purchase.what + ".");
    write_easy_line(main, "home", "It comes from " + provider + ".");
    write_easy_line(main, "order", "It is " + count_words(purchase.quantity, purchase.unit) + ".");
    write_days(main, purchase.dates);
    write_easy_line(main, "money",
                    "Each " + std::string(market::to_text(purchase.unit)) + " costs " +
                        purchase.price.for_people() + ".");
    write_easy_line(main, "money", "All of it costs " + price.for_people() + ".");
    for (std::size_t i = 0; i < preview.portions.size(); ++i) {
        if (preview.portions[i].amount.is_positive()) {
            write_easy_line(
                main, "plan",
                preview.stream_names[i] + " pays " + preview.portions[i].amount.for_people() + ".");
        }
    }
    if (preview.own.is_positive()) {
        const Money over = preview.own - preview.planned;
        if (preview.planned.is_positive()) {
            write_easy_line(main, "plan",
                            "The plan says: " + speaking.you() + " " + speaking.does("add") + " " +
                                preview.planned.for_people() + " of " + speaking.their() +
                                " own money.");
        }
        if (over.is_positive()) {
            write_easy_line(main, "no", over.for_people() + " more is needed than is left.");
        }
        write_easy_line(main, "money",
                        "If it is ordered, " + speaking.you() + " " + speaking.does("pay") + " " +
                            preview.own.for_people() + " with " + speaking.their() + " own money.");
        write_easy_line(main, "order",
                        speaking.You() + " " + speaking.does("pay") + " it to " + provider +
                            ", when it comes.");
        write_easy_line(main, "no", "The council does not pay it back.");
        write_easy_line(main, "help",
                        speaking.to_her() ? "You can choose something that costs less."
                                          : "Something that costs less can be chosen.");
    }
    write_easy_line(main, "plan",
                    preview.left_before.for_people() + " is left for this before the order.");
    write_easy_line(
        main, "plan",
        (preview.left_before - funded).for_people() + " is left for this after the order.");
    write_easy_line(main, "letter", "When it is ordered, the money is promised.");
    write_easy_line(main, "ok",
                    speaking.to_her()
                        ? "It is only paid when you say it came."
                        : "It is only paid when " + speaking.you() + " or a helper says it came.");
    if (!purchase.cancellation.empty()) {
        write_easy_line(main, "no", "If you cancel: " + purchase.cancellation);
    }
    write_easy_line(main, "help",
                    speaking.to_her() ? "You can ask someone to help you."
                                      : speaking.You() + " can ask someone to help.");
    return main << easy_read_close();
}

Html easy_refusal(const OrderView& order, const Delivery& delivery) {
    Html main;
    main << easy_read_open();
    write_easy_line(main, "order", "This is about: " + order.purchase.what + ".");
    write_easy_line(main, "home", "It comes from " + order.provider + ".");
    write_easy_line(main, "letter",
                    "The provider says: it came on " + delivery.on.for_people() + ".");
    write_easy_line(main, "order",
                    "That is " + count_words(delivery.quantity, order.purchase.unit) + ".");
    write_easy_line(main, "money", "It costs " + delivery.amount.for_people() + ".");
    write_easy_line(main, "no", "This money is not paid if it did not come.");
    return main << easy_read_close();
}

}  // namespace web
