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

Error with_stream_name(const Shelf& shelf, Error error, Date on) {
    if (error.code != "ledger.not_enough") {
        return error;
    }
    // The place is the account: its kind, its stream, and whose it is.
    const std::size_t at = error.place.find(' ');
    if (at == std::string::npos) {
        return error;
    }
    const StreamId stream = error.place.substr(at + 1, error.place.find(' ', at + 1) - at - 1);
    const policy::Stream* known = find_stream(shelf, stream, on);
    const std::string id = " of " + stream + ",";
    if (const std::size_t found = error.message.find(id);
        known != nullptr && found != std::string::npos) {
        error.message.replace(found, id.size(), " of " + known->name + ",");
    }
    return error;
}

}  // namespace casework
