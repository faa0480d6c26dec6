#pragma once
// The compiler turns boxed and FEEL expressions into nodes of a Program: it resolves every name to
// a slot, checks every type and, for the Policy Profile, refuses what lies outside it with its
// place. The profile is FEEL that is total, exact and typed: no ranges as values, no loops but some
// and every, no quotient that is not rounded or compared at once.

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "base/result.h"
#include "feel/boxed.h"
#include "feel/parse.h"
#include "feel/program.h"

namespace feel {

enum class Language {
    profile,  // what a policy package may say
    full,     // all of FEEL that this version reads, types only as hints
};

// What a name stands for where an expression is written.
struct Binding {
    enum class Kind { slot, rates, function, item_member };
    Kind kind = Kind::slot;
    std::uint32_t index = 0;  // slot or function
    Type type = {};
};

// The names an expression may use: its own, then those of the scope around it.
class Scope {
public:
    explicit Scope(const Scope* outer = nullptr) : outer_(outer) {}

    void bind(std::string name, Binding binding);
    const Binding* find(std::string_view name) const;
    // Gives the binding of this scope alone.
    const Binding* own(std::string_view name) const;
    const Scope* outer() const { return outer_; }
    // In full FEEL the members of the item in a slot come before all other names.
    void bind_items(std::uint32_t slot) { item_slot_ = slot; }
    const std::optional<std::uint32_t>& item_slot() const { return item_slot_; }
    // Adds all names, and the names of members of their types, for the parser.
    void tell(ParseNames& names) const;

private:
    const Scope* outer_;
    std::map<std::string, Binding, std::less<>> bindings_;
    std::optional<std::uint32_t> item_slot_;
};

struct Typed {
    NodeId node = no_node;
    Type type;
};

class Compiler {
public:
    Compiler(Program& program, Language language) : program_(program), language_(language) {}

    // Takes a fresh slot.
    std::uint32_t new_slot() { return program_.slots++; }
    // Makes dated parameters readable as members of a scope's `rates` binding.
    void declare_parameters(const std::vector<std::string>& ids);

    // Makes types known that expressions may name.
    void declare_types(std::shared_ptr<const NamedTypes> types) { types_ = std::move(types); }

    // Compiles a boxed expression; `wanted` is the type it must fit.
    // Refuses, with its place: feel.syntax, feel.unknown_name, feel.wrong_type,
    // feel.outside_profile, feel.not_allowed, feel.bad_table, feel.arguments.
    Result<Typed> boxed(const Boxed& boxed, const Scope& scope, const std::optional<Type>& wanted);

    // Compiles a function and gives its position. Refuses: as boxed.
    Result<std::uint32_t> function(const std::string& name,
                                   const std::vector<std::pair<std::string, Type>>& parameters,
                                   const Boxed& body, const Scope& scope,
                                   const std::optional<Type>& result);

    // Compiles a function whose body is made by `body`, which sees the scope of its parameters, and
    // gives its position. Refuses: what `body` refuses.
    Result<std::uint32_t> define(const std::string& name,
                                 const std::vector<std::pair<std::string, Type>>& parameters,
                                 const Scope& scope, const Type& result,
                                 const std::function<Result<Typed>(const Scope&)>& body);

    // Compiles a function in full FEEL whose body is made by `body`, which sees the scope of its
    // parameters, and gives a node whose value it is. Refuses: what `body` refuses.
    Result<Typed> closure(const std::string& name,
                          const std::vector<std::pair<std::string, Type>>& parameters,
                          const Scope& scope, const Type& result,
                          const std::function<Result<Typed>(const Scope&)>& body);

    // Gives a node that holds a value against a type, where full FEEL converts it or gives null.
    Typed coerced(Typed value, const Type& type);
    // Gives the shape of a type by its position in the program.
    std::uint32_t shape(const Type& type);

    // Gives a node that works out steps one after the other, each into its slot, and then the
    // result; without one, a context of all steps.
    NodeId in_turn(const std::string& place, const std::vector<std::uint32_t>& slots,
                   const std::vector<NodeId>& nodes, Names names, NodeId result);

    // Gives a node that is null, and one that reads a slot.
    NodeId null_node() { return constant(Value()); }
    NodeId read(std::uint32_t slot);
    // Gives a function that is bound from outside, as a function of the program. Refuses:
    // feel.unknown_name.
    Result<std::uint32_t> external(const std::string& name, const Boxed& boxed);

    // Compiles one expression of text. Refuses: as boxed.
    Result<Typed> text(std::string_view text, const std::string& place, const Scope& scope);

    // Compiles unary tests of a value of a type; no_node stands for "-". Refuses: as boxed.
    Result<NodeId> tests(std::string_view text, const std::string& place, const Scope& scope,
                         const Type& tested);

    // Gives what full FEEL could not read: such an expression is null, as the language asks.
    const std::vector<Error>& warnings() const { return warnings_; }

    // From now on every faulty cell of a table is put there, not only the first; the table is then
    // refused with an Error without a code.
    void tell_every_cell(std::vector<Error>& faults) { cell_faults_ = &faults; }

    // Gives the dated parameters read since the last call, by position, each once.
    std::vector<std::uint32_t> take_reads();

private:
    // What stands around an expression.
    struct Around {
        const Scope& scope;
        bool quotient_allowed = false;
    };

