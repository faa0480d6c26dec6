// Which planted fault this run commits: the number in the environment variable SABOTAGE, 0 for
// none.

#include <cstdlib>

#include "base/sabotage.h"

namespace base {

const int sabotage = std::getenv("SABOTAGE") == nullptr ? 0 : std::atoi(std::getenv("SABOTAGE"));

}  // namespace base
