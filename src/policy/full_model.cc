#include "policy/full_model.h"

#include <algorithm>
#include <map>
#include <memory>
#include <utility>

#include "policy/full_scope.h"

namespace policy {

namespace {

constexpr std::size_t copies_max = 500;
constexpr std::size_t chain_max = 300;

class FullLinker {
public:
    explicit FullLinker(const std::vector<DmnFile>& files)
        : files_(files), compiler_(model_.program, feel::Language::full) {}

    Result<DecisionModel> run() {
        if (files_.empty()) {
            return Error{"policy.bad_dmn", "There is no model."};
        }
        TRY(FileCopy * whole, copy(files_.front(), ""));
        compile_all(*whole);
        model_.warnings = compiler_.warnings();
        return std::move(model_);
    }

private:
    using Copy = FileCopy;
    // An element of a copy; ids may be missing, elements are not.
    using Part = std::pair<const Copy*, const void*>;
    enum class Visit { unseen, open, done };

    // Takes a copy of a file and of all it imports.
    Result<Copy*> copy(const DmnFile& file, const std::string& prefix) {
        if (copies_.size() >= copies_max) {
            return Error{"policy.bad_dmn", "The imports of this model go round in a circle."};
        }
        copies_.push_back(std::make_unique<Copy>());
        Copy* made = copies_.back().get();
        made->file = &file;
        made->prefix = prefix;
        for (const DmnInput& each : file.inputs) {
            add_input(*made, each);
        }
        for (const DmnImport& import : file.imports) {
            const auto found = std::find_if(
                files_.begin(), files_.end(),
                [&import](const DmnFile& other) { return other.space == import.space; });
            if (found != files_.end() && &*found != &file) {
                TRY(Copy * inner,
                    copy(*found, import.name.empty() ? prefix : prefix + import.name + "."));
                made->imports.emplace_back(&import, inner);
            }
        }
        return made;
    }

    void add_input(Copy& copy, const DmnInput& input) {
        const feel::Type type = input.type.value_or(feel::Type{});
        const std::uint32_t slot = compiler_.new_slot();
        copy.known[&input] = Named{input.name, {feel::Binding::Kind::slot, slot, type}};
        model_.inputs.push_back(ModelInput{copy.prefix + input.name, type, slot, input.place,
                                           feel::no_node, compiler_.shape(type)});
    }

    void compile_all(Copy& copy) {
        for (const auto& [import, inner] : copy.imports) {
            compile_all(*inner);
        }
        for (const DmnDecision& each : copy.file->decisions) {
            decide(copy, each);
        }
        for (const DmnFunction& each : copy.file->functions) {
            define(copy, &each, nullptr);
        }
        for (const DmnService& each : copy.file->services) {
            define(copy, nullptr, &each);
        }
    }

    void warn(std::string message, const std::string& place) {
        model_.warnings.push_back(Error{"policy.unknown_name", std::move(message), place});
    }

    // Whether a part may be compiled now: not twice, not in a circle, not in an endless chain.
    bool enter(const Part& part) {
        Visit& visit = visits_[part];
        if (visit != Visit::unseen || open_ >= chain_max) {
            return false;
        }
        visit = Visit::open;
        ++open_;
        return true;
    }

    void leave(const Part& part) {
        visits_[part] = Visit::done;
        --open_;
    }

    // Binds what an element requires, under the names its expressions use.
    void bind(Copy& copy, const std::vector<DmnReference>& references, feel::Scope& scope,
              const std::function<const Named*(Copy&, const std::string&)>& find) {
        for (const DmnReference& each : references) {
            for (const auto& [owner, alias] : copy.places_of(each)) {
                if (const Named* found = find(*owner, each.id)) {
                    scope.bind(alias + found->name, found->binding);
                    break;
                }
            }
        }
    }

    void bind_functions(Copy& copy, const std::vector<DmnReference>& references,
                        feel::Scope& scope) {
        bind(copy, references, scope, [this](Copy& owner, const std::string& id) {
            return define(owner, owner.find_function(id), owner.find_service(id));
        });
    }

    void bind_all(Copy& copy, const DmnDecision& decision, feel::Scope& scope,
                  std::vector<std::uint32_t>& stands_on) {
        bind(copy, decision.inputs, scope,
             [](Copy& owner, const std::string& id) { return owner.find(owner.find_input(id)); });
        bind(copy, decision.decisions, scope,
             [this, &stands_on](Copy& owner, const std::string& id) -> const Named* {
                 const DmnDecision* needed = owner.find_decision(id);
                 const Named* found = needed == nullptr ? nullptr : decide(owner, *needed);
                 if (found != nullptr) {
                     stands_on.push_back(positions_.at({&owner, needed}));
                 }
                 return found;
             });
        bind_functions(copy, decision.functions, scope);
    }

