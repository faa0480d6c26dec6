#pragma once
// What full FEEL makes of a text, as text, for tests of the built-in functions: `says("1 + 1")` is
// "2", a string stands in quotation marks, no result is "null".

#include <string>
#include <string_view>

#include "feel/compile.h"
#include "feel/run.h"
#include "feel/value_text.h"

namespace feel {

inline std::string says(std::string_view text) {
    Program program;
    Compiler compiler(program, Language::full);
    const Result<Typed> compiled = compiler.text(text, "test", Scope());
    if (!compiled) {
        return compiled.error().code;
    }
    if (!compiler.warnings().empty()) {
        return "unread: " + compiler.warnings().front().message;
    }
    Run run(program, Strictness::tolerant);
    const std::string listed = feel_text(List{run.evaluate(compiled->node)});
    return listed.substr(1, listed.size() - 2);
}

}  // namespace feel
