#include "feel/allowed.h"

#include "feel/parse.h"

namespace feel {

Result<std::vector<Value>> listed_values(std::string_view text) {
    TRY(const Ast ast, parse_unary_tests(text, ParseNames{}));
    std::vector<Value> values;
    if (ast.kind == AstKind::literal) {
        values.push_back(ast.value);
        return values;
    }
    if (ast.kind != AstKind::one_of && ast.kind != AstKind::list) {
        return values;
    }
    for (const Ast& each : ast.children) {
        if (each.kind != AstKind::literal) {
            return std::vector<Value>();
        }
        values.push_back(each.value);
    }
    return values;
}

Result<std::shared_ptr<const std::vector<std::string>>> listed_codes(std::string_view text) {
    TRY(const std::vector<Value> values, listed_values(text));
    std::vector<std::string> codes;
    for (const Value& value : values) {
        if (value.string() == nullptr) {
            return std::shared_ptr<const std::vector<std::string>>();
        }
        codes.push_back(*value.string());
    }
    return codes.empty() ? nullptr
                         : std::make_shared<const std::vector<std::string>>(std::move(codes));
}

}  // namespace feel
