#pragma once
// What a book says about itself: the council's name, whether it is a fictional example, and the
// secret that keys the digests of sessions and paper codes. A copy of the book carries the secret;
// what it protects is 63 bits of chance or more, so the digests alone give nothing away.

#include <optional>
#include <string>
#include <string_view>

#include "base/date.h"
#include "base/random.h"
#include "store/store.h"

namespace store {

struct BookFacts {
    std::string council_name;  // "Wendlebury Council"; the authority's own code when none was given
    bool is_example = false;
    std::optional<Date> example_day;  // the day the story of an example has come to
    std::string secret;               // 64 hexadecimal digits; empty until ensure_secret
};

BookFacts load_book_facts(View& view);
// Gives the book's secret alone: every page asks for it.
std::string load_secret(View& view);

// Names the council, and says whether the book is a fictional example.
void name_council(Tx& tx, std::string_view council_name, bool is_example);

// Notes the day the story of an example has come to; its pages take it for today.
void set_example_day(Tx& tx, Date day);

// Makes the book's secret the first time.
void ensure_secret(Tx& tx, Random& random);

}  // namespace store
