// Every act of casework has words of its own on the page "Who can see this": no code is shown raw.

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <regex>
#include <set>
#include <sstream>

#include "casework/change_budget.h"
#include "casework/council_for_tests.h"
#include "casework/who_can_see.h"

namespace casework {
namespace {

std::set<std::string> acts_in(const std::string& source) {
    static const std::regex forms[] = {
        std::regex(R"re(\{\s*"([a-z_]+)",\s*(?:people::)?Action::)re"),
        std::regex(R"re(\.name = "([a-z_]+)")re")};
    std::set<std::string> acts;
    for (const std::regex& form : forms) {
        for (std::sregex_iterator at(source.begin(), source.end(), form), end; at != end; ++at) {
            acts.insert((*at)[1]);
        }
    }
    return acts;
}

TEST(ActWords, every_act_is_told_in_words) {
    std::size_t seen = 0;
    const auto folder = std::filesystem::path(ONEPURSE_SOURCE_DIR) / "src" / "casework";
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        const std::string name = entry.path().filename().string();
        if (!name.ends_with(".cc") || name.ends_with("_test.cc")) {
            continue;
        }
        std::ifstream in(entry.path());
        std::stringstream text;
        text << in.rdbuf();
        for (const std::string& act : acts_in(text.str())) {
            ++seen;
            std::string raw = act;
            std::replace(raw.begin(), raw.end(), '_', ' ');
            EXPECT_NE(act_in_words(act), raw) << "give \"" << act << "\" words in who_can_see.cc";
        }
    }
    EXPECT_GT(seen, 60U);
}

class ActsOfOthers : public Council {};

TEST_F(ActsOfOthers, are_told_once_and_not_twice) {
    const PersonId who = start(ann());
    budget::ContributionTerm term;
    term.from = day("2006-05-01");
    term.weekly = Money::pence(600);
    Desk worker = desk(worker_);
    ASSERT_TRUE(set_contribution(worker, who, "adult_social_care", term, "As the rules ask."));
    Desk own = desk(account_of(who));
    const auto seen = who_can_see(own, who);
    ASSERT_TRUE(seen.has_value());
    ASSERT_FALSE(seen->acts.empty());
    EXPECT_EQ(seen->acts.front().what, "wrote down what you pay towards your support");
    EXPECT_EQ(seen->acts.front().detail, "");
}

}  // namespace
}  // namespace casework
