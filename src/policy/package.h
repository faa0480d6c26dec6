#pragma once
// A policy package is a folder of files that says what help there is and how much: streams, dated
// parameters, the questionnaire, decisions in DMN, golden cases, and a README with the legal basis.
// Loading checks it whole and names file, table and row of a fault; what loaded never changes, and
// copies share it. `evaluate` works out its decisions for one person on one date, strictly: a value
// that is missing or of another kind stops the decision with its place and is never guessed.

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/ids.h"
#include "base/result.h"
#include "feel/value.h"
#include "policy/faults.h"
#include "policy/parameter.h"
#include "policy/questionnaire.h"
#include "policy/stream.h"
#include "policy/trace.h"

namespace policy {

using Files = std::map<std::string, std::string>;  // file name -> bytes

// What is known of one person: question id -> answer, "age" -> full years.
using Facts = std::map<std::string, feel::Value>;

// A decision of the package as its DMN file describes it.
struct DecisionInfo {
    std::string name;
    std::string title;        // its label, or its name in words
    std::string description;  // a plain sentence, may hold {slots}
    std::string question;     // what it answers; may be empty
    std::string source;       // the knowledge source that gives it authority; may be empty
    std::string file;
    std::vector<std::string> requires_inputs;
    std::vector<std::string> requires_decisions;
    std::vector<std::string> parameters;  // read by it or by a function it calls
};

// One fact or expectation of a golden case, as its row says.
struct CaseRow {
    std::string name;
    std::string value;
    std::string note;
    std::size_t line = 0;
};

// A person whose every subtotal is known.
struct GoldenCase {
    std::string name;
    Date on;
    std::vector<CaseRow> answers;
    std::vector<CaseRow> inputs;
    std::vector<CaseRow> expected;
};

// The digest of a package's files: what Package::fingerprint gives once they are loaded.
std::string fingerprint_of(const Files& files);

class Package {
public:
    // Reads and checks a whole package. Refuses, each with file, table and row as its place:
    // policy.file_missing, policy.bad_cell, policy.name_twice, policy.unknown_name,
    // policy.not_allowed, policy.parameter_dates, policy.bad_dmn, policy.cycle, policy.no_readme,
    // policy.table_overlap, policy.table_gap, policy.no_rounding, policy.units_differ,
    // policy.wrong_unit, policy.may_be_missing, policy.may_divide_by_nought,
    // policy.sum_out_of_bounds, policy.too_intricate; the codes of csv, xml and feel.
    static Result<Package> load(PackageId id, const Files& files);

    // Reads and checks as load does, and finds every fault, not only the first; nothing when there
    // are any.
    static std::optional<Package> load(PackageId id, const Files& files, Faults& faults);

    const PackageId& id() const;
    // The first line of its README.
    const std::string& title() const;
    const std::string& readme() const;
    // The digest of all its files; two packages with one fingerprint decide alike.
    const std::string& fingerprint() const;
    // Its files, byte for byte as they were loaded.
    const Files& files() const;

    // Gives the streams that exist on a date, most restricted first.
    std::vector<Stream> streams(Date on) const;
    const std::vector<Stream>& all_streams() const;
    // Gives a stream whether or not it exists yet; nullptr when there is none.
    const Stream* stream(std::string_view stream_id) const;

    const std::vector<Question>& questionnaire() const;
    const Question* question(std::string_view question_id) const;

    // Gives the parameter in force on a date.
    // Refuses: policy.unknown_parameter, policy.parameter_not_in_force.
    Result<Parameter> parameter(std::string_view parameter_id, Date on) const;
    std::vector<Parameter> parameters(Date on) const;
    const std::vector<Parameter>& all_parameters() const;

    const std::vector<DecisionInfo>& decisions() const;
    const DecisionInfo* decision(std::string_view name) const;
    // Names the input data beside the questions that facts must give ("age").
    const std::vector<std::string>& inputs() const;
    const std::vector<GoldenCase>& cases() const;

    const std::shared_ptr<const Model>& model() const { return model_; }

private:
    explicit Package(std::shared_ptr<const Model> model) : model_(std::move(model)) {}
    std::shared_ptr<const Model> model_;
};

struct Evaluation {
    std::shared_ptr<const Model> model;
    std::vector<std::optional<feel::Value>> values;  // by position among the decisions of the model
    Trace trace;                                     // empty unless asked for

    // Gives what was decided; nullptr when the package has no such decision or it was not wanted.
    const feel::Value* find(std::string_view decision) const;
    // Gives all that was decided, by name. It points into this evaluation.
    std::map<std::string_view, const feel::Value*> decisions() const;
};

// Works out every decision. Refuses: policy.unknown_fact, policy.fact_missing, policy.wrong_kind,
// policy.not_allowed, policy.parameter_not_in_force, policy.no_rule, policy.rules_disagree,
// feel.null (an operation without a result, with its place). policy.not_allowed also when a
// decision gives what its type does not allow.
Result<Evaluation> evaluate(const Package& package, const Facts& facts, Date on, bool with_trace);

// Works out the decisions named and what they stand on; the others need not have their facts.
// Refuses as evaluate does, and policy.unknown_decision.
Result<Evaluation> evaluate(const Package& package, const Facts& facts, Date on,
                            const std::vector<std::string>& wanted, bool with_trace);

}  // namespace policy
