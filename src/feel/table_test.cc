// Decision tables: every hit policy, defaults, contexts of steps and functions, and what a trace
// tells of them.

#include <gtest/gtest.h>

#include "feel/compile.h"
#include "feel/run.h"

namespace feel {
namespace {

const Type number_type{Type::Kind::number};

// The table: input x; rules are {cell, output}.
std::shared_ptr<TableText> table_of(HitPolicy policy, Aggregation aggregation,
                                    const std::vector<std::pair<std::string, std::string>>& rules) {
    auto text = std::make_shared<TableText>();
    text->name = "bands";
    text->policy = policy;
    text->aggregation = aggregation;
    text->inputs = {TableInput{"x", "x", "", std::nullopt}};
    text->outputs = {TableOutput{"", "", "", std::nullopt}};
    for (const auto& [cell, output] : rules) {
        text->rules.push_back(TableRule{{cell}, {output}, "because " + cell});
    }
    return text;
}

struct Answer {
    Result<Value> value;
    Events events;
};

Answer decide(std::shared_ptr<const TableText> text, const Value& x,
              Language language = Language::profile) {
    Program program;
    Compiler compiler(program, language);
    Scope scope;
    const std::uint32_t slot = compiler.new_slot();
    scope.bind("x", Binding{Binding::Kind::slot, slot, number_type});
    Boxed boxed;
    boxed.kind = Boxed::Kind::table;
    boxed.place = "care.dmn, decision points";
    boxed.table = std::move(text);
    const Result<Typed> compiled = compiler.boxed(boxed, scope, std::nullopt);
    if (!compiled) {
        return {compiled.error(), {}};
    }
    Answer answer{Value(), {}};
    Run run(program, language == Language::profile ? Strictness::strict : Strictness::tolerant,
            &answer.events);
    run.slot(slot) = x;
    Value value = run.evaluate(compiled->node);
    if (run.fault()) {
        answer.value = *run.fault();
    } else {
        answer.value = std::move(value);
    }
    return answer;
}

std::string shown(const Answer& answer) {
    return answer.value ? answer.value->to_text() : answer.value.error().code;
}

TEST(Table, unique_gives_the_one_rule_and_stops_when_two_hold) {
    const auto table = table_of(HitPolicy::unique, Aggregation::none,
                                {{"< 10", "1"}, {"[10..20]", "2"}, {"[20..30]", "3"}});
    EXPECT_EQ(shown(decide(table, 12)), "2");
    EXPECT_EQ(shown(decide(table, 20)), "policy.rules_disagree");
    const Answer none = decide(table, 31);
    EXPECT_EQ(shown(none), "policy.no_rule");
    EXPECT_EQ(none.value.error().place, "care.dmn, decision points, table bands");
    EXPECT_EQ(shown(decide(table, 31, Language::full)), "not given");
}

TEST(Table, first_gives_the_first_and_any_wants_agreement) {
    const std::vector<std::pair<std::string, std::string>> rules = {
        {"< 10", "1"}, {"< 20", "2"}, {"-", "2"}};
    EXPECT_EQ(shown(decide(table_of(HitPolicy::first, Aggregation::none, rules), 5)), "1");
    EXPECT_EQ(shown(decide(table_of(HitPolicy::any, Aggregation::none, rules), 15)), "2");
    EXPECT_EQ(shown(decide(table_of(HitPolicy::any, Aggregation::none, rules), 5)),
              "policy.rules_disagree");
}

TEST(Table, collect_adds_counts_chooses_or_lists) {
    const std::vector<std::pair<std::string, std::string>> rules = {
        {"> 0", "2.50"}, {"> 5", "4"}, {"> 10", "1"}};
    const auto collected = [&rules](Aggregation aggregation, int x) {
        return shown(decide(table_of(HitPolicy::collect, aggregation, rules), x));
    };
    EXPECT_EQ(collected(Aggregation::sum, 11), "7.50");
    EXPECT_EQ(collected(Aggregation::minimum, 11), "1");
    EXPECT_EQ(collected(Aggregation::maximum, 11), "4");
    EXPECT_EQ(collected(Aggregation::count, 6), "2");
    EXPECT_EQ(collected(Aggregation::none, 6), "[2.50, 4]");
    EXPECT_EQ(collected(Aggregation::count, 0), "0");
    EXPECT_EQ(collected(Aggregation::none, 0), "[]");
    EXPECT_EQ(collected(Aggregation::sum, 0), "policy.no_rule");
}

TEST(Table, priority_and_order_follow_the_output_values) {
    auto table = table_of(HitPolicy::priority, Aggregation::none,
                          {{"> 0", "\"low\""}, {"> 5", "\"high\""}, {"> 10", "\"middle\""}});
    EXPECT_EQ(shown(decide(table, 11)), "feel.bad_table");
    table->outputs[0].allowed = "\"high\", \"middle\", \"low\"";
    EXPECT_EQ(shown(decide(table, 11)), "high");
    table->policy = HitPolicy::output_order;
    EXPECT_EQ(shown(decide(table, 11)), "[high, middle, low]");
    table->policy = HitPolicy::rule_order;
    EXPECT_EQ(shown(decide(table, 11)), "[low, high, middle]");
    table->rules[0].outputs[0] = "\"lowest\"";
    EXPECT_EQ(shown(decide(table, 11)), "feel.not_allowed");
}

TEST(Table, the_default_output_stands_where_no_rule_holds) {
    auto table = table_of(HitPolicy::collect, Aggregation::sum, {{"> 5", "4"}});
    table->outputs[0].fallback = "0";
    const Answer answer = decide(table, 1);
    EXPECT_EQ(shown(answer), "0");
    ASSERT_EQ(answer.events.size(), 1U);
    EXPECT_EQ(answer.events[0].part, 0U);
}

TEST(Table, several_outputs_make_a_context_and_the_trace_names_the_rule) {
    auto table = table_of(HitPolicy::unique, Aggregation::none, {{"< 10", "1"}, {">= 10", "2"}});
    table->outputs = {TableOutput{"level", "", "", number_type},
                      TableOutput{"reason", "", "", Type{Type::Kind::string}}};
    table->rules[0].outputs = {"1", "\"few points\""};
    table->rules[1].outputs = {"2", "\"many points\""};
    const Answer answer = decide(table, 12);
    EXPECT_EQ(shown(answer), "{level: 2, reason: many points}");
    ASSERT_EQ(answer.events.size(), 1U);
    EXPECT_EQ(answer.events[0].kind, Event::Kind::rule);
    EXPECT_EQ(answer.events[0].part, 2U);
}

TEST(Table, refuses_a_bad_shape_or_cell_with_its_place) {
    auto table = table_of(HitPolicy::first, Aggregation::none, {{"< 10", "1"}, {"\"a\"", "2"}});
    Answer answer = decide(table, 1);
    ASSERT_FALSE(answer.value.has_value());
    EXPECT_EQ(answer.value.error().code, "feel.wrong_type");
    EXPECT_EQ(answer.value.error().place,
              "care.dmn, decision points, table bands, rule 2, column x, character 1");
    table->rules[1].inputs = {"-", "-"};
    answer = decide(table, 1);
    EXPECT_EQ(answer.value.error().code, "feel.bad_table");
    EXPECT_NE(answer.value.error().message.find("Rule 2"), std::string::npos);
    table->rules[1] = TableRule{{"-"}, {"\"two\""}, ""};
    answer = decide(table, 1);
    EXPECT_EQ(answer.value.error().code, "feel.wrong_type");
    EXPECT_EQ(answer.value.error().place,
              "care.dmn, decision points, table bands, rule 2, column output");
}

TEST(Boxed, steps_see_the_ones_before_and_functions_take_arguments) {
    Program program;
    Compiler compiler(program, Language::profile);
    Scope scope;
    Boxed twice;
    twice.place = "care.dmn, function twice";
    twice.text = "n * 2";
    const Result<std::uint32_t> function =
        compiler.function("twice", {{"n", number_type}}, twice, scope, std::nullopt);
    ASSERT_TRUE(function.has_value());
    scope.bind("twice", Binding{Binding::Kind::function, *function, {}});
    const auto literal = [](std::string text) {
        Boxed boxed;
        boxed.place = "care.dmn, step";
        boxed.text = std::move(text);
        return boxed;
    };
    Boxed invocation;
    invocation.kind = Boxed::Kind::invocation;
    invocation.place = "care.dmn, step b";
    invocation.text = "twice";
    invocation.entries = {BoxedEntry{"n", literal("a + 1")}};
    Boxed steps;
    steps.kind = Boxed::Kind::context;
    steps.place = "care.dmn, decision sum";
    steps.entries = {BoxedEntry{"a", literal("3")}, BoxedEntry{"b", invocation},
                     BoxedEntry{"", literal("twice(twice(b)) + a")}};
    const Result<Typed> compiled = compiler.boxed(steps, scope, number_type);
    ASSERT_TRUE(compiled.has_value()) << compiled.error().message;
    Events events;
    feel::Run run(program, Strictness::strict, &events);
    EXPECT_EQ(run.evaluate(compiled->node).to_text(), "35");
    ASSERT_EQ(events.size(), 2U);
    EXPECT_EQ(events[1].kind, Event::Kind::step);
    EXPECT_EQ(events[1].value.to_text(), "8");
    steps.entries[2] = BoxedEntry{"", literal("twice(a, b)")};
    EXPECT_EQ(compiler.boxed(steps, scope, number_type).error().code, "feel.arguments");
    std::swap(steps.entries[1], steps.entries[2]);
    EXPECT_EQ(compiler.boxed(steps, scope, number_type).error().code, "feel.bad_context");
    std::swap(steps.entries[1], steps.entries[2]);
    steps.entries[2] = BoxedEntry{"", literal("\"a\"")};
    EXPECT_EQ(compiler.boxed(steps, scope, number_type).error().code, "feel.wrong_type");
}

}  // namespace
}  // namespace feel
