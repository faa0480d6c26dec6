#include "market/purchase.h"

#include <gtest/gtest.h>

#include <set>

#include "market/delivery.h"

namespace market {
namespace {

Date may(unsigned day) {
    return *Date::make(2006, 5, day);
}

Offer offer() {
    Offer made;
    made.id = OfferId{0, 1};
    made.provider = ProviderId{0, 2};
    made.what = "Help with washing";
    made.purpose = "personal_care";
    made.price = Money::pence(1250);
    made.from = may(1);
    made.until = may(31);
    return made;
}

Order order_of(std::int64_t quantity) {
    return {PurchaseId{0, 5}, PersonId{0, 6}, quantity, {may(3), may(10)}, {}, ""};
}

Purchase accepted() {
    Purchase purchase = *order(offer(), order_of(4), may(2));
    purchase = *become(purchase, PurchaseStatus::placed);
    return *become(purchase, PurchaseStatus::accepted);
}

TEST(Order, fixes_the_price_of_its_day) {
    const Purchase purchase = *order(offer(), order_of(4), may(2));
    EXPECT_EQ(purchase.amount(), Money::pence(5000));
    EXPECT_EQ(purchase.price_of(3), Money::pence(3750));
    EXPECT_EQ(purchase.status, PurchaseStatus::draft);
    EXPECT_EQ(purchase.placed_on, may(2));
}

TEST(Order, refuses_in_the_order_of_its_checks) {
    Order no_dates = order_of(1);
    no_dates.dates.until = no_dates.dates.from;
    Order outside = order_of(1);
    outside.dates.until = *Date::make(2006, 6, 2);
    EXPECT_EQ(order(offer(), order_of(0), may(31)).error().code, "market.offer_not_open");
    EXPECT_EQ(order(offer(), order_of(0), may(2)).error().code, "market.quantity_not_positive");
    EXPECT_EQ(order(offer(), order_of(-1), may(2)).error().code, "market.quantity_not_positive");
    EXPECT_EQ(order(offer(), order_of(100'001), may(2)).error().code, "market.quantity_too_large");
    EXPECT_EQ(order(offer(), no_dates, may(2)).error().code, "market.no_dates");
    EXPECT_EQ(order(offer(), outside, may(2)).error().code, "market.dates_outside_offer");
}

// The whole table of moves, written a second time by hand: a move added or lost shows here.
TEST(Purchase, makes_only_the_moves_of_its_table) {
    using enum PurchaseStatus;
    const std::set<std::pair<PurchaseStatus, PurchaseStatus>> expected = {
        {draft, placed},          {draft, cancelled},          {placed, accepted},
        {placed, declined},       {placed, cancelled},         {accepted, part_delivered},
        {accepted, delivered},    {accepted, closed},          {accepted, cancelled},
        {part_delivered, closed}, {part_delivered, delivered}, {part_delivered, accepted},
        {delivered, closed},      {delivered, part_delivered}, {delivered, accepted}};
    for (int from = 0; from < 8; ++from) {
        for (int to = 0; to < 8; ++to) {
            const auto a = static_cast<PurchaseStatus>(from);
            const auto b = static_cast<PurchaseStatus>(to);
            EXPECT_EQ(may_become(a, b), expected.contains({a, b})) << to_text(a) << to_text(b);
        }
        EXPECT_EQ(purchase_status_from_text(to_text(static_cast<PurchaseStatus>(from))),
                  static_cast<PurchaseStatus>(from));
    }
    EXPECT_EQ(become(*order(offer(), order_of(1), may(2)), closed).error().code,
              "market.status_not_allowed");
}

TEST(Delivery, refuses_in_the_order_of_its_checks) {
    const Purchase purchase = accepted();
    const Purchase draft = *order(offer(), order_of(4), may(2));
    const auto code = [](const Purchase& of, std::int64_t quantity, Date day, Date on) {
        return report_delivery(of, {}, {DeliveryId{0, 1}, day, quantity, ""}, on).error().code;
    };
    EXPECT_EQ(code(draft, 0, may(20), may(1)), "market.order_not_accepted");
    EXPECT_EQ(code(purchase, 0, may(20), may(1)), "market.quantity_not_positive");
    EXPECT_EQ(code(purchase, 5, may(20), may(1)), "market.more_than_ordered");
    EXPECT_EQ(code(purchase, 4, may(20), may(1)), "market.delivery_outside_dates");
    EXPECT_EQ(code(purchase, 4, may(4), may(3)), "market.delivery_in_future");
}

TEST(Delivery, never_reports_more_than_was_ordered_and_frees_what_was_refused) {
    const Purchase purchase = accepted();
    std::vector<Delivery> so_far = {
        *report_delivery(purchase, {}, {DeliveryId{0, 1}, may(4), 3, ""}, may(4))};
    EXPECT_EQ(so_far[0].amount, Money::pence(3750));
    EXPECT_EQ(
        report_delivery(purchase, so_far, {DeliveryId{0, 2}, may(5), 2, ""}, may(5)).error().code,
        "market.more_than_ordered");
    so_far[0] = *become(so_far[0], DeliveryStatus::refused);
    EXPECT_TRUE(
        report_delivery(purchase, so_far, {DeliveryId{0, 2}, may(5), 4, ""}, may(5)).has_value());
}

TEST(Delivery, moves_the_order_as_it_is_confirmed_and_corrected) {
    const Purchase purchase = accepted();
    std::vector<Delivery> all = {
        *report_delivery(purchase, {}, {DeliveryId{0, 1}, may(4), 3, ""}, may(4))};
    EXPECT_EQ(status_after(purchase, all), PurchaseStatus::accepted);
    all[0] = *become(all[0], DeliveryStatus::confirmed);
    EXPECT_EQ(status_after(purchase, all), PurchaseStatus::part_delivered);
    all.push_back(*report_delivery(purchase, all, {DeliveryId{0, 2}, may(5), 1, ""}, may(5)));
    all[1] = *become(*become(all[1], DeliveryStatus::disputed), DeliveryStatus::confirmed);
    EXPECT_EQ(status_after(purchase, all), PurchaseStatus::delivered);
    all[0] = *become(all[0], DeliveryStatus::corrected);
    EXPECT_EQ(status_after(purchase, all), PurchaseStatus::part_delivered);
    EXPECT_EQ(status_after(*become(purchase, PurchaseStatus::cancelled), all),
              PurchaseStatus::cancelled);
}

TEST(Delivery, makes_only_the_moves_of_its_table) {
    using enum DeliveryStatus;
    const std::set<std::pair<DeliveryStatus, DeliveryStatus>> expected = {
        {reported, confirmed}, {reported, refused}, {reported, disputed},  {reported, withdrawn},
        {disputed, confirmed}, {disputed, refused}, {disputed, withdrawn}, {confirmed, corrected}};
    for (int from = 0; from < 6; ++from) {
        for (int to = 0; to < 6; ++to) {
            const auto a = static_cast<DeliveryStatus>(from);
            const auto b = static_cast<DeliveryStatus>(to);
            EXPECT_EQ(may_become(a, b), expected.contains({a, b})) << to_text(a) << to_text(b);
        }
        EXPECT_EQ(delivery_status_from_text(to_text(static_cast<DeliveryStatus>(from))),
                  static_cast<DeliveryStatus>(from));
    }
}

TEST(Delivery, reminds_the_person_then_the_worker_and_nobody_once_answered) {
    Delivery delivery = *report_delivery(accepted(), {}, {DeliveryId{0, 1}, may(4), 1, ""}, may(4));
    const AnswerTimes times{7, 14};
    EXPECT_EQ(reminder_due(delivery, times, may(10)), Reminder::none);
    EXPECT_EQ(reminder_due(delivery, times, may(11)), Reminder::person);
    EXPECT_EQ(reminder_due(delivery, times, may(17)), Reminder::person);
    EXPECT_EQ(reminder_due(delivery, times, may(18)), Reminder::worker);
    delivery = *become(delivery, DeliveryStatus::disputed);
    EXPECT_EQ(reminder_due(delivery, times, may(30)), Reminder::none);
}

}  // namespace
}  // namespace market
