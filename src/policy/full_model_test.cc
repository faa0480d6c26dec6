// Models in full FEEL: imports, business knowledge models and decision services as functions, types
// at the boundaries, every version's namespace.

#include "policy/full_model.h"

#include <gtest/gtest.h>

namespace policy {
namespace {

constexpr const char* dmn_15 = "https://www.omg.org/spec/DMN/20230324/MODEL/";

std::string model_text(const std::string& name, const std::string& inside,
                       const std::string& space = dmn_15) {
    return "<definitions xmlns=\"" + space + "\" name=\"" + name + "\" namespace=\"urn:" + name +
           "\">" + inside + "</definitions>";
}

std::string literal(const std::string& text) {
    return "<literalExpression><text>" + text + "</text></literalExpression>";
}

std::string decision(const std::string& name, const std::string& requires_what,
                     const std::string& logic, const std::string& type = "Any") {
    return "<decision id=\"" + name + "\" name=\"" + name + "\"><variable name=\"" + name +
           "\" typeRef=\"" + type + "\"/>" + requires_what + logic + "</decision>";
}

std::string input(const std::string& name, const std::string& type = "Any") {
    return "<inputData id=\"" + name + "\" name=\"" + name + "\"><variable name=\"" + name +
           "\" typeRef=\"" + type + "\"/></inputData>";
}

std::string needs(const std::string& what, const std::string& href) {
    const std::string outer =
        what == "requiredKnowledge" ? "knowledgeRequirement" : "informationRequirement";
    return "<" + outer + "><" + what + " href=\"" + href + "\"/></" + outer + ">";
}

using Given = std::vector<std::pair<std::string, feel::Value>>;

class Model {
public:
    explicit Model(const std::string& main, const std::vector<NamedBytes>& others = {})
        : files_(read_dmn_with_imports({"main.dmn", main}, others).value()),
          model_(link_full(files_).value()) {}

    std::string told(const std::string& decision, const Given& given = {}) {
        feel::Run run(model_.program, feel::Strictness::tolerant);
        for (const auto& [name, value] : given) {
            EXPECT_TRUE(supply(run, model_, name, value)) << name;
        }
        for (const ModelDecision& each : model_.decisions) {
            run.slot(each.slot) = run.evaluate(each.node);
        }
        const int found = model_.find_decision(decision);
        return found < 0
                   ? "no such decision"
                   : run.slot(model_.decisions[static_cast<std::size_t>(found)].slot).to_text();
    }

    std::string serve(const std::string& service, const Given& arguments) {
        feel::Run run(model_.program, feel::Strictness::tolerant);
        const int found = model_.find_service(service);
        return found < 0 ? "no such service"
                         : call_service(run, model_,
                                        model_.services[static_cast<std::size_t>(found)], arguments)
                               .to_text();
    }

