// Feeds any text to the expression reader: it is refused with its place or has a value, and what
// the profile accepts and runs has the same value in full FEEL. Built by clang with
// -fsanitize=fuzzer.

#include <cstddef>
#include <cstdint>
#include <string>

#include "base/check.h"
#include "feel/compile.h"
#include "feel/run.h"

namespace {

using feel::Language;
using feel::Type;
using feel::Value;

std::optional<Value> run(const std::string& text, Language language) {
    feel::Program program;
    feel::Compiler compiler(program, language);
    feel::Scope scope;
    const std::pair<const char*, std::pair<Type::Kind, Value>> world[] = {
        {"x", {Type::Kind::number, Value(7)}},
        {"flag", {Type::Kind::boolean, Value(true)}},
        {"code", {Type::Kind::string, Value("a")}},
        {"the day", {Type::Kind::date, Value(Date::from_days(13000))}},
    };
    std::vector<std::uint32_t> slots;
    for (const auto& [name, typed] : world) {
        slots.push_back(compiler.new_slot());
        scope.bind(name, feel::Binding{feel::Binding::Kind::slot, slots.back(), Type{typed.first}});
    }
    const Result<feel::Typed> compiled = compiler.text(text, "fuzz", scope);
    if (!compiled) {
        CHECK(language == Language::profile);
        CHECK(!compiled.error().message.empty());
        CHECK(compiled.error().place.starts_with("fuzz"));
        return std::nullopt;
    }
    feel::Run running(program, language == Language::profile ? feel::Strictness::strict
                                                             : feel::Strictness::tolerant);
    for (std::size_t i = 0; i < slots.size(); ++i) {
        running.slot(slots[i]) = world[i].second.second;
    }
    Value value = running.evaluate(compiled->node);
    return running.fault() ? std::nullopt : std::optional<Value>(std::move(value));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string text(reinterpret_cast<const char*>(data), size);
    const std::optional<Value> in_full = run(text, Language::full);
    CHECK(in_full.has_value());
    const std::optional<Value> in_profile = run(text, Language::profile);
    if (in_profile) {
        CHECK(*in_profile == *in_full);
        CHECK(in_profile->to_text() == in_full->to_text());
    }
    return 0;
}
