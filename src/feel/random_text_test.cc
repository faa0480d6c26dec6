// Texts nobody meant, from one seed: whatever they say, they are refused or give a value, and never
// stop the process. What the profile accepts and runs, full FEEL gives the same value for.

#include <gtest/gtest.h>

#include "base/random.h"
#include "feel/compile.h"
#include "feel/run.h"

namespace feel {
namespace {

const std::vector<std::string> pieces = {"1",
                                         "2.5",
                                         "0",
                                         "x",
                                         "flag",
                                         "code",
                                         "\"a\"",
                                         "\"b\"",
                                         "true",
                                         "false",
                                         "null",
                                         "+",
                                         "-",
                                         "*",
                                         "/",
                                         "**",
                                         "(",
                                         ")",
                                         "[",
                                         "]",
                                         "{",
                                         "}",
                                         ",",
                                         ":",
                                         "..",
                                         ".",
                                         "=",
                                         "!=",
                                         "<",
                                         ">=",
                                         "and",
                                         "or",
                                         "if",
                                         "then",
                                         "else",
                                         "in",
                                         "for",
                                         "return",
                                         "some",
                                         "every",
                                         "satisfies",
                                         "between",
                                         "not(",
                                         "min(",
                                         "sum(",
                                         "round half up(",
                                         "date(",
                                         "item",
                                         "?",
                                         "@\"P1M\"",
                                         "@\"2006-05-03\"",
                                         "day",
                                         "y",
                                         "years and months duration(",
                                         "count(",
                                         "e"};

std::string random_text(base::Random& random) {
    std::string text;
    const std::uint64_t length = 1 + random.below(12);
    for (std::uint64_t i = 0; i < length; ++i) {
        text += pieces[random.below(pieces.size())] + " ";
    }
    return text;
}

// Runs a text in one of the two languages; nothing when it is refused.
std::optional<Value> run(const std::string& text, Language language) {
    Program program;
    Compiler compiler(program, language);
    Scope scope;
    const std::pair<const char*, std::pair<Type::Kind, Value>> world[] = {
        {"x", {Type::Kind::number, Value(7)}},
        {"flag", {Type::Kind::boolean, Value(true)}},
        {"code", {Type::Kind::string, Value("a")}},
        {"day", {Type::Kind::date, Value(Date::from_days(13000))}},
    };
    std::vector<std::uint32_t> slots;
    for (const auto& [name, typed] : world) {
        slots.push_back(compiler.new_slot());
        scope.bind(name, Binding{Binding::Kind::slot, slots.back(), Type{typed.first}});
    }
    const Result<Typed> compiled = compiler.text(text, "random", scope);
    const Result<NodeId> cell = compiler.tests(text, "cell", scope, Type{Type::Kind::number});
    EXPECT_TRUE(language == Language::profile || (compiled && cell)) << text;
    if (!compiled) {
        EXPECT_FALSE(compiled.error().message.empty());
        EXPECT_TRUE(compiled.error().place.starts_with("random")) << text;
        return std::nullopt;
    }
    Run running(program, language == Language::profile ? Strictness::strict : Strictness::tolerant);
    for (std::size_t i = 0; i < slots.size(); ++i) {
        running.slot(slots[i]) = world[i].second.second;
    }
    Value value = running.evaluate(compiled->node);
    return running.fault() ? std::nullopt : std::optional<Value>(std::move(value));
}

TEST(RandomText, is_refused_or_has_one_value_in_both_languages) {
    base::Random random = base::Random::seeded(20061122);
    std::size_t agreed = 0;
    for (int i = 0; i < 8'000; ++i) {
        const std::string text = random_text(random);
        const std::optional<Value> in_full = run(text, Language::full);
        ASSERT_TRUE(in_full.has_value()) << text;
        if (const std::optional<Value> in_profile = run(text, Language::profile)) {
            EXPECT_TRUE(*in_profile == *in_full)
                << text << ": " << in_profile->to_text() << " and " << in_full->to_text();
            ++agreed;
        }
    }
    EXPECT_GT(agreed, 100U);
}

}  // namespace
}  // namespace feel
