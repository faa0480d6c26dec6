#pragma once
// A council that works on its rules: a small package without a fault in its book, somebody who
// writes rules and two who publish them, and a clock that goes on a second with every desk. Only
// tests include it.

#include <memory>
#include <string>

#include "casework/change_rules.h"
#include "casework/council_for_tests.h"
#include "casework/install_rules.h"
#include "casework/see_rules.h"
#include "policy/small_packages.h"

namespace casework {

// Puts `to` wherever a file says `from`; it says so at least once.
inline void replace_in(policy::Files& files, const std::string& file, const std::string& from,
                       const std::string& to) {
    std::string& bytes = files.at(file);
    std::size_t at = bytes.find(from);
    ASSERT_NE(at, std::string::npos) << from;
    for (; at != std::string::npos; at = bytes.find(from, at + to.size())) {
        bytes.replace(at, from.size(), to);
    }
}

// The meals of a town, so that they can be published: every decision names its law, every rule is
// reached by a case, and the sum says what it counts. Five meals are 21.25 a week from April 2010
// and 22.50 from April 2011.
inline policy::Files meals_to_publish() {
    policy::Files files = policy::testing::meals();
    replace_in(files, "food.dmn", "id=\"d\"", "xmlns:onepurse=\"urn:onepurse:package\" id=\"d\"");
    replace_in(files, "food.dmn", "</definitions>",
               "<knowledgeSource id=\"law\" name=\"The town's order of 2010\"/></definitions>");
    const std::string authority =
        "<authorityRequirement><requiredAuthority href=\"#law\"/></authorityRequirement>";
    replace_in(files, "food.dmn", "<decisionTable", authority + "<decisionTable");
    replace_in(files, "food.dmn", "<literalExpression", authority + "<literalExpression");
    replace_in(files, "food.dmn", "name=\"meals_weekly\" typeRef=\"number\"",
               "name=\"meals_weekly\" typeRef=\"t_weekly\"");
    replace_in(files, "food.dmn", "<itemDefinition name=\"t_meals\">",
               "<itemDefinition name=\"t_weekly\" onepurse:unit=\"GBP/week\"><typeRef>number"
               "</typeRef></itemDefinition><itemDefinition name=\"t_meals\">");
    replace_in(files, "parameters.csv", "GBP,4", "GBP/week,4");
    files["cases.csv"] +=
        "none,2010-05-01,answer,meals_needed,none,\n"
        "none,2010-05-01,expect,meals_weekly,0.00,\n"
        "all,2010-05-01,answer,meals_needed,seven,\n"
        "all,2010-05-01,expect,meals_weekly,29.75,\n";
    return files;
}

// The same with another price from April 2010 on: five meals are 25.00 a week.
inline policy::Files dearer_meals(policy::Files files = meals_to_publish()) {
    replace_in(files, "parameters.csv", "4.25,2010", "5.00,2010");
    replace_in(files, "cases.csv", "21.25", "25.00");
    replace_in(files, "cases.csv", "29.75", "35.00");
    return files;
}

// The same with one question more, whose yes is worth three pounds a week.
inline policy::Files meals_with_pudding() {
    policy::Files files = meals_to_publish();
    files["questionnaire.csv"] += "pudding,Food,yes_no,Is a pudding wanted?,,,,yes,,,,\n";
    files["parameters.csv"] +=
        "pudding_price,Puddings of a week,GBP/week,3.00,2000-01-01,,test,published,\n";
    replace_in(files, "food.dmn", "</definitions>",
               policy::testing::input("pudding", "boolean") + "</definitions>");
    replace_in(files, "food.dmn", "meal_count * Rates.meal_price",
               "meal_count * Rates.meal_price + (if pudding then Rates.pudding_price else 0)");
    replace_in(files, "food.dmn",
               "<informationRequirement><requiredDecision href=\"#meal_count\"/>",
               policy::testing::needs_input("pudding") +
                   "<informationRequirement><requiredDecision href=\"#meal_count\"/>");
    for (const char* const name : {"five,2010", "none,2010", "all,2010", "later,2011"}) {
        const std::string row = std::string(name) + "-05-01,answer,meals_needed";
        replace_in(files, "cases.csv", row,
                   std::string(name) + "-05-01,answer,pudding," +
                       (name[0] == 'f' ? "yes,\n" : "no,\n") + row);
    }
    replace_in(files, "cases.csv", "21.25", "24.25");
    return files;
}

inline std::shared_ptr<const policy::Package> loaded(const PackageId& id,
                                                     const policy::Files& files) {
    auto package = policy::Package::load(id, files);
    EXPECT_TRUE(package.has_value())
        << (package ? "" : package.error().message + " " + package.error().place);
    return package ? std::make_shared<const policy::Package>(std::move(*package)) : nullptr;
}

class RulesCouncil : public Council {
protected:
    void SetUp() override {
        Council::SetUp();
        shelf_.clear();
        hanna_ = staff_account("Hanna Berg", {people::Role::policy_officer});
        idris_ = staff_account("Idris Cole", {people::Role::policy_publisher});
        both_ = staff_account("Bo Ling",
                              {people::Role::policy_officer, people::Role::policy_publisher});
        on_disk(meals_to_publish(), "2010-04-20");
    }

