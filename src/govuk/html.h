#pragma once
// Html is text that is safe to send to a browser. String literals of the program go in as they are,
// every other piece of text is escaped on its way in, so a name typed by a person can never become
// markup: the compiler knows the difference by type. A literal must be a constant of the program
// (Literal has a consteval constructor), so a character buffer cannot pass for one. Attributes have
// their own type (attributes.h). Components and pages write into one growing buffer with <<, which
// is as fast as appending strings. Used by every component here and by the pages in web.

#include <charconv>
#include <concepts>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

namespace govuk {

// A string literal of the program: trusted because no input can reach it.
class Literal {
public:
    template <std::size_t N>
    consteval Literal(const char (&characters)[N])  // NOLINT: the conversion is the point
        : text_(characters, N - 1) {}
    template <std::size_t N>
    Literal(char (&buffer)[N]) = delete;  // NOLINT: refuses what can change at run time

    std::string_view view() const { return text_; }

private:
    std::string_view text_;
};

class Html {
public:
    Html() = default;
    Html(Literal literal) : text_(literal.view()) {}  // NOLINT: a literal is Html

    // Takes markup whose safety somebody else answers for: files we ship, conformance fixtures.
    static Html already_safe(std::string markup) {
        Html made;
        made.text_ = std::move(markup);
        return made;
    }

    std::string_view view() const { return text_; }
    const std::string& str() const& { return text_; }
    std::string str() && { return std::move(text_); }
    std::size_t size() const { return text_.size(); }
    bool empty() const { return text_.empty(); }
    void reserve(std::size_t bytes) { text_.reserve(bytes); }

    // Appends text with & < > " ' turned into entities.
    void escape(std::string_view text);
    // Appends text that is already safe.
    void append(const Html& html) { text_.append(html.text_); }
    void append(Literal literal) { text_.append(literal.view()); }
    // Appends part of other Html; cutting at white space keeps it Html.
    void append_trimmed(const Html& html);
    // Puts `spaces` spaces after every line break from `start` to the end.
    void indent_from(std::size_t start, int spaces);

    friend bool operator==(const Html&, const Html&) = default;

private:
    std::string text_;
};

// Text of any kind that has to be escaped. Character arrays and pointers are left out on purpose.
template <typename T>
concept PlainText = std::same_as<T, std::string> || std::same_as<T, std::string_view>;

template <typename T>
concept WholeNumber = std::integral<T> && !std::same_as<T, bool> && !std::same_as<T, char>;

inline Html& operator<<(Html& out, Literal literal) {
    out.append(literal);
    return out;
}
inline Html& operator<<(Html& out, const Html& html) {
    out.append(html);
    return out;
}
template <PlainText T>
Html& operator<<(Html& out, const T& text) {
    out.escape(text);
    return out;
}
template <WholeNumber T>
Html& operator<<(Html& out, T number) {
    char digits[24];
    const auto end = std::to_chars(digits, digits + sizeof digits, number).ptr;
    out.escape(std::string_view(digits, static_cast<std::size_t>(end - digits)));
    return out;
}

template <typename T>
concept Streamable = !std::is_array_v<T> && requires(Html & out, const T& piece) {
    out << piece;
};

// The same for a temporary: `return Html() << "<p>" << name << "</p>";`
inline Html operator<<(Html&& out, Literal literal) {
    out.append(literal);
    return std::move(out);
}
template <std::same_as<Html> Temporary, typename T>
requires Streamable<T> Html operator<<(Temporary&& out, const T& piece) {
    out << piece;
    return std::forward<Temporary>(out);
}

// Makes Html of plain text, escaped.
Html text(std::string_view plain);

// The characters that count as white space at the ends of a piece.
inline constexpr std::string_view white_space = " \t\n\v\f\r";

// Html without the white space at its ends.
struct Trimmed {
    const Html& html;
};
inline Trimmed trimmed(const Html& html) {
    return {html};
}
inline Html& operator<<(Html& out, Trimmed piece) {
    out.append_trimmed(piece.html);
    return out;
}

// A piece whose second and later lines begin `spaces` further to the right.
template <Streamable T>
struct Indented {
    int spaces;
    const T& piece;
};
template <Streamable T>
Indented<T> indented(int spaces, const T& piece) {
    return {spaces, piece};
}
template <Streamable T>
Html& operator<<(Html& out, const Indented<T>& indented) {
    const std::size_t start = out.size();
    out << indented.piece;
    out.indent_from(start, indented.spaces);
    return out;
}

}  // namespace govuk
