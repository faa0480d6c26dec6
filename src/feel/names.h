#pragma once
// The names a parser may meet. FEEL's names hold spaces and marks, so where one ends depends on
// which names there are: the longest known name that stands at a place is taken. A name is kept as
// the tokens it is written with.

#include <string>
#include <string_view>
#include <vector>

#include "feel/lex.h"

namespace feel {

class NameBook {
public:
    // Adds a name; one that cannot be cut into tokens is never matched.
    void add(std::string_view name);

    // Gives how many tokens from `from` on spell the longest known name; 0 when none does. `name`
    // becomes that name.
    std::size_t longest(const std::vector<Token>& tokens, std::size_t from,
                        std::string& name) const;

private:
    struct Entry {
        std::string name;
        std::vector<std::string> parts;
    };
    std::vector<Entry> entries_;
};

// Gives the book of the built-in functions' names.
const NameBook& builtin_names();

// Gives the book of those properties of values whose names hold a space.
const NameBook& property_names();

}  // namespace feel
