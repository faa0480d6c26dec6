#include "policy/decision_model.h"

#include <algorithm>
#include <map>

#include "policy/full_model.h"

namespace policy {

namespace {

constexpr std::string_view rates = "Rates";
constexpr std::size_t chain_max = 300;

// Gathers the tables of an expression and of its steps.
void gather_tables(const feel::Boxed& boxed,
                   std::vector<std::shared_ptr<const feel::TableText>>& tables) {
    if (boxed.table != nullptr) {
        tables.push_back(boxed.table);
    }
    for (const feel::BoxedEntry& entry : boxed.entries) {
        gather_tables(entry.value, tables);
    }
}

// Where an id of a file leads to.
struct Target {
    enum class Kind { input, decision, function };
    Kind kind = Kind::input;
    const DmnInput* input = nullptr;
    const DmnDecision* decision = nullptr;
    const DmnFunction* function = nullptr;
};

enum class Visit { unseen, open, done, refused };

class Linker {
public:
    Linker(const std::vector<DmnFile>& files, const std::vector<std::string>& parameters)
        : files_(files), compiler_(model_.program, feel::Language::profile) {
        compiler_.declare_parameters(parameters);
    }

    Result<DecisionModel> run() {
        Faults faults;
        DecisionModel model = run(faults);
        if (!faults.none()) {
            return faults.all().front();
        }
        return model;
    }

    DecisionModel run(Faults& faults) {
        for (const DmnFile& file : files_) {
            if (!faults.note(index(file))) {
                return std::move(model_);  // names that are not clear say nothing of the rest
            }
        }
        std::vector<Error> cells;
        compiler_.tell_every_cell(cells);
        const auto keep = [&cells, &faults](const Outcome& outcome) {
            for (Error& each : cells) {
                faults.add(std::move(each));
            }
            cells.clear();
            faults.note(outcome);
        };
        for (const DmnFile& file : files_) {
            for (const DmnDecision& each : file.decisions) {
                keep(decide(file, each));
            }
            for (const DmnFunction& each : file.functions) {
                keep(define(file, each));
            }
        }
        return std::move(model_);
    }

private:
    Outcome index(const DmnFile& file) {
        auto& ids = targets_[file.name];
        const auto add = [&](const std::string& id, Target target, const std::string& place) {
            if (!id.empty() && !ids.emplace(id, target).second) {
                return Outcome(
                    Error{"policy.name_twice", "The id \"" + id + "\" stands twice.", place});
            }
            return Outcome(Done{});
        };
        for (const DmnInput& each : file.inputs) {
            TRY_DONE(
                add(each.id, Target{Target::Kind::input, &each, nullptr, nullptr}, each.place));
            TRY_DONE(add_input(each));
        }
        for (const DmnDecision& each : file.decisions) {
            TRY_DONE(
                add(each.id, Target{Target::Kind::decision, nullptr, &each, nullptr}, each.place));
            TRY_DONE(claim(each.name, each.place));
        }
        for (const DmnFunction& each : file.functions) {
            TRY_DONE(
                add(each.id, Target{Target::Kind::function, nullptr, nullptr, &each}, each.place));
            TRY_DONE(claim(each.name, each.place));
        }
        return Done{};
    }

    Outcome claim(const std::string& name, const std::string& place) {
        const auto [found, fresh] = names_.emplace(name, place);
        if (!fresh || name.empty()) {
            return Error{"policy.name_twice",
                         name.empty()
                             ? "It has no name."
                             : "The name \"" + name + "\" is taken already: " + found->second + ".",
                         place};
        }
        return Done{};
    }

    Result<feel::NodeId> allowed_values(const feel::Type& type, const std::string& place) {
        if (type.allowed == nullptr) {
            return feel::no_node;
        }
        return compiler_.tests(*type.allowed, place + ", allowed values", feel::Scope(), type);
    }

