#pragma once
// The item definitions of a DMN file: named types, resolved when asked for, and the unit that a
// type of numbers may state in an attribute "unit" of another namespace. For the Policy Profile a
// type that is not there or refers to itself is refused; for full FEEL it may be anything.

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"
#include "base/xml.h"
#include "feel/compile.h"
#include "feel/type.h"
#include "policy/unit.h"

namespace policy {

class DmnTypes {
public:
    // Reads the itemDefinitions of a file. Refuses: policy.bad_dmn.
    static Result<DmnTypes> read(const base::XmlElement& definitions, feel::Language language);

    // Makes the types of an imported file known as `name.type`, or as they are where the name is
    // empty. `types` must outlive this.
    void import(const std::string& name, const DmnTypes& types);

    // Gives the type of a name; nothing for an empty name. Refuses: policy.bad_dmn.
    Result<std::optional<feel::Type>> type(std::string_view name) const;

    // Gives the unit a type states, or the type it is made from; nothing when none does.
    std::optional<Unit> unit(std::string_view name) const;

    // Gives all types, those of imported files too, for expressions that name them.
    std::shared_ptr<const feel::NamedTypes> all() const;

private:
    // The types looked at on the way, and how many parts were made so far.
    struct Looking : std::set<std::string> {
        std::size_t parts = 0;
    };
    Result<feel::Type> resolve(const base::XmlElement& definition, Looking& open) const;
    Result<feel::Type> named(const std::string& name, Looking& open) const;
    Result<feel::Type> unknown(const std::string& name, Looking& open) const;
    feel::Type function_type(const base::XmlElement& item, Looking& open) const;
    void tell(const std::string& prefix, feel::NamedTypes& names) const;

    std::map<std::string, base::XmlElement, std::less<>> definitions_;
    std::map<std::string, Unit, std::less<>> units_;
    std::vector<std::pair<std::string, const DmnTypes*>> imports_;
    // Of full FEEL: each is worked out once: definitions that name each other twice would else
    // double every time.
    std::shared_ptr<std::map<std::string, feel::Type>> resolved_ =
        std::make_shared<std::map<std::string, feel::Type>>();
    feel::Language language_ = feel::Language::profile;
};

}  // namespace policy
