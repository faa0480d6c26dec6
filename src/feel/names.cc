#include "feel/names.h"

#include "feel/builtins.h"

namespace feel {

void NameBook::add(std::string_view name) {
    const Result<std::vector<Token>> tokens = lex(name);
    if (!tokens) {
        return;
    }
    Entry entry{std::string(name), {}};
    for (const Token& token : *tokens) {
        if (token.kind != Token::Kind::end) {
            entry.parts.push_back(token.text);
        }
    }
    if (!entry.parts.empty()) {
        entries_.push_back(std::move(entry));
    }
}

std::size_t NameBook::longest(const std::vector<Token>& tokens, std::size_t from,
                              std::string& name) const {
    std::size_t best = 0;
    for (const Entry& entry : entries_) {
        if (entry.parts.size() <= best || entry.parts.size() > tokens.size() - from) {
            continue;
        }
        bool same = true;
        for (std::size_t i = 0; i < entry.parts.size() && same; ++i) {
            const Token& token = tokens[from + i];
            same = token.kind != Token::Kind::string && token.text == entry.parts[i];
        }
        if (same) {
            best = entry.parts.size();
            name = entry.name;
        }
    }
    return best;
}

const NameBook& builtin_names() {
    static const NameBook book = [] {
        NameBook made;
        for (const Builtin& builtin : builtins()) {
            made.add(builtin.name);
        }
        return made;
    }();
    return book;
}

const NameBook& property_names() {
    static const NameBook book = [] {
        NameBook made;
        for (const char* name : {"time offset", "start included", "end included"}) {
            made.add(name);
        }
        return made;
    }();
    return book;
}

}  // namespace feel
