// No text can hang or exhaust the program: each of these is refused with a code, or null when run
// tolerantly, and quickly.

#include "feel/budget.h"

#include <gtest/gtest.h>

#include <chrono>

#include "feel/full_feel_for_tests.h"

namespace feel {
namespace {

// Runs full FEEL strictly; gives the code it stops with, or what it comes to.
std::string stops(const std::string& text, Budget budget = {300'000, 64 << 20}) {
    Program program;
    Compiler compiler(program, Language::full);
    const Result<Typed> compiled = compiler.text(text, "test", Scope());
    if (!compiled) {
        return compiled.error().code;
    }
    if (!compiler.warnings().empty()) {
        return compiler.warnings().front().code;
    }
    Run run(program, Strictness::strict, nullptr, budget);
    const Value found = run.evaluate(compiled->node);
    return run.fault() ? run.fault()->code : feel_text(found).substr(0, 40);
}

// A context whose every step is made of the one before it.
std::string chain(const std::string& first, const std::string& next, int steps,
                  const std::string& result) {
    std::string text = "{x0: " + first;
    for (int i = 1; i <= steps; ++i) {
        std::string step = next;
        for (std::size_t at = step.find('$'); at != std::string::npos; at = step.find('$')) {
            step.replace(at, 1, "x" + std::to_string(i - 1));
        }
        text += ", x" + std::to_string(i) + ": " + step;
    }
    return text + ", result: " + result + "}.result";
}

class Budgets : public testing::Test {
protected:
    void TearDown() override {
        const auto taken = std::chrono::steady_clock::now() - began_;
        EXPECT_LT(taken, std::chrono::seconds(60));  // also in a slow build
    }

private:
    std::chrono::steady_clock::time_point began_ = std::chrono::steady_clock::now();
};

TEST_F(Budgets, stop_loops_over_too_much) {
    EXPECT_EQ(stops("for x in 1..1000000000 return x"), "feel.too_many");
    EXPECT_EQ(stops("for x in 1..1000000000, y in [] return x"), "feel.too_much_work");
    EXPECT_EQ(stops("some x in 1..1000, y in 1..1000, z in 1..1000 satisfies x + y + z > 9999",
                    {1'000'000, 64 << 20}),
              "feel.too_many");
    EXPECT_EQ(stops("count(for x in 1..90000 return count(for y in 1..90000 return y))"),
              "feel.too_much_work");
    EXPECT_EQ(stops("for x in (1e40..1e41] return x"), "feel.too_much_work");
    EXPECT_EQ(stops("for x in 1..9000 return string join(for y in 1..90 return \"0123456789\") + "
                    "string(count(partial))"),
              "feel.too_much_work");
    EXPECT_EQ(stops("for x in 1..90000 return x in (for y in 1..90 return y)"),
              "feel.too_much_work");
    EXPECT_EQ(stops("for x in 1..90000 return (for y in 1..90000 return y)[item > 5]"),
              "feel.too_much_work");
}

TEST_F(Budgets, stop_values_that_grow) {
    EXPECT_EQ(stops(chain("\"0123456789\"", "$ + $", 40, "string length(x40)")), "feel.too_large");
    EXPECT_EQ(stops(chain("[1]", "concatenate($, $)", 40, "count(x40)")), "feel.null");
    EXPECT_EQ(stops(chain("\"a\"", "[$, $]", 60, "string(x60)")), "feel.too_large");
    EXPECT_EQ(stops(chain("{a: 1}", "{a: $, b: $}", 60, "x60 = x59")), "feel.too_large");
    EXPECT_EQ(stops(chain("1", "[$]", 250, "x250")), "feel.too_large");
    EXPECT_EQ(stops("for x in 1..90000 return string join(for y in 1..90 return \"0123456789\")",
                    Budget{1'000'000, 8 << 20}),
              "feel.too_large");
    EXPECT_EQ(stops(chain("9", "$ ** $", 12, "x12")), "feel.null");
}

TEST_F(Budgets, stop_functions_whose_work_grows_faster_than_what_they_are_given) {
    EXPECT_EQ(stops("count(distinct values(for x in 1..90000 return x))"), "feel.too_much_work");
    EXPECT_EQ(stops("count(duplicate values(for x in 1..90000 return x))"), "feel.too_much_work");
    EXPECT_EQ(stops("for x in 1..90000 return list contains(for y in 1..90 return y, x)"),
              "feel.too_much_work");
    const std::string many = "string join(for y in 1..50000 return \"aaaaaaaaaa\")";
    EXPECT_EQ(stops("contains(" + many + ", " + many + " + \"b\")"), "feel.too_much_work");
}

TEST_F(Budgets, stop_functions_that_call_themselves_or_hold_each_other) {
    EXPECT_EQ(stops("{f: function(g, x) g(g, x + 1), r: f(f, 1)}.r"), "feel.too_deep");
    EXPECT_EQ(stops("{f: function(g, x) if x > 25 then 1 else g(g, x + 1) + g(g, x + 1), r: f(f, "
                    "1)}.r"),
              "feel.too_much_work");
    EXPECT_EQ(stops("for x in 1..9000 return function(y) partial", Budget()), "feel.too_large");
    EXPECT_EQ(stops("{f: matches, r: for x in 1..1000 return f(\"" + std::string(60, 'a') +
                    "\", \"(a|aa)+[bc]\")}.r"),
              "feel.too_much_work");
}

TEST_F(Budgets, stop_patterns_that_run_on) {
    const std::string many = "\"" + std::string(60, 'a') + "\"";
    EXPECT_EQ(stops("matches(" + many + ", \"(a+)+[bc]\")"), "feel.too_much_work");
    EXPECT_EQ(stops("for x in 1..1000 return matches(" + many + ", \"(a|aa)+[bc]\")"),
              "feel.too_much_work");
    EXPECT_EQ(stops("replace(" + many + ", \"(.*)*(.*)*(.*)*[bc]\", \"\")"), "feel.too_much_work");
}

TEST_F(Budgets, refuse_text_that_is_nested_too_deep) {
    EXPECT_EQ(stops(std::string(5'000, '[') + std::string(5'000, ']')), "feel.too_deep");
    EXPECT_EQ(stops(std::string(5'000, '(') + "1" + std::string(5'000, ')')), "feel.too_deep");
}

TEST_F(Budgets, make_all_that_follows_null_in_a_tolerant_run) {
    EXPECT_EQ(says("[1, count(distinct values(for x in 1..90000 return x)), 1 + 1]"),
              "[1, null, null]");
}

TEST_F(Budgets, do_not_fill_a_message_with_a_long_text) {
    Program program;
    Compiler compiler(program, Language::full);
    const std::string text = "\"" + std::string(5'000, 'a') + "\" * 2";
    const Result<Typed> compiled = compiler.text(text, "test", Scope());
    feel::Run run(program, Strictness::strict);
    run.evaluate(compiled->node);
    ASSERT_TRUE(run.fault().has_value());
    EXPECT_LT(run.fault()->message.size(), 1'000U);
}

TEST_F(Budgets, leave_room_for_what_people_write) {
    EXPECT_EQ(says("sum(for x in 1..90000 return x * 2)"), "8100090000");
    EXPECT_EQ(says("count(distinct values(for x in 1..2000 return modulo(x, 1000)))"), "1000");
}

}  // namespace
}  // namespace feel
