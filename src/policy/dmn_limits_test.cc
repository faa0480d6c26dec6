// No DMN file can hang or exhaust the program: it is refused with its place, and quickly.

#include <gtest/gtest.h>

#include "policy/decision_model.h"
#include "policy/dmn.h"

namespace policy {
namespace {

std::string model_of(const std::string& parts) {
    return "<definitions xmlns=\"https://www.omg.org/spec/DMN/20230324/MODEL/\" id=\"m\" "
           "name=\"m\" "
           "namespace=\"m\">" +
           parts + "</definitions>";
}

std::string decision_of(const std::string& logic) {
    return "<decision id=\"d\" name=\"d\"><variable name=\"d\"/>" + logic + "</decision>";
}

std::string literal_of(const std::string& text) {
    return "<literalExpression><text>" + text + "</text></literalExpression>";
}

// The code a file is refused with, or "fine".
std::string told(const std::string& bytes) {
    const Result<DmnFile> file = read_dmn("m.dmn", bytes);
    if (!file) {
        EXPECT_TRUE(file.error().place.starts_with("m.dmn")) << file.error().place;
        return file.error().code;
    }
    const Result<DecisionModel> model = link({*file}, {}, feel::Language::full);
    return model ? "fine" : model.error().code;
}

TEST(DmnLimits, refuse_types_that_double_with_every_step) {
    std::string types;
    for (int i = 0; i < 40; ++i) {
        const std::string next = i == 39 ? "<typeRef>number</typeRef>"
                                         : "<typeRef>t" + std::to_string(i + 1) + "</typeRef>";
        types += "<itemDefinition name=\"t" + std::to_string(i) + "\"><itemComponent name=\"a\">" +
                 next + "</itemComponent><itemComponent name=\"b\">" + next +
                 "</itemComponent></itemDefinition>";
    }
    const std::string input =
        "<inputData id=\"i\" name=\"i\"><variable name=\"i\" typeRef=\"t0\"/></inputData>";
    EXPECT_EQ(told(model_of(types + input)), "policy.bad_dmn");
}

TEST(DmnLimits, refuse_files_and_nesting_beyond_bounds) {
    EXPECT_EQ(told(model_of(std::string(9U << 20, ' '))), "policy.bad_dmn");
    std::string deep = literal_of("1");
    for (int i = 0; i < 2'000; ++i) {
        deep = "<list>" + deep + "</list>";
    }
    EXPECT_EQ(told(model_of(decision_of(deep))), "xml.malformed");
    EXPECT_EQ(told("<!DOCTYPE d [<!ENTITY a \"b\">]>" + model_of("")), "xml.doctype");
}

TEST(DmnLimits, read_text_that_is_too_long_or_too_deep_as_null) {
    EXPECT_EQ(told(model_of(decision_of(literal_of(std::string(3'000, '(') + "1")))), "fine");
    EXPECT_EQ(told(model_of(decision_of(literal_of(std::string(2'000'000, '1'))))), "fine");
}

}  // namespace
}  // namespace policy
