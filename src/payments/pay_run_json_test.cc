#include "payments/pay_run_json.h"

#include <gtest/gtest.h>

#include "base/json.h"
#include "payments/example_run.h"

namespace payments::example {
namespace {

TEST(PayRunJson, says_money_as_text_and_why_something_stopped) {
    auto some = details();
    some.erase(some.begin());
    const PayRun run = make_run(request(), all_owed(), payees(), some, {}).value();
    const json::object form = to_json(run);
    EXPECT_EQ(form.at("total").as_string(), "229.34");
    EXPECT_EQ(form.at("stopped_total").as_string(), "150.25");
    EXPECT_EQ(form.at("status").as_string(), "prepared");
    EXPECT_FALSE(form.contains("released_by"));
    const json::object& first = form.at("payments").at(0).as_object();
    EXPECT_EQ(first.at("stopped").as_string(), "no_bank_details");
    EXPECT_EQ(first.at("amount").as_string(), "0.00");
    EXPECT_FALSE(first.contains("account"));
    const json::object& second = form.at("payments").at(1).as_object();
    EXPECT_EQ(second.at("account").at("sort_code").as_string(), "12-34-56");
    EXPECT_EQ(second.at("lines").at(0).at("about").as_string(), "del_3");
}

TEST(PayRunJson, says_who_released_it) {
    const json::object form = to_json(in_file());
    EXPECT_EQ(form.at("released_by").as_string(), ben.to_text());
    EXPECT_EQ(form.at("count").to_number<int>(), 3);
}

TEST(PayRunJson, says_what_the_page_says_first) {
    const json::object form = to_json(summarise(in_file(), nullptr, {}));
    EXPECT_EQ(form.at("new_payees").as_array().size(), 3U);
    EXPECT_EQ(form.at("streams").at("supporting_people").as_string(), "30.25");
}

}  // namespace
}  // namespace payments::example
