#pragma once
// The network a visitor comes from, as far as it says who may be the same visitor: an IPv4 address
// whole, of an IPv6 address the half that one household or one library has for itself.

#include <string>
#include <string_view>

namespace web {

// Gives the network of an address as text; empty for what is no address.
std::string network_of(std::string_view address);

}  // namespace web
