#include "base/letters.h"

#include <unicode/ucasemap.h>

#include <memory>

#include "base/check.h"

namespace base {

namespace {

struct Close {
    void operator()(UCaseMap* map) const { ucasemap_close(map); }
};

using Mapping = int32_t (*)(const UCaseMap*, char*, int32_t, const char*, int32_t, UErrorCode*);

std::string mapped(std::string_view text, Mapping mapping) {
    UErrorCode fault = U_ZERO_ERROR;
    const std::unique_ptr<UCaseMap, Close> map(ucasemap_open("", 0, &fault));
    CHECK(U_SUCCESS(fault) && text.size() < 500'000'000);
    // A letter becomes at most three, so that one try is enough.
    std::string made(text.size() * 3 + 8, '\0');
    const int32_t size = mapping(map.get(), made.data(), static_cast<int32_t>(made.size()),
                                 text.data(), static_cast<int32_t>(text.size()), &fault);
    CHECK(U_SUCCESS(fault) && size >= 0);
    made.resize(static_cast<std::size_t>(size));
    return made;
}

}  // namespace

std::string upper_case(std::string_view text) {
    return mapped(text, ucasemap_utf8ToUpper);
}

std::string lower_case(std::string_view text) {
    return mapped(text, ucasemap_utf8ToLower);
}

}  // namespace base
