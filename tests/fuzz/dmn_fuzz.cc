// Feeds any bytes to the DMN reader and what follows it: a file is refused with its place, or is
// linked and run in both languages; a package with it loads, or is refused with its place. Built
// by clang with -fsanitize=fuzzer.

#include <cstddef>
#include <cstdint>
#include <string>

#include "base/check.h"
#include "feel/run.h"
#include "policy/cases.h"
#include "policy/decision_model.h"
#include "policy/small_packages.h"

namespace {

void link_and_run(const std::vector<policy::DmnFile>& files, feel::Language language) {
    const Result<policy::DecisionModel> model = policy::link(files, {"meal_price"}, language);
    if (!model) {
        CHECK(!model.error().place.empty());
        return;
    }
    const bool strict = language == feel::Language::profile;
    feel::Run run(model->program, strict ? feel::Strictness::strict : feel::Strictness::tolerant);
    for (const policy::ModelDecision& decision : model->decisions) {
        feel::Value value = run.evaluate(decision.node);
        if (run.fault()) {
            CHECK(!run.fault()->place.empty());
            return;
        }
        run.slot(decision.slot) = std::move(value);
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string bytes(reinterpret_cast<const char*>(data), size);
    const Result<policy::DmnFile> file = policy::read_dmn("fuzz.dmn", bytes);
    if (!file) {
        CHECK(!file.error().place.empty());
        return 0;
    }
    link_and_run({*file}, feel::Language::full);
    link_and_run({*file}, feel::Language::profile);
    policy::Files files = policy::testing::meals();
    // It may import a whole file, or itself.
    const auto with_imports = policy::read_dmn_with_imports(
        {"fuzz.dmn", bytes}, {{"food.dmn", files["food.dmn"]}, {"fuzz.dmn", bytes}});
    if (with_imports) {
        link_and_run(*with_imports, feel::Language::full);
    }
    files["food.dmn"] = bytes;
    const Result<policy::Package> package = policy::Package::load("fuzz", files);
    if (!package) {
        CHECK(!package.error().place.empty());
        return 0;
    }
    policy::run_cases(*package);
    return 0;
}
