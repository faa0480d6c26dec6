#pragma once
// What an expression says, as a tree: the parser makes it, the compiler resolves its names and
// checks its types. It holds all of FEEL's grammar that the parser reads, also what the Policy
// Profile refuses, so that the refusal can say what it met.

#include <cstddef>
#include <string>
#include <vector>

#include "feel/type.h"
#include "feel/value.h"

namespace feel {

enum class AstKind {
    literal,      // value
    name,         // text
    path,         // children[0] . text
    filter,       // children[0] [ children[1] ]
    call,         // text ( children ), names empty or one for each
    negate,       // - children[0]
    binary,       // children[0] op children[1]
    between,      // children[0] between children[1] and children[2]
    in,           // children[0] in one of children[1..], which are tests
    conditional,  // if children[0] then children[1] else children[2]
    for_each,     // for names[i] in children[i] return children.back()
    some,         // some names[i] in children[i] satisfies children.back()
    every,        // every ...
    list,         // [ children ]
    context,      // { names[i]: children[i] }
    range,        // from children[0] to children[1]; open ends by low_open, high_open
    span,         // children[0] .. children[1] behind "in" of a loop, up or down
    function,     // function(names[i]: types[i]) children[0]; `external` bound from outside
    invoke,       // children[0] ( children[1..] ), names empty or one for each
    instance_of,  // children[0] instance of types[0]
    any,          // the test "-"
    compare,      // the test "op children[0]"
    none_of,      // the test "not(children)"
    one_of,       // the test "children[0], children[1], ..."
};

enum class Operator {
    add,
    subtract,
    multiply,
    divide,
    power,
    equal,
    not_equal,
    less,
    less_equal,
    greater,
    greater_equal,
    both,
    either,
};

struct Ast {
    AstKind kind = AstKind::literal;
    std::size_t at = 0;  // character in the text
    Operator op = Operator::add;
    bool low_open = false;
    bool high_open = false;
    bool external = false;
    std::string text = {};
    Value value = {};
    std::vector<std::string> names = {};
    std::vector<Type> types = {};
    std::vector<Ast> children = {};
};

}  // namespace feel
