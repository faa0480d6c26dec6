// Finding support page by page and side by side, what a line costs before it is saved, and what a
// provider sees and changes.

#include <gtest/gtest.h>

#include "casework/buy_support.h"
#include "casework/make_plan.h"
#include "casework/offer_terms.h"
#include "casework/provider_offers.h"
#include "web/browser_for_tests.h"

namespace web {
namespace {

class MarketPages : public Browsing {
protected:
    void SetUp() override {
        Browsing::SetUp();
        ann_ = start(ann());
        own_ = account_of(ann_);
        home_ = "/people/" + ann_.to_text();
        casework::Desk admin = desk(admin_);
        market::Provider provider;
        provider.name = "Acorn Care";
        provider.sector = market::Sector::voluntary;
        provider.what_they_do = "Help at home";
        provider.places = {"Wendlebury", "Bicester"};
        provider.accepts = {market::Payer::council};
        const auto made = casework::make_provider(admin, provider, "Pat Acorn");
        ASSERT_TRUE(made.has_value());
        provider_ = made->provider;
        pat_ = store_->read([&](store::Snapshot& view) {
            for (const identity::Account& each : store::load_accounts(view)) {
                if (each.provider == provider_) {
                    return each.id;
                }
            }
            return AccountId{};
        });
        firm_ = "/providers/" + provider_.to_text();
    }
    OfferId offer(const std::string& what, std::int64_t pence) {
        casework::Desk pat = desk(pat_);
        market::Offer made;
        made.what = what;
        made.purpose = "personal_care";
        made.unit = market::Unit::visit;
        made.price = Money::pence(pence);
        made.from = casework::day("2006-04-01");
        made.cancellation = "The day before";
        const auto kept = casework::save_offer(pat, provider_, made);
        EXPECT_TRUE(kept.has_value()) << kept.error().message;
        return kept.value_or(OfferId{});
    }
    static std::size_t count(const Response& page, std::string_view words) {
        std::size_t found = 0;
        for (std::size_t at = page.body.find(words); at != std::string::npos;
             at = page.body.find(words, at + 1)) {
            ++found;
        }
        return found;
    }
    static std::vector<Field> day_of(const std::string& field, const std::string& day,
                                     const std::string& month) {
        return {{field + "-day", day}, {field + "-month", month}, {field + "-year", "2006"}};
    }

