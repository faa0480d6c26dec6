#include "web/network.h"

#include <gtest/gtest.h>

namespace web {
namespace {

TEST(Network, is_the_whole_of_an_ipv4_address) {
    EXPECT_EQ(network_of("192.0.2.7"), "192.0.2.7");
    EXPECT_EQ(network_of("::ffff:192.0.2.7"), "192.0.2.7");
    EXPECT_NE(network_of("192.0.2.7"), network_of("192.0.2.8"));
}

TEST(Network, is_the_half_of_an_ipv6_address_that_one_household_has) {
    EXPECT_EQ(network_of("2001:db8:1:2::5"), network_of("2001:db8:1:2:ffff::9"));
    EXPECT_EQ(network_of("fe80::1%eth0"), network_of("fe80::2"));
    EXPECT_NE(network_of("2001:db8:1:2::5"), network_of("2001:db8:1:3::5"));
}

TEST(Network, of_what_is_no_address_is_empty) {
    for (const char* const text : {"", "unknown", "192.0.2", "1.2.3.4:80", "localhost", "::g"}) {
        EXPECT_EQ(network_of(text), "") << text;
    }
}

}  // namespace
}  // namespace web
