#pragma once
// External function binding: functions that a model declares as Java methods and that are bound
// here to code of our own. No Java runs. The registry holds what models commonly name:
// java.lang.Math, String.format and valueOf, and valueOf of the number classes. A method it does
// not hold is null in full FEEL; the Policy Profile knows no external functions.

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "feel/ast.h"
#include "feel/value.h"

namespace feel {

struct ExternalFunction {
    std::string_view class_name;  // "java.lang.Math"
    std::string_view method;      // "max(double,double)", without spaces
    std::size_t parameters = 0;
    bool takes_many = false;  // the last parameter stands for any number
    std::optional<Value> (*run)(std::span<const Value> arguments) = nullptr;
};

const std::vector<ExternalFunction>& external_functions();

// Gives the position of a function in external_functions(); nothing when nothing is bound.
std::optional<std::size_t> find_external_function(std::string_view class_name,
                                                  std::string_view method, std::size_t parameters);

// Gives what a text in quotation marks says; other text as it stands.
std::string text_of_literal(std::string_view literal);

// Gives class and method of {java: {class: "...", method signature: "..."}}; empty without them.
std::pair<std::string, std::string> java_mapping(const Ast& mapping);

}  // namespace feel