    const DecisionModel& model() const { return model_; }

private:
    std::vector<DmnFile> files_;
    DecisionModel model_;
};

TEST(FullModel, reads_the_namespaces_of_every_version) {
    for (const char* space : {"http://www.omg.org/spec/DMN/20151101/dmn.xsd",
                              "http://www.omg.org/spec/DMN/20180521/MODEL/",
                              "https://www.omg.org/spec/DMN/20191111/MODEL/",
                              "https://www.omg.org/spec/DMN/20211108/MODEL/", dmn_15,
                              "https://www.omg.org/spec/DMN/20240513/MODEL/"}) {
        EXPECT_EQ(Model(model_text("m", decision("d", "", literal("1 + 1")), space)).told("d"), "2")
            << space;
    }
    EXPECT_EQ(
        read_dmn_with_imports({"main.dmn", model_text("m", "", "urn:other")}, {}).error().code,
        "policy.bad_dmn");
    EXPECT_EQ(link_full({}).error().code, "policy.bad_dmn");
}

TEST(FullModel, what_cannot_be_read_has_no_value_and_the_rest_goes_on) {
    Model model(model_text("m", decision("broken", "", literal("1 +")) + decision("empty", "", "") +
                                    decision("whole", needs("requiredDecision", "#broken"),
                                             literal("broken = null"))));
    EXPECT_EQ(model.told("whole"), "yes");
    EXPECT_EQ(model.told("empty"), "not given");
    EXPECT_FALSE(model.model().warnings.empty());
}

TEST(FullModel, requirements_in_a_circle_are_null) {
    Model model(model_text("m", decision("a", needs("requiredDecision", "#b"), literal("b")) +
                                    decision("b", needs("requiredDecision", "#a"), literal("a"))));
    EXPECT_EQ(model.told("a"), "not given");
}

TEST(FullModel, an_input_is_held_against_its_type) {
    Model model(model_text(
        "m", input("n", "number") + decision("d", needs("requiredInput", "#n"), literal("n"))));
    EXPECT_EQ(model.told("d", {{"n", feel::Value(3)}}), "3");
    EXPECT_EQ(model.told("d", {{"n", feel::Value(feel::List{feel::Value(3)})}}), "3");
    EXPECT_EQ(model.told("d", {{"n", feel::Value("three")}}), "not given");
}

TEST(FullModel, a_result_is_held_against_its_type_and_allowed_values) {
    const std::string type =
        "<itemDefinition name=\"t small\"><typeRef>number</typeRef><allowedValues>"
        "<text>[0..9]</text></allowedValues></itemDefinition>"
        "<itemDefinition name=\"t pair\" isCollection=\"true\"><typeRef>number</typeRef>"
        "<typeConstraint><text>count(?) = 2</text></typeConstraint></itemDefinition>";
    Model model(model_text("m", type + decision("in", "", literal("9"), "t small") +
                                    decision("out", "", literal("10"), "t small") +
                                    decision("two", "", literal("[1, 20]"), "t pair") +
                                    decision("three", "", literal("[1, 2, 3]"), "t pair")));
    EXPECT_EQ(model.told("in"), "9");
    EXPECT_EQ(model.told("out"), "not given");
    EXPECT_EQ(model.told("two"), "[1, 20]");
    EXPECT_EQ(model.told("three"), "not given");
}

std::string service(const std::string& name, const std::string& inside) {
    return "<decisionService id=\"" + name + "\" name=\"" + name + "\"><variable name=\"" + name +
           "\"/>" + inside + "</decisionService>";
}

// Takes a base (a decision given from outside) and a rate, works out a step between.
Model price_model() {
    return Model(model_text(
        "m",
        input("rate", "number") + decision("base", "", literal("100"), "number") +
            decision("step", needs("requiredDecision", "#base"), literal("base + 1")) +
            decision("price", needs("requiredDecision", "#step") + needs("requiredInput", "#rate"),
                     literal("step * rate")) +
            service("serve",
                    "<outputDecision href=\"#price\"/><encapsulatedDecision href=\"#step\"/>"
                    "<inputDecision href=\"#base\"/><inputData href=\"#rate\"/>") +
            service("both",
                    "<outputDecision href=\"#price\"/><outputDecision href=\"#step\"/>"
                    "<inputDecision href=\"#base\"/><inputData href=\"#rate\"/>") +
            decision("asked",
                     needs("requiredKnowledge", "#serve") + needs("requiredDecision", "#base"),
                     literal("[serve(2, 4), serve(base: 9, rate: 3), base, serve(\"x\", 4)]")) +
            decision("passed", needs("requiredKnowledge", "#serve"),
                     literal("{f: function(s) s(1, 1), r: f(serve)}.r"))));
}

TEST(FullModel, a_decision_service_is_a_function_of_inputs_then_input_decisions) {
    Model model = price_model();
    EXPECT_EQ(model.told("asked"), "[10, 30, 100, not given]");
    EXPECT_EQ(model.told("passed"), "2");
    EXPECT_EQ(model.serve("serve", {{"base", feel::Value(9)}, {"rate", feel::Value(2)}}), "20");
    EXPECT_EQ(model.serve("serve", {{"base", feel::Value(9)}}), "not given");
    EXPECT_EQ(model.serve("both", {{"base", feel::Value(9)}, {"rate", feel::Value(2)}}),
              "{price: 20, step: 10}");
}

TEST(FullModel, a_business_knowledge_model_is_a_function_that_may_give_a_function) {
    const std::string knowledge =
        "<businessKnowledgeModel id=\"add\" name=\"add\"><variable "
        "name=\"add\"/><encapsulatedLogic>"
        "<formalParameter name=\"a\" typeRef=\"number\"/><functionDefinition><formalParameter "
        "name=\"b\" typeRef=\"number\"/>" +
        literal("a + b") + "</functionDefinition></encapsulatedLogic></businessKnowledgeModel>";
    const std::string java =
        "<businessKnowledgeModel id=\"cos\" name=\"cos\"><variable name=\"cos\"/>"
        "<encapsulatedLogic kind=\"Java\"><formalParameter name=\"x\" typeRef=\"number\"/><context>"
        "<contextEntry><variable name=\"class\"/>" +
        literal("\"java.lang.Math\"") +
        "</contextEntry><contextEntry><variable name=\"method signature\"/>" +
        literal("\"cos(double)\"") +
        "</contextEntry></context></encapsulatedLogic></businessKnowledgeModel>";
    Model model(model_text(
        "m", knowledge + java +
                 decision("d", needs("requiredKnowledge", "#add"), literal("add(2)(3)")) +
                 decision("c", needs("requiredKnowledge", "#cos"), literal("cos(0)"))));
    EXPECT_EQ(model.told("d"), "5");
    EXPECT_EQ(model.told("c"), "1");
}

TEST(FullModel, references_work_with_a_hash_without_and_with_the_own_namespace) {
    for (const char* href : {"#n", "n", "urn:m#n"}) {
        Model model(model_text(
            "m", input("n") + decision("d", needs("requiredInput", href), literal("n"))));
        EXPECT_EQ(model.told("d", {{"n", feel::Value(3)}}), "3") << href;
    }
}

std::string import(const std::string& name, const std::string& of) {
    return "<import name=\"" + name + "\" namespace=\"urn:" + of + "\" importType=\"" + dmn_15 +
           "\"/>";
}

std::string greeting_model() {
    return model_text(
        "hello",
        "<itemDefinition name=\"tName\"><typeRef>string</typeRef></itemDefinition>" +
            input("who", "tName") +
            decision("greeting", needs("requiredInput", "#who"), literal("\"Hello \" + who")) +
            "<businessKnowledgeModel id=\"shout\" name=\"shout it\"><variable name=\"shout it\"/>"
            "<encapsulatedLogic><formalParameter name=\"text\" typeRef=\"tName\"/>" +
            literal("text + \"!\"") + "</encapsulatedLogic></businessKnowledgeModel>");
}

TEST(FullModel, imported_parts_are_named_by_their_import) {
    Model model(model_text("m", import("words", "hello") + input("loud", "words.tName") +
                                    decision("d",
                                             needs("requiredDecision", "urn:hello#greeting") +
                                                 needs("requiredKnowledge", "urn:hello#shout"),
                                             literal("words.shout it(words.greeting)"))),
                {{"hello.dmn", greeting_model()}, {"broken.dmn", "<not xml"}});
    EXPECT_EQ(model.told("d", {{"words", feel::make_context({{"who", feel::Value("Ann")}})}}),
              "Hello Ann!");
    EXPECT_EQ(model.told("d", {{"words.who", feel::Value(5)}}), "not given");
}

TEST(FullModel, an_import_without_a_name_lends_its_names) {
    Model model(model_text("m", import("", "hello") +
                                    decision("d", needs("requiredDecision", "urn:hello#greeting"),
                                             literal("greeting"))),
                {{"hello.dmn", greeting_model()}});
    EXPECT_EQ(model.told("d", {{"who", feel::Value("Ann")}}), "Hello Ann");
}

TEST(FullModel, two_imports_of_one_file_take_inputs_of_their_own) {
    const std::string between =
        import("hello", "hello") + decision("said", needs("requiredDecision", "urn:hello#greeting"),
                                            literal("hello.greeting"));
    Model model(model_text("m", import("one", "one") + import("two", "two") +
                                    decision("d",
                                             needs("requiredDecision", "urn:one#said") +
                                                 needs("requiredDecision", "urn:two#said"),
                                             literal("one.said + \", \" + two.said"))),
                {{"hello.dmn", greeting_model()},
                 {"one.dmn", model_text("one", between)},
                 {"two.dmn", model_text("two", between)}});
    const auto named = [](const char* who) {
        return feel::make_context({{"hello", feel::make_context({{"who", feel::Value(who)}})}});
    };
    EXPECT_EQ(model.told("d", {{"one", named("Ann")}, {"two", named("Bob")}}),
              "Hello Ann, Hello Bob");
}

TEST(FullModel, imports_in_a_circle_are_refused) {
    const std::vector<NamedBytes> others = {{"two.dmn", model_text("two", import("one", "one"))}};
    const std::vector<DmnFile> files =
        read_dmn_with_imports({"one.dmn", model_text("one", import("two", "two"))}, others).value();
    EXPECT_EQ(link_full(files).error().code, "policy.bad_dmn");
}

TEST(FullModel, types_that_double_at_every_step_are_still_read) {
    std::string types = "<itemDefinition name=\"t0\"><typeRef>number</typeRef></itemDefinition>";
    for (int i = 1; i < 60; ++i) {
        const std::string before = "<typeRef>t" + std::to_string(i - 1) + "</typeRef>";
        types += "<itemDefinition name=\"t" + std::to_string(i) + "\"><itemComponent name=\"a\">" +
                 before + "</itemComponent><itemComponent name=\"b\">" + before +
                 "</itemComponent></itemDefinition>";
    }
    Model model(model_text("m", types + input("n", "t59") +
                                    decision("d", needs("requiredInput", "#n"), literal("n"))));
    EXPECT_EQ(model.told("d"), "not given");
}

}  // namespace
}  // namespace policy
