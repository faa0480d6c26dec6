#pragma once
// A verb is what the binary does when it is called with that word. main.cc holds the one table of
// them; help prints it.

#include <string>
#include <string_view>
#include <vector>

namespace command {

struct Verb {
    std::string_view name;
    std::string_view usage;  // what may stand behind it
    std::string_view purpose;
    int (*run)(const std::vector<std::string>& args);
};

}  // namespace command
