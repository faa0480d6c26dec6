// Every decision table of every shipped package is broken in at least three ways, and each is
// caught with its code and its place: file, decision, table, rule. A table that is added is broken
// too.

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <set>

#include "policy/inspect.h"
#include "policy/shipped_for_tests.h"

namespace policy {
namespace {

// A stretch of a file.
struct Part {
    std::size_t at = 0;
    std::size_t size = 0;
};

// The inside of the next <name ...>...</name>, or of all of them in a stretch.
std::vector<Part> parts(const std::string& bytes, Part whole, const std::string& name) {
    std::vector<Part> found;
    const std::string last = "</" + name + ">";
    std::size_t at = whole.at;
    for (;;) {
        at = bytes.find("<" + name, at);
        if (at == std::string::npos || at >= whole.at + whole.size) {
            return found;
        }
        const std::size_t end = bytes.find(last, at) + last.size();
        found.push_back(Part{at, end - at});
        at = end;
    }
}

std::string text_of(const std::string& bytes, Part cell) {
    const Part text = parts(bytes, cell, "text").front();
    const std::size_t open = bytes.find('>', text.at) + 1;
    return bytes.substr(open, bytes.find('<', open) - open);
}

struct ShippedTable {
    std::string file;
    std::string decision;
    Part part;
    std::vector<Part> rules;
    std::string bytes;  // of the file

