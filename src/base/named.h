#pragma once
// Named gives the values of an enum their one text form (kept, sent, parsed) and their words for a
// person, in one table. The rooms write such a table beside each enum and ask it both ways.

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

#include "base/check.h"

namespace base {

template <typename Value>
struct Named {
    Value value;
    std::string_view text;
    std::string_view words = {};
};

// Gives the row of a value. CHECKs that the table has it.
template <typename Value, std::size_t count>
const Named<Value>& named(const std::array<Named<Value>, count>& rows, Value value) {
    for (const Named<Value>& row : rows) {
        if (row.value == value) {
            return row;
        }
    }
    CHECK(!"every value has a row");
    return rows.front();
}

// Gives the value whose text form this is; nothing for any other text.
template <typename Value, std::size_t count>
std::optional<Value> value_named(const std::array<Named<Value>, count>& rows,
                                 std::string_view text) {
    for (const Named<Value>& row : rows) {
        if (row.text == text) {
            return row.value;
        }
    }
    return std::nullopt;
}

}  // namespace base
