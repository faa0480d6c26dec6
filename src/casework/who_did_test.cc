#include "casework/who_did.h"

#include "casework/arrange_help.h"
#include "casework/buy_support.h"
#include "casework/finance_for_tests.h"

namespace casework {
namespace {

class WhoDid : public FinanceCouncil {
protected:
    PurchaseId placed_by(AccountId account) {
        market::Order order;
        order.quantity = 2;
        order.dates = {day("2006-05-08"), day("2006-05-15")};
        order.line = council_;
        Desk at = desk(account, "2006-05-08");
        const auto made = buy_support(at, ann_, offer_, order);
        EXPECT_EQ(code(made), "");
        return made.value_or(PurchaseId{});
    }
    AccountId helper(const std::set<people::Scope>& scopes) {
        HelpOffer jo;
        jo.name = "Jo Field";
        jo.kind = "family";
        jo.scopes = scopes;
        jo.from = day("2006-05-03");
        Desk ann = desk(ann_account_);
        EXPECT_EQ(code(invite_helper(ann, ann_, jo)), "");
        Desk again = desk(ann_account_);
        return helpers_of(again, ann_)->front().help.helper;
    }
};

TEST_F(WhoDid, an_order_placed_by_a_helper_names_the_helper_and_ones_own_does_not) {
    const AccountId jo = helper({people::Scope::see, people::Scope::order});
    const PurchaseId hers = placed_by(ann_account_);
    const PurchaseId his = placed_by(jo);
    Desk ann = desk(ann_account_, "2006-05-09");
    const auto deeds = deeds_about(ann, ann_, {hers.to_text(), his.to_text()}, "orders");
    ASSERT_EQ(code(deeds), "");
    ASSERT_EQ(deeds->size(), 2U);
    EXPECT_TRUE(deeds->at(0).is_own);
    EXPECT_FALSE(deeds->at(1).is_own);
    EXPECT_EQ(deeds->at(1).by, "Jo Field");
    EXPECT_EQ(deeds->at(1).words, "placed an order");
    EXPECT_EQ(deeds->at(1).on, day("2006-05-08"));
    // Nobody reads it who may not read the record.
    Desk provider = desk(provider_account_, "2006-05-09");
    EXPECT_TRUE(code(deeds_about(provider, ann_, {his.to_text()}, "orders"))
                    .starts_with("people.not_allowed"));
}

}  // namespace
}  // namespace casework
