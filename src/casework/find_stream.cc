#include "casework/find_stream.h"

namespace casework {

const policy::Stream* find_stream(const Shelf& shelf, const StreamId& stream, Date on) {
    const policy::Stream* found = nullptr;
    for (const auto& [id, package] : shelf) {
        const policy::Stream* here = package->stream(stream);
        if (here != nullptr &&
            (found == nullptr || (!found->exists_on(on) && here->exists_on(on)))) {
            found = here;
        }
    }
    return found;
}

std::string stream_name(const Shelf& shelf, const StreamId& stream, Date on) {
    if (stream.empty()) {
        return "Own money";
    }
    const policy::Stream* found = find_stream(shelf, stream, on);
    return found != nullptr ? found->name : stream;
}

}  // namespace casework
