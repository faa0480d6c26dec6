// Feeds any lines to the cells of a decision table with one column: what is said of the table
// before it runs (a gap, an overlap) is what happens when it runs. Built by clang with
// -fsanitize=fuzzer.

#include <cstddef>
#include <cstdint>
#include <string>

#include "base/check.h"
#include "base/text.h"
#include "feel/compile.h"
#include "feel/table_space.h"

namespace {

using feel::Type;
using feel::Value;

void try_column(const std::vector<std::string>& cells, const Type& type,
                const std::vector<Value>& values) {
    feel::Program program;
    feel::Compiler compiler(program, feel::Language::profile);
    feel::Scope scope;
    const std::uint32_t slot = compiler.new_slot();
    scope.bind("x", feel::Binding{feel::Binding::Kind::slot, slot, type});
    auto text = std::make_shared<feel::TableText>();
    text->name = "fuzz";
    text->inputs = {feel::TableInput{"", "x", "", std::nullopt}};
    text->outputs = {feel::TableOutput{"", "", "", std::nullopt}};
    // What cannot be known beforehand: a look at the value in an expression, and the order of texts
    // that no list closes.
    const bool is_open_text = type.kind == Type::Kind::string && type.codes == nullptr;
    const char* const unknown = is_open_text ? "?x<>[](" : "?x";
    bool is_known = true;
    for (const std::string& cell : cells) {
        text->rules.push_back(feel::TableRule{{cell}, {"1"}, ""});
        is_known = is_known && cell.find_first_of(unknown) == std::string::npos;
    }
    feel::Boxed boxed;
    boxed.kind = feel::Boxed::Kind::table;
    boxed.place = "fuzz";
    boxed.table = text;
    const Result<feel::Typed> compiled = compiler.boxed(boxed, scope, std::nullopt);
    if (!compiled) {
        CHECK(compiled.error().place.starts_with("fuzz"));
        return;
    }
    const feel::Run figures(program, feel::Strictness::strict);
    const std::set<std::uint32_t> optional;
    const feel::TableSpace space(program, program.tables[0], figures, optional);
    const bool has_gap = space.gap().has_value();
    const bool has_overlap = space.overlap().has_value();
    for (const Value& value : values) {
        feel::Run run(program, feel::Strictness::strict);
        run.slot(slot) = value;
        run.evaluate(compiled->node);
        if (is_known && run.fault()) {
            CHECK(run.fault()->code != "policy.no_rule" || has_gap);
            CHECK(run.fault()->code != "policy.rules_disagree" || has_overlap);
        }
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size > 2'000) {
        return 0;
    }
    const std::vector<std::string> cells =
        base::split_text(std::string(reinterpret_cast<const char*>(data), size), '\n');
    std::vector<Value> numbers;
    std::vector<Value> days;
    for (int i = -30; i <= 30; ++i) {
        numbers.emplace_back(*Decimal::divide(Decimal(i), Decimal(2)));
        days.emplace_back(Date::from_days(13'000 + i));
    }
    Type codes{Type::Kind::string};
    codes.codes =
        std::make_shared<const std::vector<std::string>>(std::vector<std::string>{"a", "b", "c"});
    try_column(cells, Type{Type::Kind::number}, numbers);
    try_column(cells, Type{Type::Kind::date}, days);
    try_column(cells, codes, {Value("a"), Value("b"), Value("c")});
    try_column(cells, Type{Type::Kind::string}, {Value("a"), Value("b"), Value("z"), Value("")});
    try_column(cells, Type{Type::Kind::boolean}, {Value(true), Value(false)});
    return 0;
}
