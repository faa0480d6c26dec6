// The verbs that read a council's versions: which there are, and one person's sums as the rules
// stood and as they were known.

#include "command/versions.h"

#include <fstream>
#include <sstream>

#include "casework/rules_for_tests.h"
#include "command/decide.h"
#include "command/rules_of_book.h"

namespace command {
namespace {

struct Said {
    int exit = 0;
    std::string out;
    std::string err;
};

class Versions : public casework::RulesCouncil {
protected:
    void SetUp() override {
        RulesCouncil::SetUp();
        published(casework::dearer_meals(), "2010-04-10", "2010-05-03");
        std::ofstream(folder_ / "five.json")
            << R"({"answers": {"meals_needed": "five"}, "inputs": {}})";
    }
    Said versions(std::vector<std::string> args) {
        return said([&](std::ostream& out, std::ostream& err) {
            return versions_verb(with_data(std::move(args)), out, err);
        });
    }
    Said decide(std::vector<std::string> args) {
        return said([&](std::ostream& out, std::ostream& err) {
            return decide_verb(with_data(std::move(args)), out, err);
        });
    }
    std::vector<std::string> of_five(std::vector<std::string> args) {
        args.insert(args.end(), {"--package", "meals", "--case", (folder_ / "five.json").string()});
        return args;
    }

private:
    std::vector<std::string> with_data(std::vector<std::string> args) {
        args.insert(args.begin(), {"--data", folder_.string()});
        return args;
    }
    template <typename Verb>
    static Said said(const Verb& verb) {
        std::ostringstream out;
        std::ostringstream err;
        const int exit = verb(out, err);
        return {exit, out.str(), err.str()};
    }
};

TEST_F(Versions, row_5_a_day_is_worked_out_as_it_stood_and_as_it_was_known) {
    const Said stands = decide(of_five({"--on", "2010-04-15"}));
    EXPECT_EQ(stands.exit, 0) << stands.err;
    EXPECT_NE(stands.out.find("\"meals_weekly\": \"25.00\""), std::string::npos) << stands.out;
    EXPECT_NE(stands.out.find("\"number\": 2"), std::string::npos) << stands.out;
    const Said known = decide(of_five({"--on", "2010-04-15", "--known", "2010-05-01T00:00:00Z"}));
    EXPECT_EQ(known.exit, 0) << known.err;
    EXPECT_NE(known.out.find("\"meals_weekly\": \"21.25\""), std::string::npos) << known.out;
    EXPECT_NE(known.out.find("\"known_since\": null"), std::string::npos) << known.out;
}

TEST_F(Versions, decide_says_what_it_needs_and_what_it_cannot_find) {
    EXPECT_EQ(decide(of_five({})).exit, 2);
    EXPECT_EQ(decide({"--on", "2010-04-15"}).exit, 2);
    EXPECT_EQ(decide(of_five({"--on", "2010-04-15", "--known", "yesterday"})).exit, 1);
    EXPECT_EQ(decide(of_five({"--on", "15 April"})).exit, 1);
    const Said unknown = decide(
        {"--on", "2010-04-15", "--package", "gardens", "--case", (folder_ / "five.json").string()});
    EXPECT_EQ(unknown.exit, 1);
    EXPECT_NE(unknown.err.find("rules.package_unknown"), std::string::npos) << unknown.err;
}

TEST_F(Versions, row_5_the_versions_of_a_council_are_listed_with_their_days_and_reasons) {
    const Said words = versions({});
    EXPECT_EQ(words.exit, 0) << words.err;
    EXPECT_EQ(words.out,
              "meals\n"
              "  2 (in force): from 10 April 2010. Food costs more.\n"
              "  1: from the beginning until 9 April 2010. It came with Onepurse.\n");
    const Said json = versions({"--package", "meals", "--json"});
    EXPECT_EQ(json.exit, 0) << json.err;
    EXPECT_NE(json.out.find("\"reason\": \"Food costs more.\""), std::string::npos) << json.out;
    EXPECT_EQ(json.out.find("Hanna"), std::string::npos) << "names are for the pages";
    EXPECT_EQ(versions({"--package", "gardens"}).exit, 1);
    EXPECT_EQ(versions({"--pakage", "meals"}).exit, 2);
}

TEST_F(Versions, a_verb_that_reads_works_with_the_rules_of_the_book_before_those_on_disk) {
    const casework::Shelf disk = {
        {"meals", casework::loaded("meals", casework::meals_to_publish())},
        {"puddings", casework::loaded("puddings", casework::meals_with_pudding())}};
    const auto shelf = shelf_of_book(*store_, disk);
    ASSERT_TRUE(shelf.has_value());
    EXPECT_EQ(shelf->at("meals")->files(), casework::dearer_meals());
    EXPECT_EQ(shelf->at("puddings")->files(), casework::meals_with_pudding());
}

}  // namespace
}  // namespace command
