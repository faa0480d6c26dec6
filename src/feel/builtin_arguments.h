#pragma once
// How the built-in functions read what they are given, and how they are added to the table. A value
// of the wrong kind, a position that is none, a list that is missing: each gives nothing, and so
// does the function.

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "feel/builtins.h"
#include "feel/work.h"

namespace feel {

using Arguments = std::span<const Value>;
using Answer = std::optional<Value>;

// No list or text that a function makes is longer.
inline constexpr std::size_t items_max = 100'000;
inline constexpr std::size_t text_max = 1'000'000;

// Adds a function of full FEEL that needs all its parameters.
Builtin& add_builtin(std::vector<Builtin>& made, std::string_view name,
                     std::vector<std::string_view> parameters, std::vector<Type::Kind> kinds,
                     Type::Kind result, Answer (*run)(Arguments));

// Gives a counted function as one that has work of its own: what Builtin::run wants.
template <Answer (*counted)(Arguments, Work&)>
Answer uncounted(Arguments given) {
    Work work(1'000'000);
    return counted(given, work);
}

// Gives the items of a function that takes one list or many arguments.
Arguments items_of(Arguments given);

// Gives the items of a list argument: a value alone stands for the list of it. Nothing for null.
std::optional<Arguments> listed(const Value& value);

// Gives the whole part of a number, as positions and lengths are read. Nothing for other kinds and
// numbers beyond 10^15.
std::optional<std::int64_t> whole_part(const Value& value);

// Gives the index of a position in `size` items: 1 is the first, -1 the last. Nothing for others.
std::optional<std::size_t> index_of(const Value& position, std::size_t size);

// Whether an item equals another, as "=" says; kinds that cannot be compared are not equal.
bool same_item(const Value& a, const Value& b);

}  // namespace feel