    // Starts the council's Onepurse on a day, with these rules on its disk.
    void on_disk(const policy::Files& files, std::string_view on) {
        const Shelf disk = {{"meals", loaded("meals", files)}};
        packages_->add(disk.at("meals"));
        shelf_ = disk;
        Desk installing = desk({}, on);
        installing.is_system = true;
        const Outcome installed = install_rules(installing, disk);
        ASSERT_TRUE(installed.has_value()) << installed.error().message;
        auto opened = RulesInForce::open(*store_, *packages_, day(on));
        ASSERT_TRUE(opened.has_value()) << opened.error().message;
        rules_ = std::move(*opened);
    }

    // Sits an account at a desk with the rules of a day.
    Desk at(AccountId actor, std::string_view on = "2010-05-03") {
        const Desk made = desk(actor, on);
        const std::shared_ptr<const Shelf> shelf = rules_->shelf_on(made.today);
        return Desk{.store = *store_,
                    .shelf = *shelf,
                    .random = made.random,
                    .today = made.today,
                    .now = made.now,
                    .actor = actor,
                    .rules = rules_.get(),
                    .kept_shelf = shelf};
    }

    DraftId draft_of(const policy::Files& files, std::string_view on = "2010-05-03") {
        Desk writing = at(hanna_, on);
        const auto draft = start_draft(writing, {.package = "meals", .title = "Meals cost more"});
        EXPECT_TRUE(draft.has_value()) << (draft ? "" : draft.error().message);
        const Outcome saved = save_draft(writing, draft.value_or({}), 1, files);
        EXPECT_TRUE(saved.has_value()) << (saved ? "" : saved.error().message);
        return draft.value_or({});
    }
    DraftId proposed(const policy::Files& files, std::string_view from,
                     std::string_view on = "2010-05-03") {
        const DraftId draft = draft_of(files, on);
        Desk writing = at(hanna_, on);
        const Outcome done = propose_draft(writing, draft, 2, day(from), "Food costs more.");
        EXPECT_TRUE(done.has_value()) << (done ? "" : done.error().message + done.error().place);
        return draft;
    }
    // Publishes a change of the rules in force.
    void published(const policy::Files& files, std::string_view from,
                   std::string_view on = "2010-05-03") {
        const DraftId draft = proposed(files, from, on);
        Desk second = at(idris_, on);
        const Outcome done = publish_draft(second, draft, 2);
        ASSERT_TRUE(done.has_value()) << done.error().message << done.error().place;
    }

    store::PackageDraft state_of(DraftId draft) {
        return store_->read([&](store::Snapshot& snapshot) {
            return store::load_draft(snapshot, draft).value_or({});
        });
    }
    // Gives what five meals cost a week on a day, with the rules of the book.
    std::string five_meals(std::string_view on, std::optional<Instant> known = {}) {
        const auto rules = version_of_day(*store_, "meals", day(on), known);
        if (!rules) {
            return rules.error().code;
        }
        const auto worked_out =
            policy::evaluate(*rules->package, {{"meals_needed", std::string("five")}}, day(on),
                             {"meals_weekly"}, false);
        return worked_out ? worked_out->find("meals_weekly")->number()->normalised().to_text()
                          : worked_out.error().code;
    }

    std::unique_ptr<LoadedPackages> packages_ = std::make_unique<LoadedPackages>();
    std::unique_ptr<RulesInForce> rules_;
    AccountId hanna_;  // writes rules
    AccountId idris_;  // publishes rules
    AccountId both_;   // may do either
};

}  // namespace casework
