#pragma once
// One copy of a DMN file inside a model of full FEEL: what its ids stand for, and the copies that
// it imports. full_model.cc makes and fills them.

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "feel/compile.h"
#include "policy/dmn.h"

namespace policy {

// What an id stands for where it is used.
struct Named {
    std::string name;
    feel::Binding binding;
};

struct FileCopy {
    const DmnFile* file = nullptr;
    std::string prefix;                  // of its names in the whole model: "first import."
    std::map<const void*, Named> known;  // by element: its id may be missing
    std::vector<std::pair<const DmnImport*, FileCopy*>> imports;

    // Gives where a reference may lead, best first, and what stands before names from there.
    std::vector<std::pair<FileCopy*, std::string>> places_of(const DmnReference& reference) {
        std::vector<std::pair<FileCopy*, std::string>> made;
        const bool own =
            reference.file.empty() || reference.file == file->space || reference.file == file->name;
        if (own) {
            made.emplace_back(this, "");
        }
        for (const auto& [import, inner] : imports) {
            if (own || reference.file == import->space || reference.file == inner->file->name) {
                made.emplace_back(inner, import->name.empty() ? "" : import->name + ".");
            }
        }
        return made;
    }

    const Named* find(const void* element) const {
        const auto found = known.find(element);
        return found == known.end() ? nullptr : &found->second;
    }
    const DmnInput* find_input(const std::string& id) const { return part(file->inputs, id); }
    const DmnDecision* find_decision(const std::string& id) const {
        return part(file->decisions, id);
    }
    const DmnFunction* find_function(const std::string& id) const {
        return part(file->functions, id);
    }
    const DmnService* find_service(const std::string& id) const { return part(file->services, id); }

private:
    template <typename Part>
    static const Part* part(const std::vector<Part>& parts, const std::string& id) {
        for (const Part& each : parts) {
            if (each.id == id) {
                return &each;
            }
        }
        return nullptr;
    }
};

}  // namespace policy
