// Feeds any bytes to the readers of forms and addresses: a form is refused whole or read, and what
// was read says the same when it is written again. Built by clang with -fsanitize=fuzzer.

#include <cstddef>
#include <cstdint>
#include <string>

#include "base/check.h"
#include "web/multipart.h"
#include "web/request.h"
#include "web/urlencoded.h"

namespace {

void try_urlencoded(std::string_view bytes) {
    const auto fields = web::parse_urlencoded(bytes);
    if (!fields) {
        return;
    }
    CHECK(fields->list().size() <= web::fields_max);
    std::string again;
    for (const web::Field& field : fields->list()) {
        again += (again.empty() ? "" : "&") + web::percent_encode(field.name) + "=" +
                 web::percent_encode(field.value);
    }
    const auto read_again = web::parse_urlencoded(again);
    CHECK(read_again.has_value());
    CHECK(read_again->list().size() == fields->list().size());
    for (std::size_t i = 0; i < fields->list().size(); ++i) {
        CHECK(read_again->list()[i].name == fields->list()[i].name);
        CHECK(read_again->list()[i].value == fields->list()[i].value);
    }
}

void try_multipart(std::string_view bytes) {
    const auto read = web::parse_multipart(bytes, "cut");
    if (read) {
        for (const web::Upload& upload : read->uploads) {
            CHECK(upload.bytes.size() <= bytes.size());
        }
    }
}

void try_request(std::string_view bytes) {
    web::RawRequest raw;
    raw.method = "GET";
    raw.target = std::string(bytes);
    raw.headers.add("host", "localhost");
    raw.headers.add("cookie", std::string(bytes));
    const auto request = web::read_request(std::move(raw));
    if (request) {
        CHECK(request->path.starts_with("/"));
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    try_urlencoded(bytes);
    try_multipart(bytes);
    try_request(bytes);
    return 0;
}
