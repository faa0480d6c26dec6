#include <gtest/gtest.h>

#include "ledger/entry.h"

namespace ledger {
namespace {

const PersonId ann{0, 1};
const PayeeId rosebank{0, 11};

Act act(const std::string& cause) {
    return {{}, Date::from_days(10), {}, cause, ann, "", {}};
}

Entry settled() {
    return *settle(act("settle:del_1"), rosebank,
                   {{"care", Money::pence(1000)}, {"home", Money::pence(300)}});
}

TEST(Reversal, mirrors_the_whole_entry) {
    const Entry original = settled();
    const Entry back = *reverse(act("reverse:1"), original);
    ASSERT_EQ(back.postings().size(), original.postings().size());
    for (std::size_t i = 0; i < back.postings().size(); ++i) {
        EXPECT_EQ(back.postings()[i].account, original.postings()[i].account);
        EXPECT_EQ(back.postings()[i].amount, -original.postings()[i].amount);
    }
    EXPECT_TRUE(check_reversal(back, original, {}).has_value());
}

TEST(Reversal, takes_back_parts_up_to_the_whole_and_not_a_penny_more) {
    const Entry original = settled();
    const Entry first = *reverse_part(act("reverse:1"), original, {{"care", Money::pence(400)}});
    const Entry second = *reverse_part(act("reverse:2"), original, {{"care", Money::pence(600)}});
    const Entry third = *reverse_part(act("reverse:3"), original, {{"care", Money::pence(1)}});
    EXPECT_TRUE(check_reversal(second, original, {first}).has_value());
    EXPECT_EQ(check_reversal(third, original, {first, second}).error().code,
              "ledger.reversed_too_much");
    EXPECT_EQ(reverse_part(act("x"), original, {{"care", Money::pence(1001)}}).error().code,
              "ledger.reversed_too_much");
    EXPECT_EQ(reverse_part(act("x"), original, {{"work", Money::pence(1)}}).error().code,
              "ledger.reversed_too_much");
    EXPECT_EQ(reverse_part(act("x"), original, {{"care", {}}}).error().code, "ledger.not_positive");
}

TEST(Reversal, is_never_itself_reversed) {
    const Entry original = settled();
    const Entry back = *reverse(act("reverse:1"), original);
    EXPECT_EQ(reverse(act("reverse:2"), back).error().code, "ledger.reverses_a_reversal");
    EXPECT_EQ(reverse_part(act("reverse:2"), back, {{"care", Money::pence(1)}}).error().code,
              "ledger.reverses_a_reversal");
}

TEST(Reversal, answers_only_the_entry_it_names) {
    const Entry original = settled();
    const Entry other = *settle(act("settle:del_2"), rosebank, {{"care", Money::pence(1000)}});
    const Entry back = *reverse(act("reverse:1"), other);
    EXPECT_EQ(check_reversal(back, original, {}).error().code, "ledger.reverses_another");
}

TEST(Reversal, cannot_move_what_no_entry_ever_moved) {
    EntryFacts facts;
    facts.kind = EntryKind::reversal;
    facts.cause = "x";
    facts.person = ann;
    facts.reverses = EntryId{1, 1};
    facts.postings = {{{AccountKind::owed, "care", ann, rosebank}, Money::pence(-5)},
                      {{AccountKind::available, "care", ann, {}}, Money::pence(5)}};
    EXPECT_EQ(Entry::make(facts).error().code, "ledger.move_not_allowed");
}

}  // namespace
}  // namespace ledger
