#pragma once
// A page about a person speaks to her as "you", and to everybody else by her name: "Your answers"
// for Ann, "Ann's answers" for Jo who helps her and for the worker. One place says which.

#include <string>
#include <string_view>

#include "people/person.h"
#include "web/visit.h"

namespace web {

class Speaking {
public:
    Speaking(const Visit& visit, const people::Person& person)
        : to_her_(visit.is_self()), name_(person.first_name()) {}
    // The same where the page has no record in its hands: the visit knows whom it is about.
    explicit Speaking(const Visit& visit)
        : to_her_(visit.is_self()),
          name_(visit.subject ? visit.subject->name.substr(0, visit.subject->name.find(' '))
                              : std::string("the person")) {}

    bool to_her() const { return to_her_; }
    // "you" or "Ann".
    std::string you() const { return to_her_ ? "you" : name_; }
    // "your" or "Ann's".
    std::string your() const { return to_her_ ? "your" : name_ + "’s"; }
    // The same at the start of a sentence.
    std::string You() const { return to_her_ ? "You" : name_; }
    std::string Your() const { return to_her_ ? "Your" : name_ + "’s"; }
    // "were" after "you", "was" after a name.
    std::string were() const { return to_her_ ? "were" : "was"; }
    // "have" or "has".
    std::string have() const { return to_her_ ? "have" : "has"; }
    // "are" or "is".
    std::string are() const { return to_her_ ? "are" : "is"; }
    // "need" or "needs": a verb that takes no more than an s.
    std::string does(std::string_view verb) const {
        return std::string(verb) + (to_her_ ? "" : "s");
    }
    // "your" or "their", where the name was said just before.
    std::string their() const { return to_her_ ? "your" : "their"; }

private:
    bool to_her_;
    std::string name_;
};

// Gives a page of the person the visit is about: "/people/per_.../assessment".
inline std::string person_path(const Visit& visit, std::string_view rest) {
    return "/people/" + visit.id<PersonId>("person").to_text() + std::string(rest);
}

}  // namespace web
