#pragma once
// Which part of the help a page is about, for every page there is: one table of addresses, the
// first that fits wins. A page may name another part itself; the frame asks here when it does not.

#include <string_view>

namespace web {

// Gives the part of /help for a route's pattern ("/people/{person}/orders/{order}" -> "orders");
// empty when the table has none.
std::string_view help_for(std::string_view pattern);

}  // namespace web
