#include "feel/builtins_patterns.h"

#include <string>

#include "feel/builtin_arguments.h"
#include "feel/regex.h"

namespace feel {

namespace {

// Reads the pattern given[1] with the flags at a position; null there is none.
std::optional<Regex> pattern_of(Arguments given, std::size_t flags_at) {
    const bool has_flags = given.size() > flags_at && !given[flags_at].is_null();
    if (given[0].string() == nullptr || given[1].string() == nullptr ||
        (has_flags && given[flags_at].string() == nullptr)) {
        return std::nullopt;
    }
    return Regex::make(*given[1].string(), has_flags ? *given[flags_at].string() : std::string());
}

Answer matches(Arguments given, Work& work) {
    const std::optional<Regex> regex = pattern_of(given, 2);
    if (!regex) {
        return std::nullopt;
    }
    const std::optional<bool> found = regex->is_in(*given[0].string(), work);
    return found ? Answer(*found) : std::nullopt;
}

Answer replace(Arguments given, Work& work) {
    const std::optional<Regex> regex = pattern_of(given, 3);
    if (!regex || given[2].string() == nullptr) {
        return std::nullopt;
    }
    std::optional<std::string> made =
        regex->replace(*given[0].string(), *given[2].string(), text_max, work);
    return made ? Answer(std::move(*made)) : std::nullopt;
}

Answer split(Arguments given, Work& work) {
    const std::optional<Regex> regex = pattern_of(given, 2);
    const std::optional<std::vector<std::string>> parts =
        regex ? regex->split(*given[0].string(), items_max, work) : std::nullopt;
    return parts ? Answer(List(parts->begin(), parts->end())) : std::nullopt;
}

}  // namespace

void add_pattern_builtins(std::vector<Builtin>& made) {
    using K = Type::Kind;
    Builtin& asks = add_builtin(made, "matches", {"input", "pattern", "flags"},
                                {K::string, K::string, K::string}, K::boolean, uncounted<matches>);
    asks.required = 2;
    asks.run_counted = matches;
    Builtin& changes =
        add_builtin(made, "replace", {"input", "pattern", "replacement", "flags"},
                    {K::string, K::string, K::string, K::string}, K::string, uncounted<replace>);
    changes.required = 3;
    changes.run_counted = replace;
    add_builtin(made, "split", {"string", "delimiter"}, {K::string, K::string}, K::list,
                uncounted<split>)
        .run_counted = split;
}

}  // namespace feel
