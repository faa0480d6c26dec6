// Feeds any bytes to what checks a signed allocation: a file is refused, or matches. What comes
// through as a file is signed again, and given the fingerprint of the rules it holds, so that the
// reader of the text, the reader of the rules and the engine behind them are reached as well. Built
// by clang with -fsanitize=fuzzer.

#include <cstddef>
#include <cstdint>
#include <string>

#include "base/check.h"
#include "base/json.h"
#include "policy/check_allocation.h"
#include "policy/read_allocation.h"
#include "policy/signing.h"

namespace {

const std::string seed(policy::seed_bytes, 'f');

void check(policy::SignedFile file) {
    const auto checked = policy::check_allocation(file, nullptr, {});
    if (!checked) {
        CHECK(!checked.error().code.empty() && !checked.error().message.empty());
    }
}

policy::SignedFile signed_again(const policy::SignedFile& file, std::string payload) {
    policy::SignedFile made = policy::sign_payload(seed, std::move(payload));
    made.package = file.package;
    return made;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string bytes(reinterpret_cast<const char*>(data), size);
    if (const auto keys = policy::read_keys(bytes)) {
        const auto again = policy::read_keys(policy::write_keys("Council", *keys));
        CHECK(again.has_value() && *again == *keys);
    }
    const auto file = policy::read_signed_file(bytes);
    if (!file) {
        return 0;
    }
    CHECK(policy::write_signed_file(*file) == bytes);
    check(*file);
    check(signed_again(*file, file->payload));
    if (auto text = policy::read_allocation(file->payload); text && file->package) {
        text->whole["package"].as_object()["fingerprint"] = policy::fingerprint_of(*file->package);
        check(signed_again(*file, json::serialize(text->whole)));
    }
    return 0;
}
