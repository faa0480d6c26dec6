#include "ledger/entry.h"

#include <gtest/gtest.h>

#include <array>
#include <set>

namespace ledger {
namespace {

const PersonId ann{0, 1};
const PersonId ben{0, 2};
const PayeeId rosebank{0, 11};
const PayeeId kestrel{0, 12};

Money pounds(std::int64_t count) {
    return Money::pence(count * 100);
}

Account at(AccountKind kind, const StreamId& stream, const PersonId& person = ann,
           const PayeeId& payee = {}) {
    return Account{kind, stream, person, payee};
}

// Care money of a year; the facts of these tests count from a day long before any.
Account of(std::int64_t year, AccountKind kind, const PersonId& person) {
    return Account{kind, "care", person, {}, {year}};
}

EntryFacts facts(EntryKind kind, std::vector<Posting> postings) {
    EntryFacts made;
    made.kind = kind;
    made.cause = "test:1";
    made.person = ann;
    made.postings = std::move(postings);
    return made;
}

using enum AccountKind;

const Account care_available = at(available, "care");
const Account care_held = at(held, "care");
const Account care_pool{pool, "care", {}, {}};

struct Refusal {
    const char* code;
    EntryFacts facts;
};

// One row for each refusal, in the order in which the code checks. Every row would also be refused
// by something later in the list, so that the order is tested too.
std::vector<Refusal> refusals() {
    EntryFacts no_cause = facts(EntryKind::hold, {});
    no_cause.cause.clear();
    return {
        {"ledger.no_cause", no_cause},
        {"ledger.one_sided", facts(EntryKind::hold, {{care_available, {}}})},
        {"ledger.zero", facts(EntryKind::hold, {{at(available, ""), {}}, {care_held, pounds(1)}})},
        {"ledger.account_malformed",
         facts(EntryKind::hold, {{at(available, ""), pounds(1)}, {at(available, ""), pounds(1)}})},
        {"ledger.account_repeated",
         facts(EntryKind::hold, {{care_held, pounds(1)}, {care_held, pounds(1)}})},
        {"ledger.unbalanced",
         facts(EntryKind::hold, {{care_available, -pounds(2)}, {at(held, "home"), pounds(1)}})},
        {"ledger.stream_mixed", facts(EntryKind::hold, {{at(available, "care", ben), -pounds(2)},
                                                        {at(held, "home"), pounds(2)}})},
        {"ledger.year_mixed", facts(EntryKind::hold, {{of(2006, available, ben), -pounds(2)},
                                                      {of(2007, held, ann), pounds(2)}})},
        {"ledger.before_its_year", facts(EntryKind::hold, {{of(2006, available, ben), -pounds(2)},
                                                           {of(2006, held, ann), pounds(2)}})},
        {"ledger.person_mixed",
         facts(EntryKind::hold, {{at(available, "care", ben), pounds(1)},
                                 {at(owed, "care", ann, rosebank), -pounds(2)},
                                 {at(owed, "care", ann, kestrel), pounds(1)}})},
        {"ledger.payee_mixed",
         facts(EntryKind::reversal, {{at(owed, "care", ann, rosebank), -pounds(1)},
                                     {at(clearing, "care", ann, kestrel), pounds(1)}})},
        {"ledger.reverses_nothing",
         facts(EntryKind::reversal, {{care_available, -pounds(1)}, {care_pool, pounds(1)}})},
        {"ledger.move_not_allowed",
         facts(EntryKind::hold, {{care_held, -pounds(1)}, {care_available, pounds(1)}})},
    };
}

TEST(Entry, refuses_in_the_order_of_its_checks) {
    for (const Refusal& row : refusals()) {
        const Result<Entry> made = Entry::make(row.facts);
        ASSERT_FALSE(made.has_value()) << row.code;
        EXPECT_EQ(made.error().code, row.code);
    }
}

TEST(Entry, refuses_postings_that_do_not_sum_to_zero) {
    EntryFacts wrong =
        facts(EntryKind::hold, {{care_available, -pounds(10)}, {care_held, Money::pence(999)}});
    EXPECT_EQ(Entry::make(wrong).error().code, "ledger.unbalanced");
    wrong.postings[1].amount = pounds(10);
    EXPECT_TRUE(Entry::make(wrong).has_value());
}

TEST(Entry, lets_every_kind_make_its_one_move_and_no_other) {
    const std::array<AccountKind, 12> places = {
        funder,         pool,  available, held,         owed,        clearing,
        paid_to_holder, spent, own_money, contribution, charge_paid, AccountKind::top_up};
    std::set<std::string> allowed;
    for (const AccountKind from : places) {
        for (const AccountKind to : places) {
            for (int kind = 0; kind < static_cast<int>(EntryKind::reversal); ++kind) {
                const auto has_person = [](AccountKind k) { return k != funder && k != pool; };
                const auto has_payee = [](AccountKind k) {
                    return k == owed || k == clearing || k == paid_to_holder || k == spent;
                };
                for (const char* stream : {"care", ""}) {
                    const auto account = [&](AccountKind k) {
                        return Account{k, stream, has_person(k) ? ann : PersonId{},
                                       has_payee(k) ? rosebank : PayeeId{}};
                    };
                    const Result<Entry> made =
                        Entry::make(facts(static_cast<EntryKind>(kind),
                                          {{account(from), -pounds(1)}, {account(to), pounds(1)}}));
                    if (made) {
                        allowed.insert(std::string(to_text(made->kind())) + " " +
                                       std::string(to_text(from)) + " " + std::string(to_text(to)) +
                                       " " + stream);
                    }
                }
            }
        }
    }
    const std::set<std::string> expected = {
        "cash_limit funder pool care",
        "cash_limit_cut pool funder care",
        "award pool available care",
        "award_cut available pool care",
        "hold available held care",
        "release held available care",
        "settle held owed care",
        "unsettle owed held care",
        "instruct owed clearing care",
        "bank_reject clearing owed care",
        "clear clearing spent care",
        "clear_to_holder clearing paid_to_holder care",
        "report paid_to_holder spent care",
        "unreport spent paid_to_holder care",
        "recover paid_to_holder pool care",
        "bring_back paid_to_holder available care",
        "net_contribution held pool care",
        "net_contribution_undone pool held care",
        "contribution_paid own_money contribution ",
        "contribution_received own_money charge_paid ",
        "contribution_spent contribution spent ",
        "contribution_refunded contribution own_money ",
        "top_up own_money top_up ",
        "top_up_spent top_up spent ",
        "top_up_refunded top_up own_money ",
    };
    EXPECT_EQ(allowed, expected);
}

TEST(Entry, splits_one_act_over_streams_and_leaves_out_nought) {
    const Act act{{}, Date::from_days(1), {}, "hold:pur_1", ann, "pur_1", {}};
    const Result<Entry> made =
        hold(act, {{"care", pounds(3)}, {"home", {}}, {"work", Money::pence(5)}});
    ASSERT_TRUE(made.has_value());
    EXPECT_EQ(made->postings().size(), 4U);
    EXPECT_EQ(made->amount(), Money::pence(305));
}

TEST(Entry, makers_refuse_nought_and_less) {
    const Act act{{}, Date::from_days(1), {}, "x", ann, "", {}};
    EXPECT_EQ(hold(act, {}).error().code, "ledger.not_positive");
    EXPECT_EQ(hold(act, {{"care", {}}}).error().code, "ledger.not_positive");
    EXPECT_EQ(hold(act, {{"care", pounds(2)}, {"home", -pounds(1)}}).error().code,
              "ledger.not_positive");
}

TEST(Entry, has_one_id_for_one_cause) {
    const Act act{{}, Date::from_days(1), {}, "award:dec_1", ann, "", {}};
    EXPECT_EQ(award(act, "care", pounds(1))->id(), award(act, "care", pounds(2))->id());
    Act other = act;
    other.cause = "award:dec_2";
    EXPECT_NE(award(act, "care", pounds(1))->id(), award(other, "care", pounds(1))->id());
    other.id = EntryId{7, 7};
    EXPECT_EQ(award(other, "care", pounds(1))->id(), (EntryId{7, 7}));
}

TEST(Entry, reads_back_the_text_of_every_kind) {
    for (int kind = 0; kind <= static_cast<int>(EntryKind::reversal); ++kind) {
        const auto value = static_cast<EntryKind>(kind);
        EXPECT_EQ(entry_kind_from_text(to_text(value)), value);
        EXPECT_FALSE(words(value).empty());
    }
    for (int kind = 0; kind <= static_cast<int>(AccountKind::top_up); ++kind) {
        const auto value = static_cast<AccountKind>(kind);
        EXPECT_EQ(account_kind_from_text(to_text(value)), value);
        EXPECT_FALSE(words(value).empty());
    }
    EXPECT_FALSE(entry_kind_from_text("gift").has_value());
    EXPECT_FALSE(account_kind_from_text("").has_value());
}

}  // namespace
}  // namespace ledger
