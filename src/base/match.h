#pragma once
// match(variant, lambdas...) calls the lambda that takes the alternative held.

#include <utility>
#include <variant>

namespace base {

template <typename... Fs>
struct Overloaded : Fs... {
    using Fs::operator()...;
};
template <typename... Fs>
Overloaded(Fs...) -> Overloaded<Fs...>;

template <typename Variant, typename... Fs>
decltype(auto) match(Variant&& value, Fs&&... functions) {
    return std::visit(Overloaded{std::forward<Fs>(functions)...}, std::forward<Variant>(value));
}

}  // namespace base
