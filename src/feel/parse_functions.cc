// Functions and types as full FEEL writes them: "function(a: number) a + 1", "x instance of
// list<number>".

#include <array>
#include <utility>

#include "feel/parser.h"

namespace feel {

Result<Ast> Parser::function_definition() {
    Ast made = ast_node(AstKind::function, now().at, {});
    ++at_;
    TRY_DONE(expect("("));
    const NameBook outer = locals_;
    if (!take(")")) {
        do {
            TRY(std::string name, marked_name());
            Type declared;
            if (take(":")) {
                TRY(declared, type());
            }
            locals_.add(name);
            made.names.push_back(std::move(name));
            made.types.push_back(std::move(declared));
        } while (take(","));
        TRY_DONE(expect(")"));
    }
    made.external = take_word("external");
    TRY(Ast body, expression());
    made.children.push_back(std::move(body));
    locals_ = outer;
    return made;
}

Result<Ast> Parser::instance_of(Ast value) {
    Ast made = ast_node(AstKind::instance_of, now().at, {});
    ++at_;
    TRY_DONE(expect_word("of"));
    TRY(Type of, type());
    made.types.push_back(std::move(of));
    made.children.push_back(std::move(value));
    return made;
}

namespace {

const NameBook& basic_type_names() {
    static const NameBook book = [] {
        NameBook made;
        for (const std::string_view name :
             {"number", "string", "boolean", "date", "time", "date and time",
              "days and time duration", "years and months duration", "list", "context", "range",
              "function", "Any", "Null"}) {
            made.add(name);
        }
        return made;
    }();
    return book;
}

}  // namespace

Result<Type> Parser::whole_type() {
    TRY(Type made, type());
    TRY_DONE(end());
    return made;
}

Result<Type> parse_type(std::string_view text, const NamedTypes* types) {
    TRY(std::vector<Token> tokens, lex(text));
    ParseNames names;
    names.types = types;
    return Parser(std::move(tokens), names).whole_type();
}

Result<Type> Parser::type() {
    std::string name;
    std::size_t length = basic_type_names().longest(tokens_, at_, name);
    std::string other;
    if (names_.types != nullptr) {
        if (const std::size_t named = names_.types->names.longest(tokens_, at_, other);
            named > 0 && named >= length) {
            at_ += named;
            return names_.types->types.find(other)->second;
        }
    }
    if (length == 0) {
        return syntax("the name of a type");
    }
    at_ += length;
    if (now().is("<")) {
        return generic_type(name);
    }
    if (std::optional<Type> basic = basic_type(name)) {
        return std::move(*basic);
    }
    return syntax("the name of a type");
}

Result<Type> Parser::generic_type(const std::string& name) {
    if (++depth_ > 100) {
        return Error{"feel.too_deep", "The type is nested more than 100 deep.",
                     "character " + std::to_string(now().at + 1)};
    }
    Result<Type> made = syntax("a type");
    if (name == "list" || name == "range") {
        Result<std::vector<Type>> inner = types_in_angles();
        if (!inner) {
            made = inner.error();
        } else if (inner->size() == 1) {
            made = name == "list" ? list_of(inner->front()) : range_of(inner->front());
        }
    } else if (name == "context") {
        made = context_type();
    } else if (name == "function") {
        made = function_type();
    }
    --depth_;
    return made;
}

Result<std::vector<Type>> Parser::types_in_angles() {
    TRY_DONE(expect("<"));
    std::vector<Type> made;
    if (take(">")) {
        return made;
    }
    do {
        TRY(Type one, type());
        made.push_back(std::move(one));
    } while (take(","));
    TRY_DONE(expect(">"));
    return made;
}

Result<Type> Parser::context_type() {
    TRY_DONE(expect("<"));
    Type::Members members;
    if (!take(">")) {
        do {
            TRY(std::string name, marked_name());
            TRY_DONE(expect(":"));
            TRY(Type one, type());
            members.emplace_back(std::move(name), std::move(one));
        } while (take(","));
        TRY_DONE(expect(">"));
    }
    return context_of(std::move(members));
}

Result<Type> Parser::function_type() {
    Signature signature;
    TRY(signature.types, types_in_angles());
    TRY_DONE(expect("->"));
    TRY(signature.result, type());
    return function_of(std::move(signature));
}

}  // namespace feel
