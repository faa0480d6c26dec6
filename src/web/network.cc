#include "web/network.h"

#include <arpa/inet.h>

#include <array>

#include "base/digest.h"

namespace web {

std::string network_of(std::string_view address) {
    std::string text(address.substr(0, address.find('%')));  // without the interface's name
    std::array<unsigned char, 16> bytes{};
    if (inet_pton(AF_INET, text.c_str(), bytes.data()) == 1) {
        return text;
    }
    if (inet_pton(AF_INET6, text.c_str(), bytes.data()) != 1) {
        return {};
    }
    // An IPv4 address in the clothes of IPv6 is the IPv4 address.
    constexpr std::string_view clothes("\0\0\0\0\0\0\0\0\0\0\xff\xff", 12);
    const std::string whole(bytes.begin(), bytes.end());
    if (whole.starts_with(clothes)) {
        return network_of(text.substr(text.rfind(':') + 1));
    }
    return base::to_hex(whole.substr(0, 8));
}

}  // namespace web
