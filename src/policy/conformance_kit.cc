#include "policy/conformance_kit.h"

#include <optional>

#include "base/xml.h"
#include "feel/date_time.h"
#include "feel/run.h"
#include "policy/full_model.h"
#include "policy/kit_values.h"

namespace policy {

namespace {

using base::XmlElement;

Result<DecisionModel> load_model(const std::string& name, const KitModels& models) {
    const auto found = models.find(name);
    if (found == models.end()) {
        return Error{"policy.unknown_name",
                     "The model \"" + name + "\" does not stand beside its test file."};
    }
    std::vector<NamedBytes> others;
    for (const auto& [other, bytes] : models) {
        if (other != name) {
            others.emplace_back(other, bytes);
        }
    }
    TRY(const std::vector<DmnFile> files,
        read_dmn_with_imports({found->first, found->second}, others));
    return link_full(files);
}

// What a result node expects: null when an error is expected. Nothing when it cannot be read.
std::optional<feel::Value> expected_of(const XmlElement& node) {
    const std::optional<XmlElement> expected = node.child("expected");
    if (!expected || node.attribute("errorResult").value_or("false") == "true") {
        return feel::Value();
    }
    return kit_value(*expected);
}

// Whether a case expects anything else than null.
bool tells(const XmlElement& test_case) {
    for (const XmlElement& node : test_case.children("resultNode")) {
        const std::optional<feel::Value> expected = expected_of(node);
        if (!expected || !expected->is_null()) {
            return true;
        }
    }
    return false;
}

std::optional<std::uint32_t> find_function(const DecisionModel& model, std::string_view name) {
    for (std::uint32_t i = 0; i < model.program.functions.size(); ++i) {
        if (model.program.functions[i].name == name) {
            return i;
        }
    }
    return std::nullopt;
}

// One case: inputs are given, then each result node is asked for its value.
class CaseRun {
public:
    explicit CaseRun(const DecisionModel& model)
        : model_(model),
          run_(model.program, feel::Strictness::tolerant),
          is_known_(model.decisions.size()) {
        // The same now for every case, whenever the kit is run.
        run_.set_moment(feel::parse_date_time("2026-05-01T12:00:00Z").value());
    }

    // Gives what stands in the way of the case; empty when nothing does.
    std::string give(const XmlElement& test_case) {
        for (const XmlElement& node : test_case.children("inputNode")) {
            const std::string name = node.attribute("name").value_or("");
            const std::optional<feel::Value> value = kit_value(node);
            if (!value) {
                return "The value of the input \"" + name + "\" cannot be read.";
            }
            given_[name] = *value;
            // A decision that is given a value is not worked out.
            const bool is_input = supply(run_, model_, name, *value);
            const int decision = is_input ? -1 : model_.find_decision(name);
            if (decision >= 0) {
                const auto position = static_cast<std::size_t>(decision);
                run_.slot(model_.decisions[position].slot) = *value;
                is_known_[position] = true;
            }
        }
        return "";
    }

    std::optional<feel::Value> decision(const std::string& name) {
        const int found = model_.find_decision(name);
        if (found < 0) {
            return std::nullopt;
        }
        const auto wanted = static_cast<std::size_t>(found);
        std::vector<bool> needed(model_.decisions.size());
        model_.mark_needed(wanted, needed);
        for (std::size_t i = 0; i <= wanted; ++i) {
            if (needed[i] && !is_known_[i]) {
                run_.slot(model_.decisions[i].slot) = run_.evaluate(model_.decisions[i].node);
                is_known_[i] = true;
            }
        }
        return run_.slot(model_.decisions[wanted].slot);
    }

    // Calls a decision service or business knowledge model with the inputs of its parameters'
    // names. A service of several decisions gives a context of them.
    std::optional<feel::Value> called(const std::string& function, const std::string& result) {
        const std::optional<std::uint32_t> index = find_function(model_, function);
        if (!index) {
            return std::nullopt;
        }
        std::vector<feel::Value> arguments;
        for (const std::string& parameter : model_.program.functions[*index].parameters) {
            const auto given = given_.find(parameter);
            arguments.push_back(given == given_.end() ? feel::Value() : given->second);
        }
        const feel::Value whole = run_.call(*index, std::move(arguments));
        const feel::Value* member = whole.member(result);
        return member == nullptr ? whole : *member;
    }

private:
    const DecisionModel& model_;
    feel::Run run_;
    std::vector<bool> is_known_;
    std::map<std::string, feel::Value> given_;
};

// Gives why a result node is not met; empty when it is.
std::string fault_of(CaseRun& run, const XmlElement& test_case, const XmlElement& node) {
    const std::string name = node.attribute("name").value_or("");
    const std::optional<feel::Value> expected = expected_of(node);
    if (!expected) {
        return "What \"" + name + "\" should be cannot be read.";
    }
    const std::string invoked = test_case.attribute("invocableName").value_or("");
    const std::optional<feel::Value> found =
        invoked.empty() ? run.decision(name) : run.called(invoked, name);
    if (!found) {
        return "The model has no \"" + (invoked.empty() ? name : invoked) + "\".";
    }
    return same_for_kit(*expected, *found)
               ? ""
               : name + " should be " + expected->to_text() + ", is " + found->to_text() + ".";
}

std::string fault_of(const DecisionModel& model, const XmlElement& test_case) {
    CaseRun run(model);
    std::string fault = run.give(test_case);
    for (const XmlElement& node : test_case.children("resultNode")) {
        if (fault.empty()) {
            fault = fault_of(run, test_case, node);
        }
    }
    return fault;
}

}  // namespace

Result<std::vector<KitOutcome>> run_kit_file(std::string_view test_bytes, const KitModels& models) {
    TRY(const base::XmlDocument tests, base::XmlDocument::parse(test_bytes));
    const Result<DecisionModel> model =
        load_model(tests.root().text_at("modelName").value_or(""), models);
    std::vector<KitOutcome> outcomes;
    for (const XmlElement& test_case : tests.root().children("testCase")) {
        KitOutcome outcome;
        outcome.case_id = test_case.attribute("id").value_or("");
        outcome.tells = tells(test_case);
        outcome.message = model ? fault_of(*model, test_case)
                                : model.error().place + ": " + model.error().message;
        outcome.passed = outcome.message.empty();
        outcomes.push_back(std::move(outcome));
    }
    return outcomes;
}

}  // namespace policy
