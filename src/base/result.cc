#include "base/result.h"

namespace base::inner {

void begin_error(Error* at, const Error& error) {
    std::construct_at(at, error);
}

void begin_error(Error* at, Error&& error) noexcept {
    std::construct_at(at, std::move(error));
}

void end_error(Error* at) noexcept {
    std::destroy_at(at);
}

}  // namespace base::inner
