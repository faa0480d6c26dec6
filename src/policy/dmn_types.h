#pragma once
// The item definitions of a DMN file: named types, resolved when asked for, and the unit that a
// type of numbers may state in an attribute "unit" of another namespace. A type that refers to
// itself is refused.

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "base/result.h"
#include "base/xml.h"
#include "feel/type.h"
#include "policy/unit.h"

namespace policy {

class DmnTypes {
public:
    // Reads the itemDefinitions of a file. Refuses: policy.bad_dmn.
    static Result<DmnTypes> read(const base::XmlElement& definitions);

    // Gives the type of a name; nothing for an empty name. Refuses: policy.bad_dmn.
    Result<std::optional<feel::Type>> type(std::string_view name) const;

    // Gives the unit a type states, or the type it is made from; nothing when none does.
    std::optional<Unit> unit(std::string_view name) const;

private:
    // The types looked at on the way, and how many parts were made so far.
    struct Looking : std::set<std::string> {
        std::size_t parts = 0;
    };
    Result<feel::Type> resolve(const base::XmlElement& definition, Looking& open) const;
    Result<feel::Type> named(const std::string& name, Looking& open) const;

    std::map<std::string, base::XmlElement, std::less<>> definitions_;
    std::map<std::string, Unit, std::less<>> units_;
};

}  // namespace policy
