#include "identity/recovery_code.h"

#include "base/digest.h"
#include "identity/spoken_code.h"

namespace identity {

namespace {
constexpr int groups = 6;
}  // namespace

std::string make_recovery_code(Random& random) {
    return make_spoken_code(random, groups);
}

std::string recovery_code_hash(std::string_view typed, std::string_view key) {
    return base::keyed_digest("recovery code " + spoken_letters(typed), key);
}

Error recovery_code_refused() {
    return {"identity.recovery_code",
            "This recovery code does not open an account. Check each letter. A code works once. If "
            "you have no other, ask the council for a code on paper."};
}

}  // namespace identity
