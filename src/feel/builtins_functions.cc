#include "feel/builtins_functions.h"

#include <algorithm>

#include "feel/builtin_arguments.h"
#include "feel/run.h"

namespace feel {

namespace {

// Asks a function about two values; nothing where it gives neither true nor false.
std::optional<bool> asked(Run& run, const Value& function, const Value& a, const Value& b) {
    const std::optional<Value> answer = run.apply(function, {a, b});
    return answer && answer->boolean() != nullptr ? std::optional<bool>(*answer->boolean())
                                                  : std::nullopt;
}

// Merges two sorted stretches. An analyst's order may contradict itself, which the sorts of the
// standard library do not survive; this one gives some order of the same items.
bool merge(Run& run, const Value& precedes, std::span<const Value> left,
           std::span<const Value> right, List& made) {
    while (!left.empty() && !right.empty()) {
        const std::optional<bool> right_first = asked(run, precedes, right.front(), left.front());
        if (!right_first) {
            return false;
        }
        std::span<const Value>& from = *right_first ? right : left;
        made.push_back(from.front());
        from = from.subspan(1);
    }
    made.insert(made.end(), left.begin(), left.end());
    made.insert(made.end(), right.begin(), right.end());
    return true;
}

Answer sort(Run& run, Arguments given) {
    const std::optional<Arguments> items = listed(given[0]);
    if (!items || given[1].function() == nullptr) {
        return std::nullopt;
    }
    List sorted(items->begin(), items->end());
    for (std::size_t width = 1; width < sorted.size(); width *= 2) {
        const Arguments all(sorted);
        List merged;
        merged.reserve(sorted.size());
        for (std::size_t from = 0; from < all.size(); from += 2 * width) {
            const std::size_t middle = std::min(from + width, all.size());
            const std::size_t past = std::min(middle + width, all.size());
            if (!merge(run, given[1], all.subspan(from, middle - from),
                       all.subspan(middle, past - middle), merged)) {
                return std::nullopt;
            }
        }
        sorted = std::move(merged);
    }
    return sorted;
}

// The position of an item, or which items match the new one.
Answer replace(Run& run, Arguments given) {
    if (given[1].function() == nullptr) {
        return builtins()[*find_builtin("list replace")].run(given);
    }
    const std::optional<Arguments> items = listed(given[0]);
    if (!items) {
        return std::nullopt;
    }
    List made;
    made.reserve(items->size());
    for (const Value& item : *items) {
        const std::optional<bool> matches = asked(run, given[1], item, given[2]);
        if (!matches) {
            return std::nullopt;
        }
        made.push_back(*matches ? given[2] : item);
    }
    return made;
}

// Sorting cannot be done without a run.
Answer without_run(Arguments) {
    return std::nullopt;
}

}  // namespace

void add_function_builtins(std::vector<Builtin>& made) {
    using K = Type::Kind;
    add_builtin(made, "sort", {"list", "precedes"}, {K::list, K::any}, K::list, without_run)
        .run_calling = sort;
    const auto list_replace = std::find_if(
        made.begin(), made.end(), [](const Builtin& each) { return each.name == "list replace"; });
    list_replace->other_forms = {{"list", "match", "newItem"}};
    list_replace->run_calling = replace;
}

}  // namespace feel
