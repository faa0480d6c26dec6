#include "policy/faults.h"

#include <algorithm>

namespace policy {

void Faults::add(Error fault) {
    if (fault.code.empty() || std::find(all_.begin(), all_.end(), fault) != all_.end()) {
        return;
    }
    all_.push_back(std::move(fault));
}

bool Faults::note(const Outcome& outcome) {
    if (!outcome) {
        add(outcome.error());
    }
    return outcome.has_value();
}

}  // namespace policy