    // An input may be declared in several files when its type is the same.
    Outcome add_input(const DmnInput& input) {
        if (input.name == rates) {
            return Done{};
        }
        const feel::Type type = input.type.value_or(feel::Type{});
        if (type.kind == feel::Type::Kind::any) {
            return Error{"feel.wrong_type", "The input has no type. Give its variable a typeRef.",
                         input.place};
        }
        if (feel::tells_time(type)) {
            return Error{"feel.outside_profile",
                         "The input is a time of day. The policy language knows days alone.",
                         input.place};
        }
        const int known = model_.find_input(input.name);
        if (known < 0) {
            TRY_DONE(claim(input.name, input.place));
            TRY(const feel::NodeId allowed, allowed_values(type, input.place));
            model_.inputs.push_back(ModelInput{input.name, type, compiler_.new_slot(), input.place,
                                               allowed, UINT32_MAX, input.unit});
            return Done{};
        }
        ModelInput& first = model_.inputs[static_cast<std::size_t>(known)];
        const bool same_codes = type.codes == nullptr || first.type.codes == nullptr ||
                                *type.codes == *first.type.codes;
        const bool same_values = type.allowed == nullptr ? first.type.allowed == nullptr
                                                         : first.type.allowed != nullptr &&
                                                               *type.allowed == *first.type.allowed;
        const bool same_unit = !input.unit || !first.unit || *input.unit == *first.unit;
        if (!(feel::fits(type, first.type) && feel::fits(first.type, type) && same_codes &&
              same_values && same_unit)) {
            return Error{"feel.wrong_type",
                         "The input is declared with another type at " + first.place + ".",
                         input.place};
        }
        if (first.type.codes == nullptr) {
            first.type = type;
        }
        first.unit = first.unit ? first.unit : input.unit;
        return Done{};
    }

    Result<const Target*> follow(const DmnFile& from, const DmnReference& reference,
                                 Target::Kind kind, const std::string& place) const {
        std::string file = reference.file.empty() ? from.name : reference.file;
        const auto ids = targets_.find(file);
        if (ids == targets_.end()) {
            return Error{"policy.unknown_name", "The package has no file called \"" + file + "\".",
                         place};
        }
        const auto target = ids->second.find(reference.id);
        if (target == ids->second.end() || target->second.kind != kind) {
            return Error{"policy.unknown_name",
                         "There is no " +
                             std::string(kind == Target::Kind::input      ? "input"
                                         : kind == Target::Kind::decision ? "decision"
                                                                          : "function") +
                             " with the id \"" + reference.id + "\" in " + file + ".",
                         place};
        }
        return &target->second;
    }

    const DmnFile& file_of(const DmnReference& reference, const DmnFile& from) const {
        for (const DmnFile& file : files_) {
            if (file.name == reference.file) {
                return file;
            }
        }
        return from;
    }

    Outcome enter(Visit& visit, const std::string& name, const std::string& place) {
        if (visit == Visit::open) {
            std::string circle;
            for (const std::string& each : path_) {
                circle += each + " needs ";
            }
            return Error{"policy.cycle",
                         "The requirements go round in a circle: " + circle + name + ".", place};
        }
        if (path_.size() >= chain_max) {
            return Error{"policy.bad_dmn",
                         "More than 300 decisions stand on each other in one chain.", place};
        }
        visit = Visit::open;
        path_.push_back(name);
        return Done{};
    }

    Outcome decide(const DmnFile& file, const DmnDecision& decision) {
        return visit(decision, decision.name, decision.place,
                     [&] { return compile(file, decision); });
    }

    // Compiles a part once, after all it stands on. What stands on a refused part is not refused
    // for a second reason.
    template <typename Part, typename Compile>
    Outcome visit(const Part& part, const std::string& name, const std::string& place,
                  const Compile& compile) {
        Visit& seen = visits_[&part];
        if (seen == Visit::done) {
            return Done{};
        }
        if (seen == Visit::refused) {
            return told_already();
        }
        TRY_DONE(enter(seen, name, place));
        const Outcome made = compile();
        path_.pop_back();
        seen = made ? Visit::done : Visit::refused;
        return made;
    }

    Outcome compile(const DmnFile& file, const DmnDecision& decision) {
        ModelDecision made;
        feel::Scope scope;
        for (const DmnReference& each : decision.inputs) {
            TRY(const Target* target, follow(file, each, Target::Kind::input, decision.place));
            bind_input(*target->input, scope, made);
        }
        for (const DmnReference& each : decision.decisions) {
            TRY(const Target* target, follow(file, each, Target::Kind::decision, decision.place));
            TRY_DONE(decide(file_of(each, file), *target->decision));
            const int position = model_.find_decision(target->decision->name);
            const ModelDecision& needed = model_.decisions[static_cast<std::size_t>(position)];
            made.decisions.push_back(static_cast<std::uint32_t>(position));
            scope.bind(needed.name,
                       feel::Binding{feel::Binding::Kind::slot, needed.slot, needed.type});
        }
        TRY_DONE(bind_functions(file, decision.functions, decision.place, scope));
        compiler_.take_reads();
        TRY(const feel::Typed compiled, compiler_.boxed(decision.logic, scope, decision.type));
        made.parameters = compiler_.take_reads();
        describe(file, decision, made);
        made.node = compiled.node;
        made.type = compiled.type;
        TRY(made.allowed, allowed_values(made.type, decision.place));
        made.slot = compiler_.new_slot();
        model_.decisions.push_back(std::move(made));
        return Done{};
    }

