// A good package with bytes changed, taken out or doubled, from one seed: it loads or is refused
// with a sentence and a place, and what loads can be run. Nothing stops the process.

#include <gtest/gtest.h>

#include "base/random.h"
#include "policy/cases.h"
#include "policy/small_packages.h"

namespace policy {
namespace {

std::string changed(std::string bytes, base::Random& random) {
    const std::string marks = "\"<>/=,;{}#-0193ax \n";
    const std::uint64_t times = 1 + random.below(3);
    for (std::uint64_t i = 0; i < times && !bytes.empty(); ++i) {
        const std::size_t at = random.below(bytes.size());
        const std::size_t length = 1 + random.below(std::min<std::size_t>(12, bytes.size() - at));
        switch (random.below(4)) {
            case 0:
                bytes[at] = marks[random.below(marks.size())];
                break;
            case 1:
                bytes.erase(at, length);
                break;
            case 2:
                bytes.insert(at, bytes.substr(random.below(bytes.size()), length));
                break;
            default:
                bytes[at] = static_cast<char>(random.below(256));
        }
    }
    return bytes;
}

TEST(MutatedPackage, loads_or_is_refused_with_a_place) {
    base::Random random = base::Random::seeded(20061122);
    const Files good = testing::meals();
    std::vector<std::string> names;
    for (const auto& [name, bytes] : good) {
        names.push_back(name);
    }
    std::size_t loaded = 0;
    std::size_t refused = 0;
    for (int i = 0; i < 3'000; ++i) {
        Files files = good;
        const std::string& name = names[random.below(names.size())];
        files[name] = changed(files[name], random);
        const Result<Package> package = Package::load("mutated", files);
        if (!package) {
            ++refused;
            EXPECT_FALSE(package.error().place.empty())
                << package.error().code << " " << package.error().message;
            EXPECT_GT(package.error().message.size(), 10U);
            continue;
        }
        ++loaded;
        run_cases(*package);
    }
    EXPECT_GT(loaded, 100U);
    EXPECT_GT(refused, 100U);
}

}  // namespace
}  // namespace policy
