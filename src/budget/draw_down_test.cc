#include "budget/draw_down.h"

#include <gtest/gtest.h>

namespace budget {
namespace {

const Period year{*Date::make(2006, 4, 1), *Date::make(2007, 4, 1)};

StreamRule stream(const StreamId& id, int rank, std::vector<std::string> purposes,
                  std::int64_t pence) {
    StreamRule made;
    made.id = id;
    made.name = id;
    made.restriction_rank = rank;
    made.purposes = std::move(purposes);
    made.available = Money::pence(pence);
    return made;
}

Need need(const std::string& key, const std::string& purpose, std::int64_t pence) {
    Need made;
    made.key = key;
    made.what = key;
    made.purpose = purpose;
    made.dates = year;
    made.amount = Money::pence(pence);
    return made;
}

using Portions = std::vector<ledger::Portion>;

TEST(DrawDown, takes_the_most_restricted_first) {
    const DrawDown made =
        *draw_down({stream("care", 3, {"help", "meals"}, 1000), stream("home", 1, {"help"}, 300)},
                   {need("a", "help", 500)});
    EXPECT_TRUE(made.is_funded());
    EXPECT_EQ(made.needs[0].portions,
              (Portions{{"home", Money::pence(300)}, {"care", Money::pence(200)}}));
}

TEST(DrawDown, leaves_a_restricted_stream_to_the_line_that_needs_it) {
    // Only home may pay for rent help, so the earlier line must leave it alone.
    const DrawDown made =
        *draw_down({stream("care", 2, {"help"}, 500), stream("home", 1, {"help", "rent"}, 300)},
                   {need("a", "help", 500), need("b", "rent", 300)});
    EXPECT_TRUE(made.is_funded());
    EXPECT_EQ(made.needs[0].portions, (Portions{{"care", Money::pence(500)}}));
    EXPECT_EQ(made.needs[1].portions, (Portions{{"home", Money::pence(300)}}));
}

TEST(DrawDown, names_the_line_the_sum_and_every_rule) {
    StreamRule undecided = stream("work", 1, {"help"}, 0);
    undecided.is_decided = false;
    StreamRule capital = stream("adaptations", 2, {"help"}, 9999);
    capital.pays_revenue = false;
    capital.pays_capital = true;
    StreamRule no_cash = stream("equipment", 3, {"help"}, 9999);
    no_cash.cash_allowed = false;
    StreamRule ended = stream("transport", 4, {"help"}, 9999);
    ended.until = *Date::make(2006, 9, 1);
    const StreamRule other = stream("home", 5, {"rent"}, 9999);
    const StreamRule small = stream("care", 6, {"help"}, 100);
    Need cash = need("a", "help", 250);
    cash.is_cash = true;
    const DrawDown made = *draw_down({undecided, capital, no_cash, ended, other, small}, {cash});
    ASSERT_EQ(made.shortfalls.size(), 1U);
    EXPECT_EQ(made.shortfalls[0].key, "a");
    EXPECT_EQ(made.shortfalls[0].missing, Money::pence(150));
    std::vector<Obstacle> why;
    for (const StreamObstacle& one : made.shortfalls[0].why) {
        why.push_back(one.obstacle);
        EXPECT_FALSE(one.words.empty());
    }
    EXPECT_EQ(why, (std::vector<Obstacle>{Obstacle::not_decided, Obstacle::wrong_spending,
                                          Obstacle::no_cash, Obstacle::outside_dates,
                                          Obstacle::wrong_purpose, Obstacle::used_up}));
    const auto refused =
        draw_down_in_full({undecided, capital, no_cash, ended, other, small}, {cash});
    ASSERT_FALSE(refused.has_value());
    EXPECT_EQ(refused.error().code, "budget.not_enough");
    EXPECT_EQ(refused.error().place, "a");
    // What happened, why, what to do: three sentences, however many funds there are.
    EXPECT_EQ(refused.error().message,
              "\"a\" is £1.50 short. care has nothing more left. Choose less, another way of "
              "holding it, or ask for a review.");
    const auto forbidden = draw_down_in_full({capital, other}, {cash});
    ASSERT_FALSE(forbidden.has_value());
    EXPECT_NE(forbidden.error().message.find("No fund may pay for this."), std::string::npos);
}

TEST(DrawDown, opens_a_stream_only_when_another_puts_in_its_minimum) {
    StreamRule fund = stream("fund", 1, {"care"}, 5000);
    fund.minimum_from = "council";
    fund.minimum = Money::pence(2000);
    const std::vector<StreamRule> streams = {fund, stream("council", 5, {"care"}, 3000)};
    // Enough for both: the council puts in exactly its minimum, the fund the rest.
    EXPECT_EQ(draw_down(streams, {need("a", "care", 6000)})->needs[0].portions,
              (Portions{{"fund", Money::pence(4000)}, {"council", Money::pence(2000)}}));
    // Too small a line to reach the minimum: the fund stays shut, the council pays.
    EXPECT_EQ(draw_down(streams, {need("a", "care", 1500)})->needs[0].portions,
              (Portions{{"council", Money::pence(1500)}}));
    // What the council put in before counts.
    std::vector<StreamRule> later = streams;
    later[1].already_put_in = Money::pence(2000);
    EXPECT_EQ(draw_down(later, {need("a", "care", 1500)})->needs[0].portions,
              (Portions{{"fund", Money::pence(1500)}}));
    // The council cannot reach it: the shortfall names the rule.
    std::vector<StreamRule> poor = streams;
    poor[1].available = Money::pence(1999);
    const DrawDown made = *draw_down(poor, {need("a", "care", 4000)});
    ASSERT_EQ(made.shortfalls.size(), 1U);
    EXPECT_EQ(made.shortfalls[0].missing, Money::pence(2001));
    EXPECT_EQ(made.shortfalls[0].why[0].obstacle, Obstacle::minimum_not_met);
    EXPECT_NE(made.shortfalls[0].why[0].words.find("£20.00"), std::string::npos);
}

TEST(DrawDown, keeps_a_stream_shut_that_waits_for_one_that_does_not_exist) {
    StreamRule fund = stream("fund", 1, {"care"}, 5000);
    fund.minimum_from = "closed";
    fund.minimum = Money::pence(1);
    const DrawDown made =
        *draw_down({fund, stream("council", 5, {"care"}, 300)}, {need("a", "care", 400)});
    EXPECT_EQ(made.needs[0].portions, (Portions{{"council", Money::pence(300)}}));
    EXPECT_EQ(made.shortfalls[0].why[0].obstacle, Obstacle::minimum_not_met);
}

TEST(DrawDown, funds_earlier_needs_first_when_there_is_too_little) {
    const DrawDown made = *draw_down({stream("care", 1, {"help"}, 700)},
                                     {need("a", "help", 500), need("b", "help", 500)});
    ASSERT_EQ(made.shortfalls.size(), 1U);
    EXPECT_EQ(made.shortfalls[0].key, "b");
    EXPECT_EQ(made.shortfalls[0].missing, Money::pence(300));
}

TEST(DrawDown, does_not_depend_on_the_order_in_which_streams_are_given) {
    const std::vector<StreamRule> there = {stream("b", 1, {"help"}, 300),
                                           stream("a", 1, {"help"}, 300),
                                           stream("c", 1, {"help"}, 300)};
    const std::vector<StreamRule> back(there.rbegin(), there.rend());
    const std::vector<Need> needs = {need("x", "help", 400), need("y", "help", 400)};
    EXPECT_EQ(draw_down(there, needs)->needs, draw_down(back, needs)->needs);
    EXPECT_EQ(draw_down(there, needs)->needs[0].portions,
              (Portions{{"a", Money::pence(300)}, {"b", Money::pence(100)}}));
}

TEST(DrawDown, refuses_in_the_order_of_its_checks) {
    const StreamRule care = stream("care", 1, {"help"}, 100);
    StreamRule unranked = stream("home", 0, {"help"}, 100);
    const auto code = [](const std::vector<StreamRule>& streams, const std::vector<Need>& needs) {
        return draw_down(streams, needs).error().code;
    };
    EXPECT_EQ(code({care, care, unranked}, {need("a", "help", 0)}), "budget.stream_twice");
    EXPECT_EQ(code({unranked}, {need("a", "help", 0)}), "budget.rank_out_of_range");
    std::vector<StreamRule> many = {care};
    for (int count = 0; count < 11; ++count) {
        many.push_back(stream("s" + std::to_string(count), 1, {}, 0));
        many.back().minimum_from = "care";
    }
    EXPECT_EQ(code(many, {need("a", "help", 0)}), "budget.too_many_thresholds");
    EXPECT_EQ(code({care}, {need("a", "help", 0)}), "budget.need_not_positive");
    EXPECT_EQ(code({care}, {need("a", "help", 10'000'000'000'000), need("b", "help", 1)}),
              "budget.need_too_large");
}

TEST(DrawDown, names_every_obstacle_once) {
    EXPECT_EQ(to_text(Obstacle::not_decided), "not_decided");
    EXPECT_EQ(to_text(Obstacle::used_up), "used_up");
}

}  // namespace
}  // namespace budget
