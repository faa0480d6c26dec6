#pragma once
// Finds a stream by its id whatever package it stands in: finance and stream owners work with
// streams, not with packages. Of several packages that know it, the one where the stream exists on
// the day speaks for it.

#include "base/date.h"
#include "base/ids.h"
#include "base/result.h"
#include "casework/desk.h"
#include "policy/stream.h"

namespace casework {

// Gives the stream; nullptr when no package on the shelf knows it.
const policy::Stream* find_stream(const Shelf& shelf, const StreamId& stream, Date on);

// Gives the stream's name, or its id where nobody knows it; "Own money" for the empty one.
std::string stream_name(const Shelf& shelf, const StreamId& stream, Date on);

// Puts the stream's name in the place of its id where a refusal of the ledger names it.
Error with_stream_name(const Shelf& shelf, Error error, Date on);

}  // namespace casework
