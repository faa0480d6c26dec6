// FEEL from text to value: the expressions of the Policy Profile, their exact results, what the
// compiler refuses and where a strict run stops.

#include "feel/run.h"

#include <gtest/gtest.h>

#include "feel/compile.h"

namespace feel {
namespace {

// A small world: names with types and values an expression may use.
class World {
public:
    explicit World(Language language = Language::profile)
        : compiler_(program_, language),
          strictness_(language == Language::profile ? Strictness::strict : Strictness::tolerant) {
        compiler_.declare_parameters({"rate", "limit"});
        scope_.bind("Rates", Binding{Binding::Kind::rates, 0, {}});
        figures_ = {Decimal::parse("12.50").value(), Decimal(23250)};
    }

    World& name(const std::string& name, Type type, Value value) {
        const std::uint32_t slot = compiler_.new_slot();
        scope_.bind(name, Binding{Binding::Kind::slot, slot, std::move(type)});
        values_.emplace_back(slot, std::move(value));
        return *this;
    }

    Result<Value> run(std::string_view text) {
        TRY(const Typed compiled, compiler_.text(text, "test.dmn", scope_));
        return evaluate(compiled.node);
    }

    Result<Value> run_boxed(const Boxed& boxed) {
        TRY(const Typed compiled, compiler_.boxed(boxed, scope_, std::nullopt));
        return evaluate(compiled.node);
    }

    // Whether a cell is met by a value.
    Result<bool> meets(std::string_view cell, const Type& type, Value value) {
        auto text = std::make_shared<TableText>();
        text->name = "cells";
        text->policy = HitPolicy::first;
        text->inputs = {TableInput{"tested", "tested", "", std::nullopt}};
        text->outputs = {TableOutput{"met", "", "false", std::nullopt}};
        text->rules = {TableRule{{std::string(cell)}, {"true"}, ""}};
        name("tested", type, std::move(value));
        Boxed boxed;
        boxed.kind = Boxed::Kind::table;
        boxed.place = "test.dmn";
        boxed.table = text;
        TRY(const Value found, run_boxed(boxed));
        return found.is_true();
    }

private:
    Result<Value> evaluate(NodeId node) {
        Run run(program_, strictness_);
        for (const auto& [slot, value] : values_) {
            run.slot(slot) = value;
        }
        for (std::size_t i = 0; i < figures_.size(); ++i) {
            run.slot(program_.parameter_slots[i]) = figures_[i];
        }
        Value value = run.evaluate(node);
        if (run.fault()) {
            return *run.fault();
        }
        return value;
    }