    std::vector<Part> cells(std::size_t rule, const std::string& kind) const {
        return parts(bytes, rules[rule], kind);
    }
    std::string input(std::size_t rule, std::size_t column) const {
        return text_of(bytes, cells(rule, "inputEntry")[column]);
    }
    bool has(const std::string& words) const {
        return bytes.substr(part.at, bytes.find('>', part.at) - part.at).find(words) !=
               std::string::npos;
    }
    bool looks_at_nothing(std::size_t rule) const {
        for (const Part& cell : cells(rule, "inputEntry")) {
            if (text_of(bytes, cell) != "-") {
                return false;
            }
        }
        return true;
    }
};

std::vector<ShippedTable> tables_of(const std::string& file, const std::string& bytes) {
    std::vector<ShippedTable> tables;
    for (const Part& table : parts(bytes, Part{0, bytes.size()}, "decisionTable")) {
        const std::size_t owner = bytes.rfind("<decision id=\"", table.at) + 14;
        ShippedTable made{
            file, bytes.substr(owner, bytes.find('"', owner) - owner), table, {}, bytes};
        made.rules = parts(bytes, table, "rule");
        tables.push_back(std::move(made));
    }
    return tables;
}

// A table with one thing changed, and how it must be caught.
struct Broken {
    std::string what;
    std::string bytes;
    std::set<std::string> codes;
    std::string place;  // behind the table
};

std::string replaced(const ShippedTable& table, Part part, const std::string& with) {
    std::string bytes = table.bytes;
    return bytes.replace(part.at, part.size, with);
}

std::string cell(const std::string& kind, const std::string& text) {
    return "<" + kind + "><text>" + text + "</text></" + kind + ">";
}

std::string rule_place(std::size_t rule) {
    return ", rule " + std::to_string(rule + 1);
}

// A code nobody knows, or a text where a number stands.
void break_input(const ShippedTable& table, std::vector<Broken>& broken) {
    for (std::size_t rule = table.rules.size(); rule-- > 0;) {
        const std::vector<Part> cells = table.cells(rule, "inputEntry");
        for (const Part& each : cells) {
            if (text_of(table.bytes, each) != "-") {
                broken.push_back({"an unknown code",
                                  replaced(table, each, cell("inputEntry", "\"no_such_code\"")),
                                  {"feel.not_allowed", "feel.wrong_type"},
                                  rule_place(rule) + ", column "});
                return;
            }
        }
    }
}

void break_output(const ShippedTable& table, std::vector<Broken>& broken) {
    const std::size_t rule = table.rules.size() / 2;
    const Part output = table.cells(rule, "outputEntry").back();
    const std::string text = text_of(table.bytes, output);
    broken.push_back(
        {"an output of another kind",
         replaced(table, output, cell("outputEntry", text.front() == '"' ? "5" : "\"x\"")),
         {"feel.wrong_type"},
         rule_place(rule) + ", column "});
    if (text.starts_with("Rates.")) {
        broken.push_back({"an output of another unit",
                          replaced(table, output, cell("outputEntry", "Rates.year_basis_days")),
                          {"policy.wrong_unit", "policy.units_differ"},
                          rule_place(rule) + ", column "});
    }
}

// Whether a combination is left when the last rule is taken away.
bool last_rule_is_needed(const ShippedTable& table) {
    return table.has("\"UNIQUE\"") || table.looks_at_nothing(table.rules.size() - 1) ||
           (table.has("\"COLLECT\"") && table.cells(0, "inputEntry").size() == 1);
}

void break_rules(const ShippedTable& table, std::vector<Broken>& broken) {
    const std::size_t last = table.rules.size() - 1;
    if (last_rule_is_needed(table)) {
        broken.push_back({"a rule taken away",
                          replaced(table, table.rules[last], ""),
                          {"policy.table_gap"},
                          ", after rule " + std::to_string(last)});
    }
    const std::string again = table.bytes.substr(table.rules[last].at, table.rules[last].size);
    if (table.has("\"UNIQUE\"")) {
        broken.push_back({"a rule twice",
                          replaced(table, Part{table.rules[last].at, 0}, again),
                          {"policy.table_overlap"},
                          rule_place(last + 1)});
    }
    if (!table.has("\"COLLECT\"")) {
        return;
    }
    // Points of several questions add up; in a table that answers once they overlap.
    std::size_t other = 0;
    while (other < table.rules.size() && table.input(other, 0) != "-") {
        ++other;
    }
    if (other < table.rules.size()) {
        const std::string policy = "hitPolicy=\"COLLECT\" aggregation=\"SUM\"";
        broken.push_back(
            {"another hit policy",
             replaced(table, Part{table.bytes.find(policy, table.part.at), policy.size()},
                      "hitPolicy=\"UNIQUE\""),
             {"policy.table_overlap"},
             rule_place(other)});
    }
}

// A range that takes in the first number of the next rule too.
void break_range(const ShippedTable& table, std::vector<Broken>& broken) {
    for (std::size_t rule = 0; table.has("\"UNIQUE\"") && rule < table.rules.size(); ++rule) {
        for (const Part& each : table.cells(rule, "inputEntry")) {
            std::string text = text_of(table.bytes, each);
            if (text.find("..") != std::string::npos && text.back() == ')') {
                text.back() = ']';
                broken.push_back({"a range widened",
                                  replaced(table, each, cell("inputEntry", text)),
                                  {"policy.table_overlap"},
                                  rule_place(rule + 1)});
                return;
            }
        }
    }
}

bool is_caught(const Inspection& found, const Broken& broken, const ShippedTable& table) {
    for (const Error& fault : found.faults) {
        const std::string inside =
            ", decision " + table.decision + ", table " + table.decision + broken.place;
        if (broken.codes.contains(fault.code) && fault.place.starts_with(table.file + " line ") &&
            fault.place.find(inside) != std::string::npos) {
            return true;
        }
    }
    return false;
}

void break_each_way(const std::string& id, const Files& files, const ShippedTable& table) {
    std::vector<Broken> ways;
    break_input(table, ways);
    break_output(table, ways);
    break_rules(table, ways);
    break_range(table, ways);
    EXPECT_GE(ways.size(), 3U) << id << ", " << table.decision;
    for (const Broken& broken : ways) {
        Files changed = files;
        changed[table.file] = broken.bytes;
        const Inspection found = inspect(id, changed);
        EXPECT_TRUE(is_caught(found, broken, table))
            << id << ", " << table.file << ", table " << table.decision << ", " << broken.what
            << ": expected " << *broken.codes.begin() << " at " << broken.place << ", found "
            << (found.faults.empty()
                    ? "nothing"
                    : found.faults.front().code + " at " + found.faults.front().place);
    }
}

class BrokenTables : public ::testing::TestWithParam<std::string> {};

TEST_P(BrokenTables, are_caught_each_in_three_ways_at_their_rule) {
    const std::string& id = GetParam();
    const Files files =
        testing::read_folder(std::filesystem::path(ONEPURSE_SOURCE_DIR) / "policies" / id);
    std::size_t broken = 0;
    for (const auto& [file, bytes] : files) {
        if (!file.ends_with(".dmn")) {
            continue;
        }
        for (const ShippedTable& table : tables_of(file, bytes)) {
            break_each_way(id, files, table);
            ++broken;
        }
    }
    EXPECT_EQ(broken, inspect(id, files).tables);
}

TEST_P(BrokenTables, are_each_named_when_a_rule_of_them_has_lost_its_reason) {
    const std::string& id = GetParam();
    Files files =
        testing::read_folder(std::filesystem::path(ONEPURSE_SOURCE_DIR) / "policies" / id);
    std::set<std::string> expected;
    for (auto& [file, bytes] : files) {
        const std::vector<ShippedTable> tables =
            file.ends_with(".dmn") ? tables_of(file, bytes) : std::vector<ShippedTable>{};
        for (std::size_t i = tables.size(); i-- > 0;) {  // from the end: what is before stays
            const Part reason = tables[i].cells(0, "annotationEntry").front();
            bytes.replace(reason.at, reason.size, "<annotationEntry><text/></annotationEntry>");
            expected.insert("decision " + tables[i].decision + ", table " + tables[i].decision +
                            rule_place(0));
        }
    }
    std::set<std::string> found;
    for (const Error& fault : inspect(id, files).faults) {
        EXPECT_EQ(fault.code, "policy.no_reason") << fault.place;
        found.insert(fault.place.substr(fault.place.find(", ") + 2));
    }
    EXPECT_EQ(found, expected);
}

INSTANTIATE_TEST_SUITE_P(Shipped, BrokenTables, ::testing::ValuesIn(testing::shipped_ids()),
                         [](const ::testing::TestParamInfo<std::string>& row) {
                             std::string name = row.param;
                             std::replace(name.begin(), name.end(), '-', '_');
                             return name;
                         });

}  // namespace
}  // namespace policy
