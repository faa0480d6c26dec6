#pragma once
// The verb open-book: makes the empty book of a council (or of the national programme), names it,
// and makes one account: of whoever looks after accounts there. Her code on paper is printed once.
// Everybody else begins on the pages.

#include <string>
#include <vector>

namespace command {

// onepurse open-book --data DIR --authority CODE --name NAME --admin NAME [--today DATE]
// Gives 0 when the book stands, 1 when it could not be made or was there already, 2 for a wrong
// use.
int open_book_verb(const std::vector<std::string>& args);

}  // namespace command