    PersonId ann_;
    AccountId own_;
    AccountId pat_;
    ProviderId provider_;
    std::string home_;
    std::string firm_;
};

TEST_F(MarketPages, every_offer_is_on_some_page_once_and_the_filters_stay) {
    for (int i = 1; i <= 23; ++i) {
        offer("Visit number " + std::to_string(i), 1000 + i);
    }
    sign_in(own_);
    const std::string search = home_ + "/support?place=Wendlebury&sector=voluntary";
    std::size_t shown = 0;
    std::string bodies;
    for (const std::string page : {"", "&page=2", "&page=3"}) {
        const Response response = get(search + page);
        ASSERT_EQ(response.status, 200);
        shown += count(response, "class=\"op-result\"");
        bodies += response.body;
        EXPECT_TRUE(says(response, "aria-label=\"Pages of offers\""));
    }
    EXPECT_EQ(shown, 23U);
    for (int i = 1; i <= 23; ++i) {
        const std::string name = "Visit number " + std::to_string(i) + ", Acorn Care</a>";
        EXPECT_NE(bodies.find(name), std::string::npos) << name;
    }
    const Response first = get(search);
    EXPECT_TRUE(says(first, "Offers 1 to 10 of 23."));
    EXPECT_TRUE(says(first, "place=Wendlebury&amp;sector=voluntary&amp;page=2"));
    EXPECT_FALSE(says(first, "Previous"));
    const Response last = get(search + "&page=3");
    EXPECT_TRUE(says(last, "Offers 21 to 23 of 23."));
    EXPECT_FALSE(says(last, "page=4"));
    // A page that is not there is the nearest that is.
    EXPECT_TRUE(says(get(search + "&page=99"), "Offers 21 to 23 of 23."));
    EXPECT_EQ(get(search + "&page=x").status, 422);
    EXPECT_EQ(get(search + "&offer=per_1").status, 422);
    EXPECT_TRUE(says(get(home_ + "/support?place=Nowhere"), "Nothing fits."));
}

TEST_F(MarketPages, two_to_four_offers_stand_side_by_side_with_what_a_week_costs) {
    std::string query;
    std::vector<OfferId> offers;
    for (int i = 1; i <= 5; ++i) {
        offers.push_back(offer("Visit number " + std::to_string(i), 1000 + i));
    }
    sign_in(own_);
    const std::string compare = home_ + "/support/compare?offer=" + offers[0].to_text();
    const Response one = get(compare);
    EXPECT_TRUE(says(one, "Tick at least two offers to compare"));
    EXPECT_TRUE(says(one, "href=\"#offer\""));
    EXPECT_TRUE(says(one, "id=\"offer\""));
    const Response two =
        get(compare + "&offer=" + offers[1].to_text() + "&times=3&place=Wendlebury");
    ASSERT_EQ(two.status, 200);
    EXPECT_TRUE(says(two, "Compare 2 offers"));
    EXPECT_TRUE(says(two, "£30.03 for 3 visits"));
    EXPECT_TRUE(says(two, "£30.06 for 3 visits"));
    EXPECT_TRUE(says(two, "Voluntary group"));
    EXPECT_TRUE(says(two, "They work in Wendlebury"));
    EXPECT_TRUE(says(two, "Look for another to compare"));
    EXPECT_FALSE(says(two, "Visit number 3"));
    const Response wrong = get(compare + "&offer=" + offers[1].to_text() + "&times=lots");
    EXPECT_TRUE(says(wrong, "href=\"#times\""));
    EXPECT_TRUE(says(wrong, "value=\"lots\""));
    std::string all = compare;
    for (int i = 1; i < 5; ++i) {
        all += "&offer=" + offers[static_cast<std::size_t>(i)].to_text();
    }
    EXPECT_TRUE(says(get(all), "Tick four offers or fewer to compare"));
    // What was ticked stays ticked on the search page, also when it is on another page of it.
    const Response back = get(home_ + "/support?wanted=number+5&offer=" + offers[0].to_text());
    EXPECT_TRUE(says(back, offers[0].to_text()));
}

// The word "Error:" stood alone above the offers, though nothing was wrong.
TEST_F(MarketPages, a_search_shows_no_error_when_nothing_is_wrong) {
    offer("Visit", 1000);
    sign_in(own_);
    const Response page = get(home_ + "/support");
    EXPECT_TRUE(says(page, "Offers 1 to 1 of 1."));
    EXPECT_FALSE(says(page, "govuk-error-message"));
}

TEST_F(MarketPages, a_line_tells_its_cost_before_it_is_saved_and_saves_nothing) {
    const OfferId visit = offer("A visit of one hour", 1250);
    agreed(ann_, "adult_social_care", Money::pence(5000));
    casework::Desk hers = desk(own_);
    const auto plan = casework::start_plan(
        hers, ann_, {casework::day("2006-05-08"), casework::day("2006-10-23")});
    ASSERT_TRUE(plan.has_value());
    sign_in(own_);
    const std::string path = home_ + "/plan/" + plan->to_text() + "/lines/new";
    const auto line = [&](const std::string& times, const std::string& act) {
        std::vector<Field> fields = {
            {"what", ""},      {"offer", visit.to_text()},     {"times", times},
            {"every", "week"}, {"holding", "council_managed"}, {"act", act}};
        for (const std::vector<Field>& part :
             {day_of("from", "8", "5"), day_of("until", "22", "10")}) {
            fields.insert(fields.end(), part.begin(), part.end());
        }
        return fields;
    };
    const Response page = get(path);
    EXPECT_TRUE(says(page, "role=\"status\""));
    const Response cost = fill_in(path, path, line("3", "cost"));
    ASSERT_EQ(cost.status, 200);
    // 24 weeks of 3 visits at 12.50 is 900.00, of 24 weeks of 50.00.
    EXPECT_TRUE(says(cost,
                     "This costs £900.00 from 8 May 2006 to 22 October 2006, £37.50 a week. "
                     "Who pays: Adult social care £900.00. Nothing is saved yet."));
    EXPECT_TRUE(says(cost, "£900.00 of £1,200.00"));
    EXPECT_TRUE(says(cost, "value=\"3\""));
    EXPECT_EQ(casework::cost_plan(hers, ann_, *plan)->plan.lines.size(), 0U);
    // Too much: by how much, and two ways out.
    const Response much = fill_in(path, path, line("5", "cost"));
    EXPECT_TRUE(says(much, "£300.00 is not covered by any fund."));
    const Response half = fill_in(path, path, line("", "cost"));
    EXPECT_TRUE(says(half, "To see the cost: Enter how many, like 4."));
    EXPECT_TRUE(says(half, "href=\"#times\""));
    EXPECT_EQ(location(fill_in(path, path, line("3", ""))), home_ + "/plan/" + plan->to_text());
    EXPECT_EQ(casework::cost_plan(hers, ann_, *plan)->plan.cost(), Money::pence(90000));
}

TEST_F(MarketPages, a_provider_changes_a_price_from_a_day_on_and_ends_an_offer) {
    const OfferId visit = offer("A visit of one hour", 1250);
    sign_in(pat_);
    const std::string price = firm_ + "/offers/" + visit.to_text() + "/price";
    EXPECT_TRUE(says(get(firm_ + "/offers"), "Change the price"));
    std::vector<Field> past = day_of("from", "2", "5");
    past.push_back({"price", "14.00"});
    const Response refused = fill_in(price, price, past);
    EXPECT_TRUE(says(refused, "A price cannot change for days that have passed."));
    EXPECT_TRUE(says(refused, "value=\"14.00\""));
    std::vector<Field> june = day_of("from", "1", "6");
    june.push_back({"price", "14.00"});
    EXPECT_EQ(location(fill_in(price, price, june)), firm_ + "/offers");
    EXPECT_TRUE(says(get(firm_ + "/offers"), "£12.50 a visit; from 1 June 2006 £14.00 a visit"));
    const std::string end = firm_ + "/offers/" + visit.to_text() + "/end";
    EXPECT_TRUE(says(get(end), "0 orders not finished"));
    EXPECT_EQ(location(fill_in(end, end, day_of("until", "3", "5"))), firm_ + "/offers");
    EXPECT_TRUE(says(get(firm_ + "/offers"), "Ended on 3 May 2006"));
    sign_in(own_);
    EXPECT_TRUE(says(get(home_ + "/support"), "Nothing fits."));
    EXPECT_EQ(get(price).status, 403);
    EXPECT_EQ(get(firm_ + "/payments").status, 403);
}

TEST_F(MarketPages, a_provider_writes_the_words_of_an_offer_anew) {
    const OfferId visit = offer("A visit of one hour", 1250);
    const std::string words = firm_ + "/offers/" + visit.to_text() + "/words";
    sign_in(pat_);
    EXPECT_TRUE(says(get(firm_ + "/offers"), words));
    EXPECT_TRUE(says(get(words), "A visit of one hour"));
    EXPECT_TRUE(says(fill_in(words, words, {{"what", ""}, {"cancellation", "Never"}}),
                     "Enter what you offer"));
    EXPECT_TRUE(says(fill_in(words, words,
                             {{"what", "A visit of one hour"}, {"cancellation", "The day before"}}),
                     "These are the words it has already"));
    ASSERT_EQ(location(fill_in(words, words,
                               {{"what", "A visit, also on Sundays"},
                                {"included", "Travel"},
                                {"cancellation", "Until noon"},
                                {"places", "Stoke\nMerton"},
                                {"languages", "Polish"}})),
              firm_ + "/offers");
    const Response again = get(words);
    EXPECT_TRUE(says(again, "Until 3 May 2006, changed by Pat Acorn"));
    EXPECT_TRUE(says(again, "Stoke\nMerton"));
    sign_in(own_);
    const Response shown = get(home_ + "/support/" + visit.to_text());
    EXPECT_TRUE(says(shown, "What is included"));
    EXPECT_TRUE(says(shown, "Stoke, Merton"));
    EXPECT_TRUE(says(shown, "Polish"));
    EXPECT_TRUE(says(shown, "Last changed on 3 May 2006"));
    EXPECT_EQ(get(words).status, 403);
}

TEST_F(MarketPages, a_provider_is_told_that_nothing_was_paid_yet) {
    sign_in(pat_);
    const Response page = get(firm_ + "/payments");
    EXPECT_EQ(page.status, 200);
    EXPECT_TRUE(says(page, "You were paid £0.00"));
    EXPECT_TRUE(says(page, "Nothing was paid yet."));
    EXPECT_EQ(get(firm_ + "/orders/" + PurchaseId{1, 2}.to_text()).status, 404);
}

}  // namespace
}  // namespace web