    Program program_;
    Compiler compiler_;
    Strictness strictness_;
    Scope scope_;
    std::vector<std::pair<std::uint32_t, Value>> values_;
    std::vector<Value> figures_;
};

const Type number_type{Type::Kind::number};
const Type text_type{Type::Kind::string};
const Type truth_type{Type::Kind::boolean};
const Type date_type{Type::Kind::date};

std::string shown(const Result<Value>& result) {
    return result ? result->to_text() : result.error().code;
}

std::string told(std::string_view text) {
    return shown(World().run(text));
}

std::string tolerant(std::string_view text) {
    return shown(World(Language::full).run(text));
}

TEST(Feel, counts_in_decimals_not_binary_fractions) {
    EXPECT_EQ(told("0.1 + 0.2 = 0.3"), "yes");
    EXPECT_EQ(told("9007199254740993 - 1"), "9007199254740992");
    EXPECT_EQ(told("0.1 * 3"), "0.3");
    EXPECT_EQ(told("-2 - -3"), "1");
    EXPECT_EQ(told("2 + 3 * 4"), "14");
    EXPECT_EQ(told("(2 + 3) * 4"), "20");
    EXPECT_EQ(told("1.5e2"), "150");
}

TEST(Feel, rounds_by_the_name_given) {
    const std::pair<const char*, const char*> golden[] = {
        {"decimal(2.5, 0)", "2"},
        {"decimal(3.5, 0)", "4"},
        {"round half up(2.5, 0)", "3"},
        {"round half up(-2.5, 0)", "-3"},
        {"round half down(2.5, 0)", "2"},
        {"round half down(2.51, 0)", "3"},
        {"round up(2.001, 2)", "2.01"},
        {"round up(-2.001, 2)", "-2.01"},
        {"round down(2.009, 2)", "2.00"},
        {"floor(-1.5)", "-2"},
        {"ceiling(-1.5)", "-1"},
        {"floor(1.25, 1)", "1.2"},
        {"round half up(1 / 3, 2)", "0.33"},
        {"round half up(2 / 3, 2)", "0.67"},
        {"round up(8 / 250, 0)", "1"},
        {"round half up(82.905, 2)", "82.91"},
    };
    for (const auto& [text, expected] : golden) {
        EXPECT_EQ(told(text), expected) << text;
    }
}

TEST(Feel, calls_the_functions_of_the_profile) {
    EXPECT_EQ(told("min(3, 1, 2)"), "1");
    EXPECT_EQ(told("max([3, 1, 2])"), "3");
    EXPECT_EQ(told("sum(1, 2, 3.50)"), "6.50");
    EXPECT_EQ(told("count([1, 2])"), "2");
    EXPECT_EQ(told("round half up(mean(1, 2, 2), 2)"), "1.67");
    EXPECT_EQ(told("abs(-7)"), "7");
    EXPECT_EQ(told("modulo(-7, 4)"), "1");
    EXPECT_EQ(told("not(false)"), "yes");
    EXPECT_EQ(told("all([true, false])"), "no");
    EXPECT_EQ(told("any(true, false)"), "yes");
    EXPECT_EQ(told("list contains([\"a\", \"b\"], \"b\")"), "yes");
    EXPECT_EQ(told("\"You have \" + string(12.50) + \" pounds\""), "You have 12.50 pounds");
    EXPECT_EQ(told("round half up(n: 1.005, scale: 2)"), "1.01");
}

TEST(Feel, decides_with_three_values_of_truth) {
    EXPECT_EQ(told("true and false"), "no");
    EXPECT_EQ(told("true or false and false"), "yes");
    EXPECT_EQ(tolerant("null and false"), "no");
    EXPECT_EQ(tolerant("null or true"), "yes");
    EXPECT_EQ(tolerant("null and true"), "not given");
    EXPECT_EQ(tolerant("if null then 1 else 2"), "2");
    EXPECT_EQ(told("1 = null"), "no");
    EXPECT_EQ(told("null = null"), "yes");
    EXPECT_EQ(tolerant("null < 3"), "not given");
}

TEST(Feel, compares_and_tests_lists_and_ranges) {
    World world;
    world.name("code", text_type, "some").name("points", number_type, 20);
    EXPECT_EQ(shown(world.run("code in (\"none\", \"some\")")), "yes");
    EXPECT_EQ(shown(world.run("code in [\"none\", \"all\"]")), "no");
    EXPECT_EQ(shown(world.run("points in [10..20)")), "no");
    EXPECT_EQ(shown(world.run("points in (10..20]")), "yes");
    EXPECT_EQ(shown(world.run("points between 10 and 20 and code = \"some\"")), "yes");
    EXPECT_EQ(shown(world.run("points in (<5, >=20)")), "yes");
    EXPECT_EQ(shown(world.run("if points >= 20 then \"high\" else \"low\"")), "high");
}

TEST(Feel, counts_with_dates_and_durations) {
    World world;
    world.name("born", date_type, Date::make(1930, 2, 28).value());
    world.name("on", date_type, Date::make(2006, 5, 3).value());
    EXPECT_EQ(shown(world.run("on - date(\"2006-04-01\")")), "P32D");
    EXPECT_EQ(shown(world.run("(on - date(\"2006-04-01\")).days")), "32");
    EXPECT_EQ(shown(world.run("date(2006, 1, 31) + duration(\"P1M\")")), "2006-02-28");
    EXPECT_EQ(shown(world.run("on - duration(\"P14D\")")), "2006-04-19");
    EXPECT_EQ(shown(world.run("years and months duration(born, on).years")), "76");
    EXPECT_EQ(shown(world.run("on >= @\"2006-05-03\"")), "yes");
    EXPECT_EQ(shown(world.run("on.year * 100 + on.month")), "200605");
    EXPECT_EQ(shown(world.run("date(\"2006-02-30\")")), "feel.null");
}

TEST(Feel, counts_a_month_only_when_its_day_is_reached) {
    World world;
    const auto between = [&world](const std::string& from, const std::string& to) {
        return shown(
            world.run("years and months duration(date(\"" + from + "\"), date(\"" + to + "\"))"));
    };
    EXPECT_EQ(between("2011-12-22", "2013-08-24"), "P1Y8M");
    EXPECT_EQ(between("2011-12-22", "2013-08-22"), "P1Y8M");
    EXPECT_EQ(between("2011-12-22", "2013-08-21"), "P1Y7M");
    EXPECT_EQ(between("1930-05-04", "2006-05-03"), "P75Y11M");  // the day before her birthday
    EXPECT_EQ(between("2013-08-24", "2011-12-22"), "-P1Y8M");
}

TEST(Feel, takes_then_when_the_comparison_holds_and_else_when_not) {
    World world;
    const std::pair<const char*, const char*> rows[] = {
        {"1 = 1", "then"}, {"1 = 2", "else"}, {"1 != 2", "then"}, {"1 != 1", "else"},
        {"1 < 2", "then"}, {"2 < 1", "else"}, {"1 <= 1", "then"}, {"2 <= 1", "else"},
        {"2 > 1", "then"}, {"1 > 2", "else"}, {"1 >= 1", "then"}, {"1 >= 2", "else"},
    };
    for (const auto& [condition, taken] : rows) {
        EXPECT_EQ(shown(world.run("if " + std::string(condition) + " then \"then\" else \"else\"")),
                  taken)
            << condition;
    }
}

TEST(Feel, knows_names_with_spaces_and_marks_by_the_longest) {
    World world;
    world.name("a", number_type, 5).name("b", number_type, 3);
    world.name("a-b", number_type, 100).name("weekly pay", number_type, 7);
    world.name("in1", number_type, 11);
    world.name("pay and rations", number_type, 1);
    EXPECT_EQ(shown(world.run("a-b")), "100");
    EXPECT_EQ(shown(world.run("a - b + 0 * (a)")), "100");
    EXPECT_EQ(shown(world.run("b-a")), "-2");
    EXPECT_EQ(shown(world.run("weekly pay * 2")), "14");
    EXPECT_EQ(shown(world.run("weekly   pay")), "7");
    EXPECT_EQ(shown(world.run("in1 + 1")), "12");
    EXPECT_EQ(shown(world.run("pay and rations")), "1");
}

TEST(Feel, reads_members_filters_and_quantifies) {
    World world;
    const Type person = context_of({{"age", number_type}, {"name", text_type}});
    const Value ann = make_context({{"age", 76}, {"name", "Ann"}});
    const Value jo = make_context({{"age", 12}, {"name", "Jo"}});
    world.name("ann", person, ann).name("home", list_of(person), List{ann, jo});
    EXPECT_EQ(shown(world.run("ann.age + 1")), "77");
    EXPECT_EQ(shown(world.run("sum(home.age)")), "88");
    EXPECT_EQ(shown(world.run("count(home[age < 18])")), "1");
    EXPECT_EQ(shown(world.run("home[item.age < 18].name")), "[Jo]");
    EXPECT_EQ(shown(world.run("some p in home satisfies p.age > 70")), "yes");
    EXPECT_EQ(shown(world.run("every p in home satisfies p.age > 70")), "no");
    EXPECT_EQ(shown(world.run("{low: 2, high: low * 3}.high")), "6");
    EXPECT_EQ(shown(world.run("ann.ages")), "feel.unknown_name");
}

TEST(Feel, reads_dated_figures) {
    EXPECT_EQ(told("Rates.rate * 2"), "25.00");
    EXPECT_EQ(told("Rates.rates"), "feel.unknown_name");
    EXPECT_EQ(told("Rates"), "feel.outside_profile");
}

TEST(Feel, refuses_what_lies_outside_the_profile) {
    const std::pair<const char*, const char*> refused[] = {
        {"unknown + 1", "feel.unknown_name"},
        {"1 + \"a\"", "feel.wrong_type"},
        {"1 = \"a\"", "feel.wrong_type"},
        {"if 1 then 2 else 3", "feel.wrong_type"},
        {"if true then 2 else \"3\"", "feel.wrong_type"},
        {"min(1, \"a\")", "feel.wrong_type"},
        {"round half up(\"a\", 2)", "feel.wrong_type"},
        {"round half up(1)", "feel.arguments"},
        {"round half up(m: 1, scale: 2)", "feel.arguments"},
        {"2 ** 3", "feel.outside_profile"},
        {"1 / 3", "feel.outside_profile"},
        {"round half up(1 + 1 / 3, 2)", "feel.outside_profile"},
        {"mean(1, 2)", "feel.outside_profile"},
        {"for x in [1] return x", "feel.outside_profile"},
        {"[1..2]", "feel.outside_profile"},
        {"[1, 2][1]", "feel.outside_profile"},
        {"matches(\"a\", \"b\")", "feel.unknown_name"},
        {"1 +", "feel.syntax"},
        {"(1", "feel.syntax"},
        {"1 2", "feel.syntax"},
        {"\"open", "feel.unclosed_text"},
        {"1 # 2", "feel.bad_character"},
        {"function(x) x", "feel.not_supported"},
        {"1 instance of number", "feel.not_supported"},
        {"\"\\uD800\"", "feel.bad_escape"},
    };
    for (const auto& [text, code] : refused) {
        const Result<Value> result = World().run(text);
        ASSERT_FALSE(result.has_value()) << text;
        EXPECT_EQ(result.error().code, code) << text << ": " << result.error().message;
        EXPECT_TRUE(result.error().place.starts_with("test.dmn, character ")) << text;
    }
    EXPECT_EQ(told(std::string(500, '(') + "1" + std::string(500, ')')), "feel.too_deep");
    std::string long_sum = "1";
    for (int i = 0; i < 9'000; ++i) {
        long_sum += "+1";
    }
    EXPECT_EQ(told(long_sum), "feel.too_deep");
    EXPECT_EQ(told(long_sum.substr(0, 2 * 500 + 1)), "501");
    EXPECT_EQ(told(std::string(30'000, '1')), "feel.too_long");
}

TEST(Feel, lets_a_quotient_stand_where_no_digit_is_lost_unseen) {
    EXPECT_EQ(told("7 / 2"), "3.5");
    EXPECT_EQ(told("1 / 3 < 0.34"), "yes");
    EXPECT_EQ(told("round half up(min(10 / 3, 5), 2)"), "3.33");
    EXPECT_EQ(told("round half up(if true then 1 / 3 else 0, 1)"), "0.3");
}

TEST(Feel, stops_a_strict_run_with_the_place_of_what_has_no_result) {
    World world;
    world.name("savings", number_type, Value()).name("weeks", number_type, 0);
    for (const char* text :
         {"savings + 1", "savings > 10", "-savings", "max(savings, 0)",
          "round half up(1 / weeks, 2)", "if savings > 1 then 1 else 2", "not(savings > 1)"}) {
        const Result<Value> result = world.run(text);
        ASSERT_FALSE(result.has_value()) << text;
        EXPECT_EQ(result.error().code, "feel.null") << text;
        EXPECT_EQ(result.error().place, "test.dmn") << text;
        EXPECT_NE(result.error().message.find(text), std::string::npos) << text;
    }
    EXPECT_EQ(shown(world.run("savings != null and savings > 10")), "no");
    EXPECT_EQ(shown(world.run("if savings = null then 0 else savings")), "0");
}

TEST(Cells, hold_for_what_they_say) {
    const auto met = [](std::string_view cell, const Type& type, Value value) {
        const Result<bool> result = World().meets(cell, type, std::move(value));
        return result ? (*result ? "yes" : "no") : result.error().code;
    };
    EXPECT_EQ(met("-", number_type, 1), "yes");
    EXPECT_EQ(met("5", number_type, Decimal::parse("5.0").value()), "yes");
    EXPECT_EQ(met("-5", number_type, -5), "yes");
    EXPECT_EQ(met("< 18", number_type, 17), "yes");
    EXPECT_EQ(met("[1..5]", number_type, 5), "yes");
    EXPECT_EQ(met("]1..5[", number_type, 5), "no");
    EXPECT_EQ(met("[1..5], >= 10", number_type, 12), "yes");
    EXPECT_EQ(met("not(1, 2)", number_type, 3), "yes");
    EXPECT_EQ(met("\"a\", \"b\"", text_type, "b"), "yes");
    EXPECT_EQ(met("not(\"a\")", text_type, "a"), "no");
    EXPECT_EQ(met("true", truth_type, true), "yes");
    EXPECT_EQ(met("false", truth_type, true), "no");
    EXPECT_EQ(met("null", number_type, Value()), "yes");
    EXPECT_EQ(met("< 18", number_type, Value()), "no");
    EXPECT_EQ(met("? > 3 and ? < 5", number_type, 4), "yes");
    EXPECT_EQ(met("<= Rates.limit", number_type, 23250), "yes");
    EXPECT_EQ(met(">= date(\"2006-04-01\")", date_type, Date::make(2006, 4, 1).value()), "yes");
    EXPECT_EQ(met("\"a\"", number_type, 1), "feel.wrong_type");
    EXPECT_EQ(met("< \"a\"", number_type, 1), "feel.wrong_type");
    EXPECT_EQ(met("not(1)", truth_type, true), "feel.wrong_type");
    EXPECT_EQ(met("1, -", number_type, 1), "feel.syntax");
    EXPECT_EQ(met("Rates.limit > 3", truth_type, true), "feel.outside_profile");
}

TEST(Cells, refuse_a_code_that_is_not_allowed) {
    Type codes = text_type;
    codes.codes =
        std::make_shared<const std::vector<std::string>>(std::vector<std::string>{"none", "some"});
    World world;
    world.name("help", codes, "some");
    EXPECT_EQ(shown(world.run("help = \"sone\"")), "feel.not_allowed");
    EXPECT_EQ(shown(world.run("help in (\"some\", \"al\")")), "feel.not_allowed");
    EXPECT_EQ(shown(world.run("help = \"some\"")), "yes");
}

}  // namespace
}  // namespace feel