    const Named* decide(Copy& copy, const DmnDecision& decision) {
        const Part part{&copy, &decision};
        if (enter(part)) {
            feel::Scope scope;
            ModelDecision made;
            bind_all(copy, decision, scope, made.decisions);
            compiler_.declare_types(copy.file->types);
            const feel::Typed compiled =
                compiler_.boxed(decision.logic, scope, decision.type)
                    .value_or(feel::Typed{compiler_.null_node(), feel::Type{}});
            made.name = copy.prefix + decision.name;
            made.id = decision.id;
            made.file = copy.file->name;
            made.label = decision.label;
            made.place = decision.place;
            made.node = compiled.node;
            made.type = compiled.type;
            made.slot = compiler_.new_slot();
            copy.known[&decision] =
                Named{decision.name, {feel::Binding::Kind::slot, made.slot, made.type}};
            positions_[part] = static_cast<std::uint32_t>(model_.decisions.size());
            model_.decisions.push_back(std::move(made));
            leave(part);
        }
        const Named* found = copy.find(&decision);
        if (found == nullptr) {
            warn("The requirements go round in a circle.", decision.place);
        }
        return found;
    }

    // Gives a business knowledge model or decision service as a function.
    const Named* define(Copy& copy, const DmnFunction* function, const DmnService* service) {
        const void* element = function == nullptr ? static_cast<const void*>(service) : function;
        const Part part{&copy, element};
        if (element != nullptr && enter(part)) {
            if (function != nullptr) {
                define_function(copy, *function);
            } else {
                define_service(copy, *service);
            }
            leave(part);
        }
        return copy.find(element);
    }

    // Since DMN 1.3 the variable of a function is of a function type; before, of its result's.
    static std::optional<feel::Type> result_type(const std::optional<feel::Type>& declared) {
        if (declared && declared->kind == feel::Type::Kind::function) {
            return declared->signature == nullptr ? std::nullopt
                                                  : std::optional(declared->signature->result);
        }
        return declared;
    }

    void define_function(Copy& copy, const DmnFunction& function) {
        feel::Scope scope;
        bind_functions(copy, function.functions, scope);
        compiler_.declare_types(copy.file->types);
        const Result<std::uint32_t> index =
            function.logic.external
                ? compiler_.external(function.name, function.logic)
                : compiler_.function(function.name, function.parameters, function.logic, scope,
                                     result_type(function.result));
        if (index) {
            copy.known[&function] =
                Named{function.name, {feel::Binding::Kind::function, *index, {}}};
        }
    }

    // What a decision service knows while it is compiled: its parameters, and the decisions that
    // it works out by itself, each after what it needs.
    struct ServiceBody {
        std::map<Part, Named> known;
        std::vector<std::uint32_t> slots;
        std::vector<feel::NodeId> nodes;
        feel::Names names;
    };

    void define_service(Copy& copy, const DmnService& service) {
        std::vector<std::pair<std::string, feel::Type>> parameters;
        std::vector<Part> keys;
        add_parameters(copy, service.inputs, parameters, keys);
        add_parameters(copy, service.input_decisions, parameters, keys);
        ModelService made;
        made.name = copy.prefix + service.name;
        made.id = service.id;
        for (const auto& [name, type] : parameters) {
            made.parameters.push_back(name);
        }
        const std::optional<feel::Type> result = result_type(service.type);
        const Result<std::uint32_t> index =
            compiler_.define(service.name, parameters, feel::Scope(), result.value_or(feel::Type{}),
                             [&](const feel::Scope& inner) -> Result<feel::Typed> {
                                 ServiceBody body;
                                 for (std::size_t i = 0; i < keys.size(); ++i) {
                                     body.known[keys[i]] = Named{parameters[i].first,
                                                                 *inner.own(parameters[i].first)};
                                 }
                                 const feel::Typed value = service_value(copy, service, body, made);
                                 return compiler_.coerced(value, result.value_or(feel::Type{}));
                             });
        if (!index) {
            return;
        }
        made.function = *index;
        copy.known[&service] = Named{service.name, {feel::Binding::Kind::function, *index, {}}};
        model_.services.push_back(std::move(made));
    }

    void add_parameters(Copy& copy, const std::vector<DmnReference>& references,
                        std::vector<std::pair<std::string, feel::Type>>& parameters,
                        std::vector<Part>& keys) {
        for (const DmnReference& each : references) {
            for (const auto& [owner, alias] : copy.places_of(each)) {
                const DmnInput* input = owner->find_input(each.id);
                const DmnDecision* decision = owner->find_decision(each.id);
                if (input != nullptr) {
                    parameters.emplace_back(alias + input->name,
                                            input->type.value_or(feel::Type{}));
                    keys.emplace_back(owner, input);
                    break;
                }
                if (decision != nullptr) {
                    parameters.emplace_back(alias + decision->name,
                                            decision->type.value_or(feel::Type{}));
                    keys.emplace_back(owner, decision);
                    break;
                }
            }
        }
    }

