#pragma once
// What makes a sentence plain, as far as a machine can see: its length, its words, its numbers.
// The list of plain words is data (plain_words.txt, base forms); beside it a package may use the
// words of its own questions and the names of its streams, and the terms that content/glossary.csv
// explains.

#include <algorithm>
#include <cctype>
#include <regex>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "policy/glossary.h"
#include "policy/package.h"

namespace words {

// Cuts a text into words: letters, digits and what stands inside a word (’ ' - £ . , % between).
inline std::vector<std::string> words_of(std::string text) {
    for (const std::string_view mark : {"“", "”", "‘"}) {
        for (std::size_t at = text.find(mark); at != std::string::npos; at = text.find(mark)) {
            text.replace(at, mark.size(), " ");
        }
    }
    std::vector<std::string> found;
    std::string word;
    for (const char c : text + " ") {
        if (c == ' ' || c == '-' || c == '(' || c == ')') {
            while (!word.empty() &&
                   std::string_view(".,;:?!").find(word.back()) != std::string::npos) {
                word.pop_back();
            }
            if (!word.empty()) {
                found.push_back(word);
            }
            word.clear();
        } else {
            word += c;
        }
    }
    return found;
}

// Cuts a text into its sentences. What stands before a colon is no sentence of its own.
inline std::vector<std::string> sentences_of(const std::string& text) {
    std::vector<std::string> found;
    std::size_t from = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool ends = text[i] == '.' || text[i] == '?' || text[i] == '!';
        if (ends && (i + 1 == text.size() || text[i + 1] == ' ')) {
            found.push_back(text.substr(from, i + 1 - from));
            from = std::min(i + 2, text.size());
        }
    }
    if (from < text.size()) {
        found.push_back(text.substr(from));
    }
    return found;
}

inline std::string small(std::string word) {
    for (char& c : word) {
        c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    }
    return word;
}

class PlainWords {
public:
    explicit PlainWords(std::string_view list) {
        std::string word;
        for (const char c : list) {
            if (c == '\n') {
                words_.insert(word);
                word.clear();
            } else {
                word += c;
            }
        }
    }

    // Adds every word of a text as it stands.
    void add(const std::string& text) {
        for (const std::string& word : words_of(text)) {
            exact_.insert(small(word));
        }
    }

    // Whether a word is on the list, or is one of it with a usual ending.
    bool know(const std::string& as_written) const {
        const std::string word = small(as_written);
        if (words_.contains(word) || exact_.contains(word)) {
            return true;
        }
        for (const std::string_view ending :
             {"s", "es", "ed", "d", "ing", "er", "est", "ly", "’s", "ies", "ied"}) {
            if (word.size() <= ending.size() + 1 || !word.ends_with(ending)) {
                continue;
            }
            const std::string stem = word.substr(0, word.size() - ending.size());
            const bool doubled = stem.size() > 2 && stem.back() == stem[stem.size() - 2];
            if (words_.contains(stem) || words_.contains(stem + "e") ||
                (ending.starts_with("ie") && words_.contains(stem + "y")) ||
                (doubled && words_.contains(stem.substr(0, stem.size() - 1)))) {
                return true;
            }
        }
        return false;
    }

private:
    std::set<std::string, std::less<>> words_;  // base forms
    std::set<std::string, std::less<>> exact_;  // of the package
};

// Whether a word is a number as pages write it: £1,234.50, 41, 7.5, 25%. One that ends in a nought
// after the point is a sum without its sign.
inline bool is_number(const std::string& word) {
    static const std::regex money("£[0-9]{1,3}(,[0-9]{3})*\\.[0-9]{2,}");
    static const std::regex number("[0-9]{1,4}(\\.[0-9]?[1-9])?%?");
    return std::regex_match(word, money) || std::regex_match(word, number);
}

// Names what is wrong with a sentence; nothing when it is plain.
inline std::vector<std::string> faults_of(const std::string& sentence, std::size_t words_max,
                                          const PlainWords& plain,
                                          const policy::Glossary& glossary) {
    std::vector<std::string> faults;
    static const std::regex code("[_{}<>\"]|t_money|\\bnull\\b");
    if (std::regex_search(sentence, code)) {
        faults.emplace_back("a code");
    }
    const std::vector<std::string> all = words_of(sentence);
    if (all.size() > words_max) {
        faults.push_back(std::to_string(all.size()) + " words");
    }
    std::set<std::string> explained;
    for (const policy::Term& term : glossary.terms_in(sentence)) {
        for (const std::string& word : words_of(term.term)) {
            explained.insert(small(word));
            explained.insert(small(word) + "s");
        }
    }
    for (const std::string& word : all) {
        if (!is_number(word) && !plain.know(word) && !explained.contains(small(word))) {
            faults.push_back("“" + word + "”");
        }
    }
    return faults;
}

// The list, with the words of a package's questionnaire and the names of its streams.
inline PlainWords plain_words(std::string_view list, const policy::Package& package) {
    PlainWords plain(list);
    for (const policy::Question& question : package.questionnaire()) {
        plain.add(question.text);
        plain.add(question.easy_text);
        for (const policy::AnswerOption& option : question.options) {
            plain.add(option.text);
            plain.add(option.easy_text);
        }
    }
    for (const policy::Stream& stream : package.all_streams()) {
        plain.add(stream.name);
    }
    return plain;
}

}  // namespace words
