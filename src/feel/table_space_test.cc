// What is said of a table before anything runs is what happens when it runs: random tables are held
// against every value that could make a difference.

#include "feel/table_space.h"

#include <gtest/gtest.h>

#include "base/random.h"
#include "feel/compile.h"

namespace feel {
namespace {

struct Column {
    std::string name;
    Type type;
    bool optional = false;
};

struct Prepared {
    Program program;
    std::vector<std::uint32_t> slots;
    std::set<std::uint32_t> optional;
    Result<Typed> compiled = Error{"test.not_compiled", ""};
};

std::unique_ptr<Prepared> prepare(const std::vector<Column>& columns,
                                  const std::vector<std::vector<std::string>>& rules) {
    auto made = std::make_unique<Prepared>();
    Compiler compiler(made->program, Language::profile);
    Scope scope;
    auto text = std::make_shared<TableText>();
    text->name = "bands";
    text->outputs = {TableOutput{"", "", "", std::nullopt}};
    for (const Column& column : columns) {
        const std::uint32_t slot = compiler.new_slot();
        scope.bind(column.name, Binding{Binding::Kind::slot, slot, column.type});
        text->inputs.push_back(TableInput{"", column.name, "", std::nullopt});
        made->slots.push_back(slot);
        if (column.optional) {
            made->optional.insert(slot);
        }
    }
    for (const std::vector<std::string>& rule : rules) {
        text->rules.push_back(TableRule{rule, {"1"}, ""});
    }
    Boxed boxed;
    boxed.kind = Boxed::Kind::table;
    boxed.place = "care.dmn";
    boxed.table = text;
    made->compiled = compiler.boxed(boxed, scope, std::nullopt);
    EXPECT_TRUE(made->compiled.has_value()) << made->compiled.error().message;
    return made;
}

std::string in_words(const TableRow& row) {
    std::string words;
    for (const std::string& cell : row) {
        words += (words.empty() ? "" : " | ") + cell;
    }
    return words;
}

// "whole", the row that no rule answers, or "too wide".
std::string gap_of(const std::vector<Column>& columns,
                   const std::vector<std::vector<std::string>>& rules) {
    const auto made = prepare(columns, rules);
    const Run run(made->program, Strictness::strict);
    const auto gap = TableSpace(made->program, made->program.tables[0], run, made->optional).gap();
    return !gap ? "whole" : gap->is_certain ? in_words(gap->row) : "too wide";
}

std::string overlap_of(const std::vector<Column>& columns,
                       const std::vector<std::vector<std::string>>& rules) {
    const auto made = prepare(columns, rules);
    const Run run(made->program, Strictness::strict);
    const auto overlap =
        TableSpace(made->program, made->program.tables[0], run, made->optional).overlap();
    return !overlap ? "none"
                    : std::to_string(overlap->first + 1) + " and " +
                          std::to_string(overlap->second + 1) + ": " + in_words(overlap->row);
}

Type codes(const std::vector<std::string>& names) {
    Type type{Type::Kind::string};
    type.codes = std::make_shared<const std::vector<std::string>>(names);
    return type;
}

Type number_from(const std::string& allowed) {
    Type type{Type::Kind::number};
    type.allowed = std::make_shared<const std::string>(allowed);
    return type;
}

const Type number_type{Type::Kind::number};
const Type boolean_type{Type::Kind::boolean};
const Type date_type{Type::Kind::date};
const Type open_text{Type::Kind::string};

TEST(TableSpace, shows_what_no_rule_answers_as_a_row) {
    const std::vector<Column> columns = {{"points", number_from("[0..100]")},
                                         {"owner", codes({"x", "y"})}};
    EXPECT_EQ(gap_of(columns, {{"< 5", "-"}, {"[5..7)", "\"y\""}, {">= 7", "-"}}),
              "[5..7) | \"x\"");
    EXPECT_EQ(gap_of(columns, {{"< 5", "-"}, {">= 5", "\"x\", \"y\""}}), "whole");
    EXPECT_EQ(gap_of(columns, {{"[0..50]", "-"}, {"> 60", "-"}}), "(50..60] | -");
    EXPECT_EQ(gap_of(columns, {{"-", "not(\"y\")"}, {"100", "-"}}), "[0..100) | \"y\"");
}

TEST(TableSpace, counts_every_number_when_no_range_is_given) {
    EXPECT_EQ(gap_of({{"n", number_type}}, {{"[0..10)"}, {">= 10"}}), "< 0");
    EXPECT_EQ(gap_of({{"n", number_type}}, {{"< 0.10"}, {"> 0.1"}}), "0.1");
    EXPECT_EQ(gap_of({{"n", number_type}}, {{"<= 9"}, {">= 10"}}), "(9..10)");
    EXPECT_EQ(gap_of({{"n", number_from("1, 2, 3")}}, {{"< 2"}, {"3"}}), "2");
    EXPECT_EQ(gap_of({{"n", number_type}}, {}), "-");
}

TEST(TableSpace, knows_that_days_follow_each_other) {
    const std::vector<Column> columns = {{"d", date_type}};
    EXPECT_EQ(gap_of(columns, {{"<= date(\"2006-03-31\")"}, {">= date(\"2006-04-01\")"}}), "whole");
    EXPECT_EQ(gap_of(columns, {{"< date(\"2006-03-31\")"}, {">= date(\"2006-04-01\")"}}),
              "date(\"2006-03-31\")");
}

TEST(TableSpace, counts_an_answer_that_may_be_left_out) {
    EXPECT_EQ(gap_of({{"b", boolean_type, true}}, {{"true"}, {"false"}}), "null");
    EXPECT_EQ(gap_of({{"b", boolean_type, true}}, {{"true"}, {"not(true)"}}), "whole");
    EXPECT_EQ(gap_of({{"n", number_type, true}}, {{"null"}}), "not(null)");
}

TEST(TableSpace, counts_every_text_when_no_list_is_given) {
    EXPECT_EQ(gap_of({{"t", open_text}}, {{"\"a\""}, {"\"b\""}}), "not(\"a\", \"b\")");
    EXPECT_EQ(gap_of({{"t", open_text}}, {{"\"a\""}, {"not(\"a\")"}}), "whole");
    EXPECT_EQ(overlap_of({{"t", open_text}}, {{"not(\"b\")"}, {"not(\"a\")"}}),
              "1 and 2: not(\"b\", \"a\")");
}

TEST(TableSpace, names_two_rules_that_hold_at_once) {
    const std::vector<Column> columns = {{"points", number_type}, {"owner", codes({"x", "y"})}};
    EXPECT_EQ(overlap_of(columns, {{"< 5", "-"}, {"[5..8]", "-"}, {"[8..9]", "\"x\""}}),
              "2 and 3: 8 | \"x\"");
    EXPECT_EQ(overlap_of(columns, {{"< 5", "-"}, {"[5..8)", "-"}, {"[8..9]", "\"x\""}}), "none");
    EXPECT_EQ(overlap_of(columns, {{"< 5", "\"x\""}, {"< 6", "\"y\""}}), "none");
    EXPECT_EQ(overlap_of(columns, {{"-", "-"}, {"-", "-"}}), "1 and 2: - | -");
}

TEST(TableSpace, takes_two_columns_of_one_expression_together) {
    const std::vector<Column> columns = {{"n", number_type}};
    const auto twice = [&](const std::vector<std::vector<std::string>>& rules) {
        auto both = columns;
        both.push_back(columns[0]);
        return overlap_of(both, rules);
    };
    EXPECT_EQ(twice({{">= 0", "< 5"}, {">= 5", "< 9"}}), "none");
    EXPECT_EQ(twice({{">= 0", "< 5"}, {">= 4", "< 9"}}), "1 and 2: [4..5) | -");
}

TEST(TableSpace, leaves_open_what_only_the_run_can_say) {
    const std::vector<Column> columns = {{"n", number_type}, {"m", number_type}};
    // "? > m" may hold, so nothing is refused; beside it the sure gap is still found.
    EXPECT_EQ(gap_of(columns, {{"? > m", "-"}}), "whole");
    EXPECT_EQ(overlap_of(columns, {{"? > m", "-"}, {"> 3", "-"}}), "none");
    EXPECT_EQ(gap_of(columns, {{"? > m", "> 3"}, {"> 3", "-"}}), "<= 3 | <= 3");
    // The order of texts that no list closes.
    EXPECT_EQ(gap_of({{"t", open_text}}, {{"<= \"m\""}}), "whole");
    EXPECT_EQ(gap_of({{"t", codes({"a", "m", "z"})}}, {{"< \"m\""}}), "\"m\", \"z\"");
    // Where every value is known, so is the answer.
    EXPECT_EQ(gap_of({{"b", boolean_type}}, {{"? = true"}}), "false");
}

TEST(TableSpace, says_so_when_a_table_is_too_wide_to_search) {
    base::Random random = base::Random::seeded(31);
    std::vector<Column> columns;
    columns.reserve(40);
    for (int i = 0; i < 40; ++i) {
        columns.push_back({"b" + std::to_string(i), boolean_type});
    }
    std::vector<std::vector<std::string>> rules;
    for (int i = 0; i < 170; ++i) {
        std::vector<std::string> rule(columns.size(), "-");
        for (int cell = 0; cell < 3; ++cell) {
            rule[random.below(rule.size())] = random.below(2) == 0 ? "true" : "false";
        }
        rules.push_back(rule);
    }
    EXPECT_EQ(gap_of(columns, rules), "too wide");
    rules.emplace_back(columns.size(), "-");
    EXPECT_EQ(gap_of(columns, rules), "whole");
}

std::string random_number_cell(base::Random& random) {
    const auto end = [&random] { return std::to_string(random.below(6)); };
    switch (random.below(6)) {
        case 0:
            return "-";
        case 1:
            return (random.below(2) == 0 ? "< " : ">= ") + end();
        case 2:
            return (random.below(2) == 0 ? "[" : "(") + end() + ".." + end() +
                   (random.below(2) == 0 ? "]" : ")");
        case 3:
            return end() + ", " + end();
        case 4:
            return "not(" + end() + ")";
        default:
            return "not([" + end() + ".." + end() + "))";
    }
}

std::string random_code_cell(base::Random& random) {
    const char* cells[] = {
        "-", "\"a\"", "\"b\"", "\"a\", \"c\"", "not(\"c\")", "not(\"a\", \"b\")"};
    return cells[random.below(6)];
}

TEST(TableSpace, agrees_with_running_the_table_on_every_value_that_differs) {
    base::Random random = base::Random::seeded(2006);
    int gaps = 0;
    int overlaps = 0;
    for (int round = 0; round < 300; ++round) {
        const std::vector<Column> columns = {{"n", number_type, random.below(2) == 0},
                                             {"c", codes({"a", "b", "c"})},
                                             {"m", number_from("[0..5]")}};
        std::vector<std::vector<std::string>> rules;
        const std::uint64_t count = 1 + random.below(4);
        for (std::uint64_t rule = 0; rule < count; ++rule) {
            rules.push_back(
                {random_number_cell(random), random_code_cell(random), random_number_cell(random)});
        }
        const auto made = prepare(columns, rules);
        ASSERT_TRUE(made->compiled.has_value());
        bool is_gap = false;
        bool is_overlap = false;
        for (int n = -2; n <= 12; ++n) {
            for (const char* code : {"a", "b", "c"}) {
                for (int m = 0; m <= 10; ++m) {
                    feel::Run run(made->program, Strictness::strict);
                    if (n > -2) {
                        run.slot(made->slots[0]) = *Decimal::divide(Decimal(n), Decimal(2));
                    } else if (!columns[0].optional) {
                        continue;
                    }
                    run.slot(made->slots[1]) = code;
                    run.slot(made->slots[2]) = *Decimal::divide(Decimal(m), Decimal(2));
                    run.evaluate(made->compiled->node);
                    is_gap = is_gap || (run.fault() && run.fault()->code == "policy.no_rule");
                    is_overlap =
                        is_overlap || (run.fault() && run.fault()->code == "policy.rules_disagree");
                }
            }
        }
        const feel::Run figures(made->program, Strictness::strict);
        const TableSpace space(made->program, made->program.tables[0], figures, made->optional);
        std::string words;
        for (const auto& rule : rules) {
            words += in_words(rule) + "\n";
        }
        EXPECT_EQ(space.gap().has_value(), is_gap) << words;
        EXPECT_EQ(space.overlap().has_value(), is_overlap) << words;
        gaps += is_gap ? 1 : 0;
        overlaps += is_overlap ? 1 : 0;
        // The row shown can be pasted: with it the table has one gap less, and never an overlap.
        if (const auto gap = space.gap()) {
            std::vector<std::vector<std::string>> mended = rules;
            mended.push_back(gap->row);
            const auto again = prepare(columns, mended);
            ASSERT_TRUE(again->compiled.has_value()) << in_words(gap->row);
            const feel::Run none(again->program, Strictness::strict);
            const auto left =
                TableSpace(again->program, again->program.tables[0], none, again->optional).gap();
            EXPECT_TRUE(!left || in_words(left->row) != in_words(gap->row)) << words;
        }
    }
    EXPECT_GT(gaps, 50);
    EXPECT_GT(overlaps, 50);
}

}  // namespace
}  // namespace feel