    // One output decision is the result itself, several are a context of them.
    feel::Typed service_value(Copy& copy, const DmnService& service, ServiceBody& body,
                              ModelService& made) {
        feel::Names names;
        std::vector<feel::Typed> outputs;
        for (const DmnReference& each : service.outputs) {
            for (const auto& [owner, alias] : copy.places_of(each)) {
                if (const DmnDecision* decision = owner->find_decision(each.id)) {
                    const Named* known = decide_inside(*owner, *decision, body);
                    names.push_back(decision->name);
                    made.outputs.push_back(alias + decision->name);
                    outputs.push_back(known == nullptr
                                          ? feel::Typed{compiler_.null_node(), feel::Type{}}
                                          : feel::Typed{compiler_.read(known->binding.index),
                                                        known->binding.type});
                    break;
                }
            }
        }
        feel::Typed value{compiler_.null_node(), feel::Type{}};
        if (outputs.size() == 1) {
            value = outputs.front();
        } else if (!outputs.empty()) {
            std::vector<std::uint32_t> slots;
            std::vector<feel::NodeId> nodes;
            for (const feel::Typed& each : outputs) {
                slots.push_back(compiler_.new_slot());
                nodes.push_back(each.node);
            }
            value.node =
                compiler_.in_turn(service.place, slots, nodes, std::move(names), feel::no_node);
        }
        value.node =
            compiler_.in_turn(service.place, body.slots, body.nodes, body.names, value.node);
        return value;
    }

    // Compiles a decision once more, for a service that gives what it stands on.
    const Named* decide_inside(Copy& copy, const DmnDecision& decision, ServiceBody& body) {
        const Part key{&copy, &decision};
        if (const auto known = body.known.find(key); known != body.known.end()) {
            return &known->second;
        }
        if (open_ >= chain_max || visits_[key] == Visit::open) {
            return nullptr;
        }
        const Visit before = std::exchange(visits_[key], Visit::open);
        ++open_;
        feel::Scope scope;
        bind(copy, decision.inputs, scope, [&body](Copy& owner, const std::string& id) {
            const DmnInput* input = owner.find_input(id);
            const auto known = body.known.find({&owner, input});
            return known == body.known.end() ? nullptr : &known->second;
        });
        bind(copy, decision.decisions, scope, [&](Copy& owner, const std::string& id) {
            const DmnDecision* needed = owner.find_decision(id);
            return needed == nullptr ? nullptr : decide_inside(owner, *needed, body);
        });
        bind_functions(copy, decision.functions, scope);
        compiler_.declare_types(copy.file->types);
        const feel::Typed compiled =
            compiler_.boxed(decision.logic, scope, decision.type)
                .value_or(feel::Typed{compiler_.null_node(), feel::Type{}});
        const std::uint32_t slot = compiler_.new_slot();
        body.slots.push_back(slot);
        body.nodes.push_back(compiled.node);
        body.names.push_back(decision.name);
        visits_[key] = before;
        --open_;
        return &body.known
                    .insert_or_assign(
                        key, Named{decision.name, {feel::Binding::Kind::slot, slot, compiled.type}})
                    .first->second;
    }

    const std::vector<DmnFile>& files_;
    DecisionModel model_;
    feel::Compiler compiler_;
    std::vector<std::unique_ptr<Copy>> copies_;
    std::map<Part, Visit> visits_;
    std::map<Part, std::uint32_t> positions_;  // in DecisionModel::decisions
    std::size_t open_ = 0;
};

}  // namespace

Result<DecisionModel> link_full(const std::vector<DmnFile>& files) {
    return FullLinker(files).run();
}

bool supply(feel::Run& run, const DecisionModel& model, std::string_view name,
            const feel::Value& value) {
    const int position = model.find_input(name);
    if (position >= 0) {
        const ModelInput& input = model.inputs[static_cast<std::size_t>(position)];
        run.slot(input.slot) = input.shape == UINT32_MAX
                                   ? value
                                   : run.as_shape(value, input.shape).value_or(feel::Value());
        return true;
    }
    bool found = false;
    if (const feel::Context* members = value.context()) {
        for (std::size_t i = 0; i < members->values.size(); ++i) {
            const std::string inner = std::string(name) + "." + (*members->names)[i];
            found = supply(run, model, inner, members->values[i]) || found;
        }
    }
    return found;
}

feel::Value call_service(feel::Run& run, const DecisionModel& model, const ModelService& service,
                         const std::vector<std::pair<std::string, feel::Value>>& arguments) {
    std::vector<feel::Value> ordered;
    for (const std::string& parameter : service.parameters) {
        const auto given = std::find_if(
            arguments.begin(), arguments.end(),
            [&parameter](const auto& argument) { return argument.first == parameter; });
        ordered.push_back(given == arguments.end() ? feel::Value() : given->second);
    }
    const feel::Function& function = model.program.functions[service.function];
    const feel::Value callee(feel::FunctionValue{
        feel::FunctionValue::Origin::defined, service.function, {}, function.signature});
    return run.apply(callee, std::move(ordered)).value_or(feel::Value());
}

}  // namespace policy
