#pragma once
// The rules that come with Onepurse, or that whoever runs it put on its disk, become versions of a
// book: the first time from the beginning, later from the day they were found, as long as the
// council has published none of its own. When it has, they are written down and offered (a draft
// can be started from them), and are not in force. So an upgrade changes no day before it, and
// never what a council decided for itself.

#include "base/result.h"
#include "casework/desk.h"

namespace casework {

// Writes down what is on disk, where it is not what was found there last; a book that knows all of
// it is not written to. A text that forgets a stream in use is offered too and not in force. For
// the desk of whoever runs Onepurse. Refuses: store.*.
Outcome install_rules(Desk& desk, const Shelf& on_disk);

}  // namespace casework
