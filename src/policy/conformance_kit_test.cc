#include "policy/conformance_kit.h"

#include <gtest/gtest.h>

namespace policy {
namespace {

constexpr std::string_view model = R"(<?xml version="1.0"?>
<definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" id="m" name="m" namespace="m">
  <inputData id="a" name="a"><variable name="a" typeRef="number"/></inputData>
  <decision id="twice" name="twice"><variable name="twice"/>
    <informationRequirement><requiredInput href="#a"/></informationRequirement>
    <literalExpression><text>a * 2</text></literalExpression>
  </decision>
  <decision id="four" name="four times"><variable name="four times"/>
    <informationRequirement><requiredDecision href="#twice"/></informationRequirement>
    <literalExpression><text>twice * 2</text></literalExpression>
  </decision>
  <businessKnowledgeModel id="less" name="less"><variable name="less"/>
    <encapsulatedLogic><formalParameter name="x"/><formalParameter name="y"/>
      <literalExpression><text>x - y</text></literalExpression></encapsulatedLogic>
  </businessKnowledgeModel>
</definitions>)";

// A test file of one case; `attributes` stand in its tag.
std::string file_of(const std::string& attributes, const std::string& nodes,
                    const std::string& name = "m.dmn") {
    return "<testCases xmlns=\"http://www.omg.org/spec/DMN/20160719/testcase\""
           " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><modelName>" +
           name + "</modelName><testCase id=\"001\" " + attributes + ">" + nodes +
           "</testCase></testCases>";
}

std::string number(const std::string& text) {
    return "<value xsi:type=\"xsd:decimal\">" + text + "</value>";
}

std::string input(const std::string& name, const std::string& value) {
    return "<inputNode name=\"" + name + "\">" + value + "</inputNode>";
}

std::string result(const std::string& name, const std::string& value,
                   const std::string& attributes = "") {
    return "<resultNode name=\"" + name + "\" " + attributes + "><expected>" + value +
           "</expected></resultNode>";
}

KitOutcome outcome_of(const std::string& file) {
    const auto outcomes = run_kit_file(file, {{"m.dmn", std::string(model)}});
    EXPECT_TRUE(outcomes.has_value());
    EXPECT_EQ(outcomes->size(), 1U);
    return outcomes->front();
}

TEST(ConformanceKit, judges_a_decision_by_its_value) {
    const KitOutcome good =
        outcome_of(file_of("", input("a", number("2")) + result("four times", number("8"))));
    EXPECT_TRUE(good.passed) << good.message;
    EXPECT_TRUE(good.tells);
    const KitOutcome bad =
        outcome_of(file_of("", input("a", number("2")) + result("four times", number("9"))));
    EXPECT_FALSE(bad.passed);
    EXPECT_EQ(bad.message, "four times should be 9, is 8.");
}

TEST(ConformanceKit, compares_numbers_to_within_a_hundred_millionth) {
    const std::string a = input("a", number("1"));
    EXPECT_TRUE(outcome_of(file_of("", a + result("twice", number("2.000000009")))).passed);
    EXPECT_FALSE(outcome_of(file_of("", a + result("twice", number("2.00000001")))).passed);
}

TEST(ConformanceKit, takes_a_decision_that_is_given_as_it_is) {
    EXPECT_TRUE(
        outcome_of(file_of("", input("twice", number("5")) + result("four times", number("10"))))
            .passed);
}

TEST(ConformanceKit, expects_null_where_an_error_is_expected) {
    const std::string nothing = "<value xsi:nil=\"true\"/>";
    const KitOutcome good =
        outcome_of(file_of("", result("twice", nothing, "errorResult=\"true\"")));
    EXPECT_TRUE(good.passed) << good.message;
    EXPECT_FALSE(good.tells);
    EXPECT_FALSE(outcome_of(file_of("", input("a", number("1")) +
                                            result("twice", nothing, "errorResult=\"true\"")))
                     .passed);
}

TEST(ConformanceKit, calls_a_function_with_the_inputs_of_its_parameters_names) {
    const std::string inputs = input("y", number("1")) + input("x", number("3"));
    EXPECT_TRUE(outcome_of(file_of("type=\"bkm\" invocableName=\"less\"",
                                   inputs + result("less", number("2"))))
                    .passed);
    EXPECT_EQ(outcome_of(file_of("type=\"bkm\" invocableName=\"more\"",
                                 inputs + result("more", number("2"))))
                  .message,
              "The model has no \"more\".");
}

TEST(ConformanceKit, fails_every_case_of_a_model_that_does_not_load_with_the_reason) {
    const KitOutcome bad = outcome_of(file_of("", result("twice", number("1")), "other.dmn"));
    EXPECT_FALSE(bad.passed);
    EXPECT_NE(bad.message.find("does not stand beside"), std::string::npos);
}

TEST(ConformanceKit, fails_a_case_whose_value_it_cannot_read) {
    const std::string unread = "<value xsi:type=\"xsd:hexBinary\">00</value>";
    EXPECT_EQ(outcome_of(file_of("", input("a", unread) + result("twice", number("1")))).message,
              "The value of the input \"a\" cannot be read.");
    EXPECT_EQ(outcome_of(file_of("", result("twice", unread))).message,
              "What \"twice\" should be cannot be read.");
}

TEST(ConformanceKit, refuses_a_test_file_that_is_no_xml) {
    const auto refused = run_kit_file("<testCases", {});
    ASSERT_FALSE(refused.has_value());
    EXPECT_EQ(refused.error().code, "xml.malformed");
}

}  // namespace
}  // namespace policy