    void bind_input(const DmnInput& input, feel::Scope& scope, ModelDecision& made) {
        if (input.name == rates) {
            scope.bind(input.name, feel::Binding{feel::Binding::Kind::rates, 0, {}});
            return;
        }
        const int position = model_.find_input(input.name);
        const ModelInput& known = model_.inputs[static_cast<std::size_t>(position)];
        made.inputs.push_back(static_cast<std::uint32_t>(position));
        scope.bind(known.name, feel::Binding{feel::Binding::Kind::slot, known.slot, known.type});
    }

    Outcome bind_functions(const DmnFile& file, const std::vector<DmnReference>& references,
                           const std::string& place, feel::Scope& scope) {
        for (const DmnReference& each : references) {
            TRY(const Target* target, follow(file, each, Target::Kind::function, place));
            TRY_DONE(define(file_of(each, file), *target->function));
            scope.bind(target->function->name, feel::Binding{feel::Binding::Kind::function,
                                                             functions_.at(target->function->name),
                                                             {}});
        }
        return Done{};
    }

    Outcome define(const DmnFile& file, const DmnFunction& function) {
        return visit(function, function.name, function.place,
                     [&] { return compile(file, function); });
    }

    Outcome compile(const DmnFile& file, const DmnFunction& function) {
        feel::Scope scope;
        TRY_DONE(bind_functions(file, function.functions, function.place, scope));
        TRY(const std::uint32_t index, compiler_.function(function.name, function.parameters,
                                                          function.logic, scope, function.result));
        functions_[function.name] = index;
        model_.function_units.resize(model_.program.functions.size());
        model_.function_units[index] = function.units;
        return Done{};
    }

    void describe(const DmnFile& file, const DmnDecision& decision, ModelDecision& made) const {
        made.name = decision.name;
        made.id = decision.id;
        made.file = file.name;
        made.label = decision.label;
        made.description = decision.description;
        made.question = decision.question;
        made.place = decision.place;
        made.money.insert(decision.money.begin(), decision.money.end());
        made.units = decision.units;
        made.step_labels.insert(decision.step_labels.begin(), decision.step_labels.end());
        // A description that writes "£{name}" says the same.
        if (made.description.find("£{" + made.name + "}") != std::string::npos) {
            made.money.insert(made.name);
        }
        gather_tables(decision.logic, made.tables);
        for (const DmnReference& each : decision.authorities) {
            const DmnFile& owner = file_of(each, file);
            const auto found = owner.authorities.find(each.id);
            if (found != owner.authorities.end()) {
                made.source += (made.source.empty() ? "" : "; ") + found->second;
            }
        }
    }

    const std::vector<DmnFile>& files_;
    DecisionModel model_;
    feel::Compiler compiler_;
    std::map<std::string, std::map<std::string, Target>> targets_;
    std::map<std::string, std::string> names_;
    std::map<const void*, Visit> visits_;
    std::map<std::string, std::uint32_t> functions_;
    std::vector<std::string> path_;
};

}  // namespace

int DecisionModel::find_decision(std::string_view name_or_id) const {
    for (std::size_t i = 0; i < decisions.size(); ++i) {
        if (decisions[i].name == name_or_id) {
            return static_cast<int>(i);
        }
    }
    for (std::size_t i = 0; i < decisions.size(); ++i) {
        if (decisions[i].id == name_or_id) {
            return static_cast<int>(i);
        }
    }
    return -1;
}

int DecisionModel::find_input(std::string_view name) const {
    for (std::size_t i = 0; i < inputs.size(); ++i) {
        if (inputs[i].name == name) {
            return static_cast<int>(i);
        }
    }
    return -1;
}

void DecisionModel::mark_needed(std::size_t decision, std::vector<bool>& needed) const {
    if (needed[decision]) {
        return;
    }
    needed[decision] = true;
    for (const std::uint32_t each : decisions[decision].decisions) {
        mark_needed(each, needed);
    }
}

int DecisionModel::find_service(std::string_view name_or_id) const {
    for (std::size_t i = 0; i < services.size(); ++i) {
        if (services[i].name == name_or_id || services[i].id == name_or_id) {
            return static_cast<int>(i);
        }
    }
    return -1;
}

Result<DecisionModel> link(const std::vector<DmnFile>& files,
                           const std::vector<std::string>& parameters, feel::Language language) {
    return language == feel::Language::full ? link_full(files) : Linker(files, parameters).run();
}

DecisionModel link(const std::vector<DmnFile>& files, const std::vector<std::string>& parameters,
                   Faults& faults) {
    return Linker(files, parameters).run(faults);
}

}  // namespace policy
