#pragma once
// The verb serve: opens every book of a folder and serves their pages until it is told to stop.

#include <string>
#include <vector>

namespace command {

// onepurse serve [--port N] [--data DIR] [--today DATE] [--packages DIR] [--assets DIR]
//                [--listen ADDRESS] [--behind-tls]
// Prints "Onepurse is ready at http://127.0.0.1:N/" when it answers. Gives 0 when it was stopped,
// 1 when it could not start, 2 for a wrong use.
int serve_verb(const std::vector<std::string>& args);

}  // namespace command