    Result<Typed> whole_text(std::string_view text, const std::string& place, const Scope& scope);
    Result<NodeId> whole_tests(std::string_view text, const std::string& place, const Scope& scope,
                               const Type& tested);
    Result<Typed> expression(const Ast& ast, const Around& around);
    Result<Typed> checked_expression(const Ast& ast, const Around& around);
    Result<Typed> name(const Ast& ast, const Around& around);
    Result<Typed> full_name(const Ast& ast, const Scope& scope);
    Result<Typed> full_call(const Ast& ast, const Around& around);
    Result<Typed> invoke(const Ast& ast, const Around& around);
    Result<Typed> function_literal(const Ast& ast, const Around& around);
    Typed external_function(const std::string& class_name, const std::string& method,
                            const std::vector<std::pair<std::string, Type>>& parameters);
    // Writes down what full FEEL needs to call a function as a value.
    void describe(Function& made);
    Typed function_value(std::uint32_t index);
    Typed binding_value(const Ast& ast, const Binding* found);
    Typed invocation(NodeId function, const std::vector<NodeId>& arguments,
                     std::vector<std::string> names);
    Typed nothing() { return Typed{constant(Value()), Type{}}; }
    // Notes that an open function reads a slot from outside its frame.
    void note_capture(std::uint32_t slot);
    Result<Typed> path(const Ast& ast, const Around& around);
    Result<Typed> binary(const Ast& ast, const Around& around);
    Result<Typed> between(const Ast& ast, const Around& around);
    Result<Typed> in(const Ast& ast, const Around& around);
    Result<Typed> conditional(const Ast& ast, const Around& around);
    Result<Typed> iteration(const Ast& ast, const Around& around);
    Result<Typed> filter(const Ast& ast, const Around& around);
    Result<Typed> list(const Ast& ast, const Around& around);
    Result<Typed> context(const Ast& ast, const Around& around);
    Result<Typed> call(const Ast& ast, const Around& around);
    Result<Typed> builtin_call(const Ast& ast, std::size_t index, const Around& around);
    Result<Typed> function_call(std::uint32_t index, const std::vector<Typed>& arguments);
    Result<std::vector<Typed>> arguments(const Ast& ast, const std::vector<std::string>& parameters,
                                         const Around& around);
    Result<std::vector<Typed>> named_arguments(const Ast& ast,
                                               const std::vector<std::string>& parameters,
                                               std::vector<Typed> given);
    Result<NodeId> test(const Ast& ast, const Scope& scope, const Type& tested);
    Result<NodeId> test_group(Op op, const std::vector<Ast>& tests, const Scope& scope,
                              const Type& tested);
    Result<NodeId> value_test(const Ast& ast, const Scope& scope, const Type& tested);
    Result<NodeId> range_test(const Ast& ast, const Scope& scope, const Type& tested);

    Result<Typed> boxed_parts(const Boxed& boxed, const Scope& scope,
                              const std::optional<Type>& wanted);
    Result<Typed> boxed_table(const Boxed& boxed, const Scope& scope);
    Result<Typed> boxed_call(const Boxed& boxed, const Scope& scope);
    Result<Typed> boxed_conditional(const Boxed& boxed, const Scope& scope);
    Result<Typed> boxed_filter(const Boxed& boxed, const Scope& scope);
    Result<Typed> boxed_loop(const Boxed& boxed, const Scope& scope);
    Result<Typed> boxed_function(const Boxed& boxed, const Scope& scope);
    Result<Typed> boxed_steps(const Boxed& boxed, const Scope& scope,
                              const std::optional<Type>& wanted);
    Result<Typed> boxed_invocation(const Boxed& boxed, const Scope& scope);
    Result<Typed> boxed_list(const Boxed& boxed, const Scope& scope);
    Result<NodeId> input_domain(const TableInput& input, const Type& value,
                                const std::string& column, const Scope& scope);
    Outcome table_inputs(const TableText& text, const std::string& place, const Scope& scope,
                         Table& table, std::vector<Type>& types);
    Outcome table_outputs(const TableText& text, const std::string& place, const Scope& scope,
                          Table& table, std::vector<Type>& types);
    Result<NodeId> output_cell(const std::string& text, const std::string& place,
                               const Scope& scope, Type& column);
    Outcome table_rules(const TableText& text, const std::string& place, const Scope& scope,
                        const std::vector<Type>& input_types, Table& table,
                        std::vector<Type>& output_types);
    Result<Type> table_type(const TableText& text, const Table& table,
                            const std::vector<Type>& outputs) const;

    NodeId add(Node node);
    NodeId constant(Value value);
    std::uint32_t add_links(const std::vector<std::uint32_t>& links);
    std::uint32_t add_source(const std::string& place, std::string_view text);
    Outcome check_codes(const Ast& ast, const Type& tested) const;
    bool strict() const { return language_ == Language::profile; }
    Error refusal(std::string code, std::string message, const Ast& ast) const;
    void note_read(std::uint32_t parameter);

    Program& program_;
    Language language_;
    std::uint32_t source_ = 0;
    std::map<std::string, std::uint32_t, std::less<>> parameters_;
    std::vector<std::uint32_t> reads_;
    std::vector<Error> warnings_;
    std::vector<Error>* cell_faults_ = nullptr;
    // A function being compiled: where its frame begins, and what it reads from outside.
    struct OpenFunction {
        std::uint32_t frame = 0;
        std::vector<std::uint32_t> captures;
    };
    std::vector<OpenFunction> open_functions_;
    std::shared_ptr<const NamedTypes> types_;
    using ShapeKey = std::tuple<Type::Kind, const void*, const void*, const void*, const void*,
                                const void*, const void*>;
    std::map<ShapeKey, std::uint32_t> shapes_;  // each type's shape is made once
};

}  // namespace feel
